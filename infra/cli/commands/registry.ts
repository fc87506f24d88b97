import { createRegistrationStore } from '#shared/storage/registration-store.ts';
import type { Deployment } from '../deployment.ts';
import type { Io } from '../io.ts';
import { checkNumber } from '../registry/check-number.ts';
import { importFile } from '../registry/import-file.ts';
import { showStatus } from '../registry/show-status.ts';

/** What the registry commands need of a deployment. */
export interface RegistryDeployment extends Pick<Deployment, 'documentClient' | 'local'> {
  readonly directory: { readonly tables: { readonly Registrations: string } };
}

const usage = `usage: registry import REGISTRY FILE --subscription ID --basis TEXT [--list-date YYYY-MM-DD] [--accept-shrink]
       registry check NUMBER
       registry status`;

/** Do-not-call lists: `import`, `check`, `status`. Answers the exit status: 0 only on success, 2 for a wrong call. */
export async function registryCommand(
  args: readonly string[],
  deployment: RegistryDeployment,
  io: Io,
): Promise<number> {
  const [command, ...rest] = args;
  const units = { read: 0, write: 0 };
  const store = createRegistrationStore({
    client: deployment.documentClient,
    table: deployment.directory.tables.Registrations,
    onUnits: ({ read, write }) => {
      units.read += read;
      units.write += write;
    },
  });
  const context = { store, units, io, local: deployment.local, now: () => new Date() };
  switch (command) {
    case 'import':
      return importFile(rest, context);
    case 'check':
      return checkNumber(rest, context);
    case 'status':
      return showStatus(rest, context);
    default:
      io.err(usage);
      return 2;
  }
}
