import { createHash } from 'node:crypto';
import type {
  UploadAsks,
  UploadFiles,
  UploadForms,
  UploadPages,
  UploadReadings,
  UploadResults,
} from '#shared/intake/call-logs/uploads/upload-ports.ts';
import {
  uploadAskSchema,
  uploadPageSchema,
  uploadResultSchema,
} from '#shared/intake/call-logs/uploads/upload-schemas.ts';

/** Everything that is kept of uploads, in memory; texts, so that what is kept must survive being written. */
export function fakeUploads() {
  const kept = new Map<string, string>();
  const files = new Map<string, Uint8Array>();
  const again: string[] = [];
  const json = (key: string): unknown => JSON.parse(kept.get(key) ?? 'null');
  const forms: UploadForms = {
    make: async (name, { redirect }) => ({
      url: 'https://uploads.example/',
      fields: { key: `files/${name}`, ...(redirect === null ? {} : { success_action_redirect: redirect }) },
    }),
    readAgain: async (name) => {
      again.push(name);
    },
  };
  const asks: UploadAsks = {
    find: async (name) => (kept.has(`asked/${name}`) ? uploadAskSchema().parse(json(`asked/${name}`)) : null),
    keep: async (name, ask) => {
      kept.set(`asked/${name}`, JSON.stringify(ask));
    },
    erase: async (name) => {
      kept.delete(`asked/${name}`);
    },
  };
  const uploaded: UploadFiles = {
    open: async (name) => {
      const file = files.get(name);
      return file === undefined ? null : { tag: tagOf(file), bytes: inChunks(file) };
    },
    erase: async (name) => {
      files.delete(name);
    },
  };
  const resultKey = (name: string, reading: string) => `read/${name}/${reading}/result`;
  const results: UploadResults = {
    find: async (name, reading) => {
      const key = resultKey(name, reading);
      return kept.has(key) ? uploadResultSchema().parse(json(key)) : null;
    },
    keep: async (name, reading, result) => {
      kept.set(resultKey(name, reading), JSON.stringify(result));
    },
  };
  const pageKey = (name: string, reading: string, row: number) => `read/${name}/${reading}/page-${row}`;
  const pages: UploadPages = {
    find: async (name, reading, row) => {
      const key = pageKey(name, reading, row);
      return kept.has(key) ? uploadPageSchema().parse(json(key)) : null;
    },
    keep: async (name, reading, row, page) => {
      kept.set(pageKey(name, reading, row), page);
    },
  };
  const readings: UploadReadings = {
    erase: async (name, reading) => {
      const prefix = `read/${name}/${reading === undefined ? '' : `${reading}/`}`;
      for (const key of [...kept.keys()].filter((each) => each.startsWith(prefix))) {
        kept.delete(key);
      }
    },
  };
  return {
    forms,
    asks,
    files: uploaded,
    results,
    pages,
    readings,
    /** Names that were to be read again. */
    again,
    /** As S3 would take the form's file; its tag. */
    put: async (name: string, file: Uint8Array) => {
      files.set(name, file);
      return tagOf(file);
    },
    /** Keys and names of all that is there. */
    everything: () => [...kept.keys(), ...files.keys()],
    /** What stands in all that is kept beside files. */
    contents: () => [...kept.values()],
  };
}

async function* inChunks(file: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += 100_000) {
    yield file.subarray(at, at + 100_000);
  }
}

/** As S3 names what is in a file. */
function tagOf(file: Uint8Array): string {
  return createHash('md5').update(file).digest('hex');
}
