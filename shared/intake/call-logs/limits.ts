/** Sizes of one log. Characters are UTF-16 units. */
export interface LogLimits {
  /** Bytes of the file as sent. */
  readonly fileBytes: number;
  /** Bytes after unpacking. */
  readonly unpackedBytes: number;
  /** Unpacked bytes for each packed one, once more than `ratioFrom` bytes were unpacked. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly rows: number;
}

/** Real logs pack about thirty to one; 204 KB of gzip can hold 200 MB of nothing. */
export const logLimits: LogLimits = {
  fileBytes: 4 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  ratio: 100,
  ratioFrom: 1024 * 1024,
  rows: 200_000,
};

/** Of a log that is uploaded: phones back up pictures along with the texts. */
export const uploadLimits: LogLimits = {
  ...logLimits,
  fileBytes: 256 * 1024 * 1024,
  unpackedBytes: 1024 * 1024 * 1024,
};

/** One tag of XML or HTML. */
export const tagLimit = 1024 * 1024;
/** One record of CSV. */
export const recordLimit = 64 * 1024;
/** A number, address or other sender as shown. */
export const senderLimit = 64;
