import type { LoadDependencies } from './upload-dependencies.ts';
import type { ImportChange, ImportState, ListImport, Units } from './upload-ports.ts';

const underWay: readonly ImportState[] = ['reading', 'waiting', 'applying'];

/** What came of reading an uploaded file. */
export type ReadOutcome =
  /** No list of ours, or one that is gone: it was read before. */
  | { readonly kind: 'passed_over' }
  /** Its areas are being loaded, from now on or already before. */
  | { readonly kind: 'loading'; readonly importId: string; readonly areas: number }
  /** To be looked at again later. */
  | { readonly kind: 'waiting'; readonly importId: string }
  /** Another call reads the same file, or has read it: it is theirs to finish. */
  | { readonly kind: 'overtaken'; readonly importId: string }
  | { readonly kind: 'ended'; readonly importId: string; readonly state: ImportState };

/** The record of an import in the hands of who reads its file. */
export interface ImportRun {
  /** Units used since the last change are added to those of the import. Throws OvertakenError. */
  change(change: ImportChange): Promise<void>;
  end(state: ImportState, change?: ImportChange): Promise<ReadOutcome>;
  refuse(messages: readonly string[], change?: ImportChange): Promise<ReadOutcome>;
}

/** Somebody else read the same file at the same time and was faster: it is theirs to finish. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}

export function openRun(record: ListImport, { imports, units, now }: LoadDependencies): ImportRun {
  const used = unitsSince(units);
  const change = async (next: ImportChange): Promise<void> => {
    if ((await imports.change(record, underWay, next, used())) === 'outdated') {
      throw new OvertakenError('another run of this import went on');
    }
  };
  const end = async (state: ImportState, next: ImportChange = {}): Promise<ReadOutcome> => {
    await change({ ...next, state, endedAt: now().toISOString() });
    return { kind: 'ended', importId: record.id, state };
  };
  return { change, end, refuse: (messages, next = {}) => end('refused', { ...next, messages }) };
}

/** Each call answers what was used since the one before. */
export function unitsSince(units: () => Units): () => Units {
  let told = units();
  return () => {
    const [before, now] = [told, { ...units() }];
    told = now;
    return { read: now.read - before.read, write: now.write - before.write };
  };
}
