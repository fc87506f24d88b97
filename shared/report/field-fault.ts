/** What is wrong with one field of a report: a JSON pointer (RFC 6901) and plain words. */
export interface FieldFault {
  readonly pointer: string;
  readonly detail: string;
}
