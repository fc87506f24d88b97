import type { FieldFault } from '#shared/report/field-fault.ts';
import type { LogFaultReason } from '../log-fault.ts';
import type { LogRequest } from '../prepare-reading.ts';
import type { CallLogPage } from '../read-call-log.ts';

export interface UploadOptions {
  /**
   * The file stays after reading, so that it can be read again with another mapping; for three hours at most
   * (shared/intake/call-logs/uploads/upload-life.ts).
   * False: it goes as soon as it is read.
   */
  readonly keepFile: boolean;
  /** Absolute address where the browser goes once the file is there, by the upload's id; null: the answer is a bare 204. */
  readonly redirect: ((id: string) => string) | null;
}

/** A form for the file: posted to `url` as multipart/form-data, `fields` first, the file last and named `file`. */
export interface UploadForm {
  /** 26 characters of Crockford base32, 128 bits; whoever has it may read the log. */
  readonly id: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type OpenUploadOutcome =
  | { readonly kind: 'opened'; readonly form: UploadForm }
  | { readonly kind: 'invalid'; readonly faults: readonly FieldFault[] };

export type ReadUploadOutcome =
  /** The file is not there yet, or still being read. */
  | { readonly kind: 'waiting'; readonly openedAt: string }
  | { readonly kind: 'page'; readonly page: CallLogPage; readonly keptFile: boolean }
  /** The file was refused; `detail` in plain English, never what stood in it. */
  | { readonly kind: 'failed'; readonly reason: LogFaultReason; readonly detail: string }
  /** The cursor is not one of this log's. */
  | { readonly kind: 'invalid'; readonly faults: readonly FieldFault[] }
  /** Never opened, finished, or older than 20 hours. */
  | { readonly kind: 'unknown' };

export type RereadUploadOutcome =
  /** `read` answers `waiting` until the new reading is there. */
  | { readonly kind: 'reading' }
  | { readonly kind: 'invalid'; readonly faults: readonly FieldFault[] }
  /** The file was not kept, or too long ago. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'too_often' }
  | { readonly kind: 'unknown' };

/** Logs too large for one request, uploaded beside the API and read in the background. */
export interface CallLogUploads {
  open(request: LogRequest, options: UploadOptions): Promise<OpenUploadOutcome>;
  /**
   * `cursor` of the page before; without it the first page. `file`: the tag that the browser was given for what it sent;
   * while another file is answered with, the answer is `waiting`.
   */
  read(id: string, cursor?: string, file?: string): Promise<ReadUploadOutcome>;
  /** Reads a kept file again, with what the person has corrected; what `request` leaves out stays as it was. */
  reread(id: string, request: LogRequest): Promise<RereadUploadOutcome>;
  /** The person has chosen: the file and what every reading of it wrote are erased. Also for an unknown id. */
  finish(id: string): Promise<void>;
}
