import type { CallLogUploads } from '#shared/intake/call-logs/uploads/call-log-uploads.ts';
import type { PageDependencies } from '#shared/pages/page-dependencies.ts';

export interface LogUploadDependencies extends PageDependencies {
  readonly uploads: Pick<CallLogUploads, 'open' | 'read' | 'reread'>;
  /** The deployment's. */
  readonly country: string;
  /**
   * Where browsers reach us, without a slash at the end; null where only the request tells (no edge before the API), or,
   * behind an edge that has no name of its own, nobody does.
   */
  readonly publicUrl: string | null;
}
