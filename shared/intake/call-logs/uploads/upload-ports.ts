import type { UploadAsk, UploadPage, UploadResult } from './upload-schemas.ts';

/** `name` is that of shared/intake/call-logs/uploads/upload-id.ts throughout; erasing what is not there is no fault. */

/** The way of a file to us that leads past the API. */
export interface UploadForms {
  make(
    name: string,
    options: { readonly redirect: string | null },
  ): Promise<{ readonly url: string; readonly fields: Readonly<Record<string, string>> }>;
  /** Has a file that is already there read as if it had just come. */
  readAgain(name: string): Promise<void>;
}

export interface UploadAsks {
  find(name: string): Promise<UploadAsk | null>;
  keep(name: string, ask: UploadAsk): Promise<void>;
  erase(name: string): Promise<void>;
}

/** A file that came. */
export interface UploadedFile {
  /** Another for every other file (S3's ETag, without its quotes). */
  readonly tag: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface UploadFiles {
  /** Null for a file that is not there. */
  open(name: string): Promise<UploadedFile | null>;
  erase(name: string): Promise<void>;
}

/** How a reading ended; kept once its pages are. */
export interface UploadResults {
  find(name: string, reading: string): Promise<UploadResult | null>;
  keep(name: string, reading: string, result: UploadResult): Promise<void>;
}

/** Pages by their first row. */
export interface UploadPages {
  find(name: string, reading: string, row: number): Promise<UploadPage | null>;
  /** `json` is an UploadPage. */
  keep(name: string, reading: string, row: number, json: string): Promise<void>;
}

/** What was read, all together. */
export interface UploadReadings {
  /** Erases results and pages of this reading; without one, of every reading there was. */
  erase(name: string, reading?: string): Promise<void>;
}

/** Everything that is kept of uploads. */
export interface OldUploads {
  /** Erases what came before this time; answers how many objects that were. */
  eraseBefore(time: Date): Promise<number>;
}
