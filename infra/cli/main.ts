import type { Deployment } from './deployment.ts';
import { awsDeployment, DeploymentNotFound, localDeployment } from './deployment.ts';
import type { Io } from './io.ts';

type Command = (args: readonly string[], deployment: Deployment, io: Io) => Promise<number>;

/** Loaded when asked for, so that each command starts with only what it needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  replay: async () => (await import('./commands/replay.ts')).replayCommand,
  registry: async () => (await import('./commands/registry.ts')).registryCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  regulator: async () => (await import('./commands/regulator.ts')).regulatorCommand,
  dispute: async () => (await import('./commands/dispute.ts')).disputeCommand,
  redrive: async () => (await import('./commands/redrive.ts')).redriveCommand,
  sms: async () => (await import('./commands/sms.ts')).smsCommand,
  phone: async () => (await import('./commands/phone.ts')).phoneCommand,
  recount: async () => (await import('./commands/recount.ts')).recountCommand,
};

const help = `usage: npm run ringfence -- <command> [--endpoint URL] [--stage NAME]

  replay FILE                       take a file of FTC complaints; waits until all are counted
  registry import REGISTRY FILE --subscription ID --basis TEXT
           [--list-date DATE] [--since DATE] [--format FORMAT] [--kind voice|text|fax]
           [--columns LIST] [--delimiter NAME] [--accept-shrink]
                                    a full list or a change list; \`registry import\` alone explains
  registry check NUMBER             what the registries say about a line
  registry check-file REGISTRY FILE [--out FILE] [--contact call|text] [--with-numbers]
                                    the same for a file of numbers, from the snapshot's files
  registry ask REGISTRY NUMBER… | --file FILE --url URL --account ID [--job JOB]
                                    registries that hand out no list
  registry verify REGISTRY          whether what answers is what the snapshot in the bucket says
  registry restore REGISTRY         put what answers right, from the snapshot
  registry declare REGISTRY --subscription ID --basis TEXT
                                    under what the lists are held that will be uploaded
  registry upload REGISTRY FILE [--list-date DATE] …
                                    an import by the deployment itself; waits and tells how it goes
  registry status                   which lists are held, how old they are, how uploads go
  export now                        publish a full export
  regulator add ID [--expires DATE] [--scopes LIST]
                                    make a regulator's key; it is shown once
  regulator keys ID | revoke ID KEY-ID
                                    its live keys; end one
  dispute list [--all] | accept ID --answer TEXT | decline ID --answer TEXT
                                    listings that their owners contest
  redrive NAME                      bring back what was left on a dead-letter queue
  recount [--since TIME]            rebuild facts and figures from the reports
  sms --from NUMBER [--to NUMBER] TEXT
                                    text the short code of a local run, and show its reply
  phone [--from NUMBER] [--to NUMBER]
                                    the same, line by line

Without --endpoint the AWS environment decides. The local run answers at --endpoint http://127.0.0.1:8080.`;

const io: Io = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
};

async function main(argv: readonly string[]): Promise<number> {
  const args = [...argv];
  const endpoint = takeOption(args, '--endpoint');
  const stage = takeOption(args, '--stage') ?? 'prod';
  const name = args.shift();
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    io.err(help);
    return name === 'help' || name === '--help' ? 0 : 2;
  }
  try {
    const command = await load();
    return await command(
      args,
      endpoint === undefined ? await awsDeployment(stage) : await localDeployment(endpoint),
      io,
    );
  } catch (error) {
    if (error instanceof DeploymentNotFound) {
      io.err(error.message);
      return 1;
    }
    throw error;
  }
}

/** Takes `--name value` or `--name=value` out of the arguments. */
function takeOption(args: string[], name: string): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at === -1) {
    return undefined;
  }
  const [arg = ''] = args.splice(at, 1);
  return arg === name ? args.splice(at, 1)[0] : arg.slice(name.length + 1);
}

// Whoever reads has enough of it, as `2>&1 | head` does; the work goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      throw error;
    }
  });
}
process.exitCode = await main(process.argv.slice(2));
