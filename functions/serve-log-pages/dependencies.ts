import type { CallLogUploads } from '#shared/intake/call-logs/uploads/call-log-uploads.ts';
import type { PageDependencies } from '#shared/pages/page-dependencies.ts';

export interface LogPagesDependencies extends PageDependencies {
  readonly uploads: Pick<CallLogUploads, 'read' | 'finish'>;
  /** The deployment's. */
  readonly country: string;
}
