/** `skip`: questions that the reporter has said they cannot answer; nothing is asked twice. */
export function verdictPath(receipt: string, skip: readonly string[]): string {
  return `/r/${receipt}/verdict${skip.length === 0 ? '' : `?skip=${skip.join(',')}`}`;
}
