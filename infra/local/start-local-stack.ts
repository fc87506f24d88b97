import { localServicesParameter, localSettings, type Settings } from '#infra/settings.ts';
import { readCloudAssembly } from './assembly/cloud-assembly.ts';
import { synthesise } from './assembly/synthesise.ts';
import { createCleanups } from './cleanups.ts';
import { accessTableOf, directoryOf, twilioSecretOf } from './directory.ts';
import { createEdge } from './edge/edge.ts';
import { openDataFolder } from './folder/data-folder.ts';
import { openState } from './folder/local-state.ts';
import { takeRunLock } from './folder/run-lock.ts';
import { type Endpoints, LOCAL_SECRET_KEY } from './functions/function-environment.ts';
import { createFunctionHost, type FunctionHost } from './functions/function-host.ts';
import { openGateway } from './http/api-gateway.ts';
import { createRouteTable } from './http/route-table.ts';
import { type Json, parseJson } from './json.ts';
import { LocalRunError } from './local-run-error.ts';
import { refuseOtherMachines } from './loopback-only.ts';
import { announceAgain, announceObjects } from './objects/object-events.ts';
import { type CreatedObject, startObjectFront } from './objects/object-front.ts';
import { choosePort } from './ports.ts';
import { registerLocalKey } from './register-local-key.ts';
import { routesOf } from './resources/http-api.ts';
import { KNOWN_TYPES, makersFor } from './resources/known-resources.ts';
import { queueUrl } from './resources/messages.ts';
import { emptyPlan } from './resources/plan.ts';
import { runPlan } from './run-plan.ts';
import { awsJson } from './services/aws-json.ts';
import { createDestinations } from './services/destinations.ts';
import { createMailStandIn } from './services/mail-stand-in.ts';
import { openSecrets } from './services/secrets.ts';
import { startServiceServer } from './services/service-server.ts';
import { createSmsStandIn } from './services/sms-stand-in.ts';
import { allOf, checkDatabases, type EngineContext, startMessages, startTableEngine } from './start-engines.ts';
import { LOCAL_REGION } from './template/environment.ts';
import { makeResources, refuseUnknownTypes } from './template/make-resources.ts';

export interface LocalStackOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataFolder: string;
  readonly settings?: Settings;
  /** Complaints for a queue wait for proof of contact, as they do where the settings do not say otherwise. */
  readonly requireContactProof?: boolean;
  /** Folder of an assembly that is already synthesised; without it the app is. */
  readonly assembly?: string;
  /** Where Java keeps the classes of the tables' engine between starts; nowhere without it. */
  readonly classArchive?: string;
  /** 16 or more characters; one that was made at the first start without it. */
  readonly regulatorKey?: string;
  readonly twilioToken?: string;
  /** Tells nothing about its progress. */
  readonly quiet?: boolean;
  /** Milliseconds before the retries of asynchronous invocations; Lambda's one and two minutes without it. */
  readonly retryAfter?: readonly number[];
  /** What the edge takes for now, in milliseconds: tests let a window pass. */
  readonly now?: () => number;
  /** Called when an engine ends by itself. */
  readonly onLost?: (why: string) => void;
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

const SHORTEST_KEY = 16;

/** Starts the whole app on this machine. Throws LocalRunError, with nothing left running, when it cannot. */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  if (options.regulatorKey !== undefined && options.regulatorKey.length < SHORTEST_KEY) {
    throw new LocalRunError(`RINGFENCE_LOCAL_REGULATOR_KEY must have ${SHORTEST_KEY} or more characters.`);
  }
  process.env['TZ'] = 'UTC';
  const chosen = options.settings ?? localSettings;
  const settings = options.requireContactProof === true ? { ...chosen, requireContactProof: true } : chosen;
  const cleanups = createCleanups();
  try {
    const folder = openDataFolder(options.dataFolder);
    cleanups.add(refuseOtherMachines());
    const gateway = await openGateway(options.port);
    cleanups.add(() => gateway.stop());
    const url = `http://127.0.0.1:${gateway.port}`;
    const lock = await takeRunLock(folder);
    cleanups.add(() => lock.release());
    const stateFile = openState(folder);
    const { state } = stateFile;
    const secrets = openSecrets(folder, Date.now);
    checkDatabases(folder);

    const say = (line: string) => {
      if (options.quiet !== true) {
        console.log(line);
      }
    };
    const onMake = () => say('making the app from its sources…');
    const { classArchive, onLost = () => {} } = options;
    const context: EngineContext = { folder, lock, stateFile, cleanups, classArchive, onLost };
    const [engine, messages, assemblyFolder] = await allOf([
      startTableEngine(context),
      startMessages(context),
      options.assembly === undefined ? synthesise(settings, { onMake }) : Promise.resolve(options.assembly),
    ]);
    const assembly = readCloudAssembly(assemblyFolder);
    refuseUnknownTypes(assembly, KNOWN_TYPES);

    let functions: FunctionHost | undefined;
    const services = await startServiceServer({
      port: await choosePort(state.ports.services),
      secrets,
      sms: createSmsStandIn(say),
      mail: createMailStandIn(folder.mail, say),
      functions: () => functions,
    });
    cleanups.add(() => services.stop());
    stateFile.rememberPort('services', services.port);

    const messagesUrl = `http://127.0.0.1:${messages.port}`;
    let announce: ((object: CreatedObject) => void) | undefined;
    const objects = await startObjectFront({
      port: await choosePort(state.ports.objects),
      engine: messagesUrl,
      secretKey: LOCAL_SECRET_KEY,
      onCreated: (object) => announce?.(object),
    });
    cleanups.add(() => objects.stop());
    stateFile.rememberPort('objects', objects.port);

    const servicesUrl = `http://127.0.0.1:${services.port}`;
    const endpoints: Endpoints = {
      dynamodb: engine.endpoint,
      sqs: messagesUrl,
      s3: `http://127.0.0.1:${objects.port}`,
      secretsmanager: servicesUrl,
      lambda: servicesUrl,
      sms: servicesUrl,
      mail: servicesUrl,
    };
    const sqs = awsJson({ endpoint: messagesUrl, target: 'AmazonSQS' });
    const dynamodb = awsJson({ endpoint: engine.endpoint, target: 'DynamoDB_20120810' });
    const streams = awsJson({ endpoint: engine.endpoint, target: 'DynamoDBStreams_20120810' });
    const plan = emptyPlan();
    plan.parameters.set(localServicesParameter, servicesUrl);
    await makeResources(assembly, {
      makerOf: makersFor({
        assembly,
        plan,
        dynamodb,
        messages: { server: messages, sqs, endpoint: messagesUrl },
        secrets,
        url,
      }),
      secretValue: (id) => secrets.find(id)?.value,
      parameterValue: (name) => plan.parameters.get(name),
    });
    const directory = directoryOf(plan);
    const regulatorKey = options.regulatorKey ?? state.regulatorKey;
    const table = accessTableOf(directory);
    if (table !== undefined) {
      const regulators = Object.keys(settings.regulators);
      await registerLocalKey({ key: regulatorKey, regulators, table, dynamodb: engine.endpoint, now: new Date() });
    }

    const twilioToken = options.twilioToken ?? state.twilioToken;
    const twilioSecret = twilioSecretOf(directory);
    if (twilioSecret !== undefined) {
      secrets.override(twilioSecret, JSON.stringify({ current: twilioToken }));
    }

    const destinations = createDestinations(messages);
    const host = createFunctionHost({
      definitions: plan.functions,
      endpoints,
      logFolder: folder.logs,
      onEventLost: destinations.deadLetter,
      ...(options.retryAfter === undefined ? {} : { retryAfter: options.retryAfter }),
    });
    functions = host;
    cleanups.add(() => host.stop());
    const queueUrlOf = (arn: string) => queueUrl(messagesUrl, arn.split(':').at(-1) ?? '');
    const deliver = (targetArn: string, event: string) =>
      host.has(targetArn) ? host.invokeLater(targetArn, event) : destinations.send(targetArn, parseJson(event));
    announce = announceObjects({ buckets: plan.announcingBuckets, rules: plan.eventRules, deliver });
    await announceAgain(messagesUrl, plan.announcingBuckets, announce);
    const running = await runPlan({ plan, folder, functions: host, streams, sqs, queueUrlOf, destinations });
    cleanups.add(() => running.stop());
    gateway.serve({
      apiId: plan.apiId ?? 'local',
      match: createRouteTable(routesOf(plan)),
      invoke: host.invoke,
      ...(plan.edge === undefined ? {} : { edge: createEdge(plan.edge, options.now ?? Date.now) }),
      about: { directory, endpoints, region: LOCAL_REGION },
    });
    // Last in, first out: no new requests while the rest still works.
    cleanups.add(() => gateway.stop());
    return { url, directory, endpoints, region: LOCAL_REGION, regulatorKey, twilioToken, stop: () => cleanups.run() };
  } catch (error) {
    await cleanups.run();
    throw error;
  }
}
