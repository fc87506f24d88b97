const xhtmlStrict =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">';

/** Whether a declaration is exactly that of XHTML 1.0 Strict, which the pages of Google Voice carry. */
export function isXhtmlDoctype(declaration: string): boolean {
  return (
    declaration.length <= 2 * xhtmlStrict.length &&
    declaration.replaceAll(/\s+/g, ' ').replace(/ >$/, '>') === xhtmlStrict
  );
}
