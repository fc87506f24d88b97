type Parameters = Readonly<Record<string, string | number | undefined>>;

/** `Link` to the next page of a list (RFC 8288), with those parameters that are set, `cursor` among them; no header without a cursor. */
export function nextLink(path: string, cursor: string | null, parameters: Parameters = {}) {
  if (cursor === null) {
    return {};
  }
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...parameters, cursor })) {
    if (value !== undefined) {
      query.set(name, String(value));
    }
  }
  return { link: `<${path}?${query}>; rel="next"` };
}
