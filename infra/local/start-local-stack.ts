import { join } from 'node:path';
import type { Settings } from '#infra/settings.ts';
import { localSettings } from '#infra/settings.ts';
import { readCloudAssembly } from './assembly/cloud-assembly.ts';
import { synthesise } from './assembly/synthesise.ts';
import { findJava } from './check-java.ts';
import { createCleanups } from './cleanups.ts';
import { startDynamoDbEngine } from './dynamodb-engine.ts';
import { checkDatabase } from './folder/check-database.ts';
import { openDataFolder } from './folder/data-folder.ts';
import { openState } from './folder/local-state.ts';
import { takeRunLock } from './folder/run-lock.ts';
import type { Endpoints } from './functions/function-environment.ts';
import { createFunctionHost, type FunctionHost } from './functions/function-host.ts';
import { openGateway } from './http/api-gateway.ts';
import { createRouteTable, type Route } from './http/route-table.ts';
import { isObject, type Json, parseJson } from './json.ts';
import { LocalRunError } from './local-run-error.ts';
import { refuseOtherMachines } from './loopback-only.ts';
import { choosePort } from './ports.ts';
import { registerLocalKey } from './register-local-key.ts';
import { KNOWN_TYPES, makersFor } from './resources/known-resources.ts';
import { queueUrl } from './resources/messages.ts';
import { emptyPlan, type Plan } from './resources/plan.ts';
import { runPlan } from './run-plan.ts';
import { awsJson } from './services/aws-json.ts';
import { createDestinations } from './services/destinations.ts';
import { messageDatabase, startMessageEngine } from './services/message-engine.ts';
import { openSecrets } from './services/secrets.ts';
import { startServiceServer } from './services/service-server.ts';
import { LOCAL_REGION } from './template/environment.ts';
import { makeResources, refuseUnknownTypes } from './template/make-resources.ts';

export interface LocalStackOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataFolder: string;
  readonly settings?: Settings;
  /** Folder of an assembly that is already synthesised; without it the app is. */
  readonly assembly?: string;
  readonly regulatorKey?: string;
  readonly twilioToken?: string;
  /** Tells nothing about its progress. */
  readonly quiet?: boolean;
  /** Milliseconds before the retries of asynchronous invocations; Lambda's one and two minutes without it. */
  readonly retryAfter?: readonly number[];
}

export interface LocalStack {
  readonly url: string;
  /** The directory parameter of the app, as `GET /_local` shows it; null if the app has none. */
  readonly directory: Json;
  readonly endpoints: Endpoints;
  readonly region: string;
  readonly regulatorKey: string;
  readonly twilioToken: string;
  /** Takes no more work, finishes what is under way and leaves no process behind. */
  stop(): Promise<void>;
}

function routesOf(plan: Plan): Route[] {
  return plan.routes.map(({ routeKey, integrationId }) => {
    const integration = plan.integrations.get(integrationId);
    if (integration === undefined) {
      throw new LocalRunError(`The route ${routeKey} has no integration.`);
    }
    return { routeKey, ...integration };
  });
}

function directoryOf(plan: Plan): Json {
  const entry = [...plan.parameters].find(([name]) => name.endsWith('/directory'));
  return entry === undefined ? null : parseJson(entry[1]);
}

function accessTableOf(directory: Json): string | undefined {
  const tables = isObject(directory) ? directory['tables'] : undefined;
  const table = isObject(tables) ? tables['Access'] : undefined;
  return typeof table === 'string' ? table : undefined;
}

/** Starts the whole app on this machine. Throws LocalRunError, with nothing left running, when it cannot. */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  process.env['TZ'] = 'UTC';
  const say = options.quiet === true ? () => {} : (line: string) => console.log(line);
  const settings = options.settings ?? localSettings;
  const cleanups = createCleanups();
  const giveUp = new AbortController();
  try {
    const folder = openDataFolder(options.dataFolder);
    cleanups.add(refuseOtherMachines());
    const gateway = await openGateway(options.port);
    cleanups.add(() => gateway.stop());
    const url = `http://127.0.0.1:${gateway.port}`;
    const lock = await takeRunLock(folder);
    cleanups.add(() => lock.release());
    const { state, rememberPort } = openState(folder);
    const secrets = openSecrets(folder, Date.now);
    const databases = [join(folder.dynamodb, 'shared-local-instance.db'), messageDatabase(folder.messages)];
    for (const database of databases) {
      checkDatabase(database, folder.path);
    }

    const java = await findJava(process.env);
    const startEngine = async () => {
      const engine = await startDynamoDbEngine({
        java,
        port: await choosePort(state.ports.dynamodb),
        dataFolder: folder.dynamodb,
        detached: true,
        onSpawn: (pid) => {
          lock.rememberEngine(pid);
          const end = () => {
            try {
              process.kill(pid, 'SIGKILL');
            } catch {
              // It has ended.
            }
          };
          process.once('exit', end);
          cleanups.add(() => {
            process.off('exit', end);
          });
        },
      });
      cleanups.add(() => engine.stop());
      rememberPort('dynamodb', engine.port);
      return engine;
    };
    const [assemblyFolder, engine, messageServer] = await Promise.all([
      options.assembly ??
        synthesise(settings, { signal: giveUp.signal, onMake: () => say('making the app from its sources…') }),
      startEngine(),
      startMessageEngine(folder.messages, state.ports.messages).then((server) => {
        cleanups.add(() => server.stop());
        rememberPort('messages', server.port);
        return server;
      }),
    ]);
    const assembly = readCloudAssembly(assemblyFolder);
    refuseUnknownTypes(assembly, KNOWN_TYPES);

    let functions: FunctionHost | undefined;
    const services = await startServiceServer({
      port: await choosePort(state.ports.services),
      secrets,
      functions: () => functions,
    });
    cleanups.add(() => services.stop());
    rememberPort('services', services.port);

    const messagesUrl = `http://127.0.0.1:${messageServer.port}`;
    const servicesUrl = `http://127.0.0.1:${services.port}`;
    const endpoints: Endpoints = {
      dynamodb: engine.endpoint,
      sqs: messagesUrl,
      s3: messagesUrl,
      secretsmanager: servicesUrl,
      lambda: servicesUrl,
    };
    const sqs = awsJson({ endpoint: messagesUrl, target: 'AmazonSQS' });
    const plan = emptyPlan();
    await makeResources(assembly, {
      makerOf: makersFor({
        assembly,
        plan,
        dynamodb: awsJson({ endpoint: engine.endpoint, target: 'DynamoDB_20120810' }),
        messages: { server: messageServer, sqs, endpoint: messagesUrl },
        secrets,
        url,
      }),
      secretValue: (id) => secrets.find(id)?.value,
      parameterValue: (name) => plan.parameters.get(name),
    });

    const destinations = createDestinations(messageServer);
    const host = createFunctionHost({
      definitions: plan.functions,
      endpoints,
      logFolder: folder.logs,
      onEventLost: destinations.deadLetter,
      ...(options.retryAfter === undefined ? {} : { retryAfter: options.retryAfter }),
    });
    functions = host;
    cleanups.add(() => host.stop());
    const directory = directoryOf(plan);
    const regulatorKey = options.regulatorKey ?? state.regulatorKey;
    const accessTable = accessTableOf(directory);
    if (accessTable !== undefined) {
      const regulators = Object.keys(settings.regulators);
      await registerLocalKey({
        key: regulatorKey,
        regulators,
        table: accessTable,
        dynamodb: endpoints.dynamodb,
        now: new Date(),
      });
    }
    const running = runPlan({
      plan,
      folder,
      functions: host,
      streams: awsJson({ endpoint: engine.endpoint, target: 'DynamoDBStreams_20120810' }),
      sqs,
      queueUrlOf: (arn) => queueUrl(messagesUrl, arn.split(':').at(-1) ?? ''),
      destinations,
    });
    cleanups.add(() => running.stop());
    gateway.serve({
      apiId: plan.apiId ?? 'local',
      match: createRouteTable(routesOf(plan)),
      invoke: host.invoke,
      about: { directory, endpoints, region: LOCAL_REGION },
    });
    cleanups.add(() => gateway.stop());
    const twilioToken = options.twilioToken ?? state.twilioToken;
    return { url, directory, endpoints, region: LOCAL_REGION, regulatorKey, twilioToken, stop: () => cleanups.run() };
  } catch (error) {
    giveUp.abort();
    await cleanups.run();
    throw error;
  }
}
