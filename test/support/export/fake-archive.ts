import type { ExportArchive, ExportFiles } from '#shared/export/export-archive.ts';
import type { ExportManifest } from '#shared/export/export-schemas.ts';

/** Exports in memory; held to the same contract as the bucket (test/integration/export). */
export function fakeArchive(): ExportArchive & ExportFiles & { readonly contents: Map<string, Buffer> } {
  const contents = new Map<string, Buffer>();
  const manifests = new Map<string, ExportManifest>();
  return {
    contents,
    async write(id, name, chunks) {
      const all: Uint8Array[] = [];
      for await (const chunk of chunks) {
        all.push(chunk);
      }
      contents.set(`${id}/${name}`, Buffer.concat(all));
    },
    async publish(manifest) {
      manifests.set(manifest.id, manifest);
    },
    async list(count) {
      return [...manifests.values()].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, count);
    },
    async manifest(id) {
      return manifests.get(id) ?? null;
    },
    async latest() {
      return [...manifests.keys()].sort().at(-1) ?? null;
    },
    async read(id, name, { first, last }) {
      const file = contents.get(`${id}/${name}`);
      if (file === undefined) {
        throw new Error('no such file');
      }
      return file.subarray(first, last + 1);
    },
    async address(id, name) {
      return `https://files.example/${id}/${name}?expires=900`;
    },
  };
}
