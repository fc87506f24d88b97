import type { GatewayName } from '#shared/intake/gateways/inbound-sms.ts';
import type { incomingFolder } from '#shared/registry/uploads/upload-place.ts';
import type { stagedFolder } from '#shared/storage/keys.ts';
import type { UploadFolder } from '#shared/storage/upload-keys.ts';
import type { BucketAccess, TableAccess, TableName } from './access.ts';
import type { Runbook } from './constructs/house-alarms.ts';
import type { Settings } from './settings.ts';
import { gatewaysOn, webhookGatewaysOn } from './sms-settings.ts';

/** Settings of the deployment that a function can ask for, by the name of its environment variable. */
export type SettingVariable =
  | 'DEFAULT_COUNTRY'
  | 'REQUIRE_CONTACT_PROOF'
  | 'REPORT_RETENTION_DAYS'
  | 'REGISTRY_POINTER_SECONDS'
  | 'RESEND_AFTER_MINUTES'
  | 'PUBLIC_URL'
  | 'FORM_CHECKS'
  | 'EXPORT_DELIVERY'
  | 'REGULATORS'
  | 'MAIL'
  | 'SMS';

export interface RouteSpec {
  /** As the API declares it and the handler sees it, for example `GET /v1/reports/{receipt}`. */
  readonly route: string;
  /** `anyone`: public, or by receipt; `regulators`: the function checks the bearer key; `gateways`: their signature. */
  readonly for: 'anyone' | 'regulators' | 'gateways';
  /** A page for browsers: its way in is in the OpenAPI document, what lies under it is not. */
  readonly page?: true;
  /** Deployments with such settings have it; all have it without this. */
  readonly onlyWith?: Condition;
}

type Condition = (settings: Settings) => boolean;

export interface StreamSpec {
  readonly table: 'Reports' | 'Complaints';
  readonly batchSize: number;
  readonly windowSeconds: number;
  /** Takes the number of parallel batches per shard from the settings. */
  readonly parallel?: true;
  /** Condition on the new image, as an event filter pattern. */
  readonly newImage?: Readonly<Record<string, unknown>>;
}

/** What one function is, may and does; folder `functions/<name>`. */
export interface FunctionSpec {
  readonly name: string;
  /** MB; in proportion to it comes the processor. */
  readonly memory: number;
  readonly timeoutSeconds: number;
  readonly tables?: Partial<Record<TableName, readonly TableAccess[]>>;
  /** Takes reports of the public, of which a line may make so many in a day (docs/adr/0017). */
  readonly talliesReporters?: true;
  /** Knows callers by regulator key and records what they read: the Access table. */
  readonly opensByKey?: true;
  readonly complaintBucket?: readonly BucketAccess[];
  readonly exportBucket?: readonly BucketAccess[];
  /** By folder (shared/storage/upload-keys.ts); `list` is of the whole bucket. */
  readonly uploadBucket?: Readonly<Partial<Record<UploadFolder, readonly BucketAccess[]>>>;
  /** Snapshots of do-not-call lists. */
  readonly registryBucket?: readonly BucketAccess[];
  /** Uploaded do-not-call lists, by folder. */
  readonly listBucket?: Readonly<Partial<Record<typeof incomingFolder | typeof stagedFolder, readonly BucketAccess[]>>>;
  /** Takes from a queue of work on uploaded lists: `files` and passes on their areas, or `areas`; so many at once. */
  readonly worksOnLists?: { readonly queue: 'files' | 'areas'; readonly atOnce: number; readonly attempts: number };
  readonly masterSecret?: true;
  readonly settings?: readonly SettingVariable[];
  readonly routes?: readonly RouteSpec[];
  readonly stream?: StreamSpec;
  /** Runs for each object that comes to one of these folders of the upload bucket. */
  readonly uploads?: readonly UploadFolder[];
  /** Minutes, or `export` for the setting. */
  readonly everyMinutes?: number | 'export';
  /** Takes messages from the queue of AWS End User Messaging, so many at a time. */
  readonly inboundSms?: { readonly batchSize: number };
  /** Knows the secrets of these gateways, where they are on. */
  readonly gatewaySecrets?: readonly GatewayName[];
  /** Sends text messages through AWS End User Messaging. */
  readonly sendsSms?: true;
  readonly sendsToRegulators?: true;
  /** Asks for proof of contact: puts the ids of reports onto the queue of asked-for links. */
  readonly asksForProof?: true;
  /** Mails the links on that queue, so many messages at a time. */
  readonly mailsProof?: { readonly batchSize: number };
  /** Deployments with such settings have it; all have it without this. */
  readonly onlyWith?: Condition;
  /** Of a schedule: the page that helps when it has not run for an hour (for an export, when none came). */
  readonly silent?: Runbook;
  /** Who is harmed when it fails: the first words of its alarms. */
  readonly harm: string;
}

const anyone = (...routes: string[]): RouteSpec[] => routes.map((route) => ({ route, for: 'anyone' }));
const pages = (...routes: string[]): RouteSpec[] => routes.map((route) => ({ route, for: 'anyone', page: true }));
const regulators = (...routes: string[]): RouteSpec[] => routes.map((route) => ({ route, for: 'regulators' }));

/** These bring long texts in parts (the generic one as its fields say). */
const partGateways: readonly GatewayName[] = ['vonage', 'generic'];

const withGateway =
  (name: GatewayName): Condition =>
  ({ sms }) =>
    gatewaysOn(sms).includes(name);
const webhook = (route: string, gateway: GatewayName): RouteSpec => ({
  route,
  for: 'gateways',
  onlyWith: withGateway(gateway),
});

/** What taking and completing a report by text message touches. */
const smsTables: FunctionSpec['tables'] = {
  Reports: ['read', 'put'],
  Subjects: ['read'],
  Facts: ['read'],
  Registrations: ['read'],
  Complaints: ['read'],
  Conversations: ['read', 'put', 'update'],
};
const smsSettings: readonly SettingVariable[] = [
  'DEFAULT_COUNTRY',
  'REPORT_RETENTION_DAYS',
  'REGISTRY_POINTER_SECONDS',
  'SMS',
];

/** Every function of the app. Stacks, routes, permissions, alarms and the directory are made from this list. */
export const functionSpecs: readonly FunctionSpec[] = [
  {
    name: 'take-report',
    memory: 1024,
    timeoutSeconds: 29,
    tables: {
      Reports: ['read', 'put'],
      Subjects: ['read'],
      Facts: ['read'],
      Registrations: ['read'],
      // A repeated request is answered with the report as it stands now.
      Complaints: ['read'],
    },
    talliesReporters: true,
    masterSecret: true,
    settings: ['DEFAULT_COUNTRY', 'REPORT_RETENTION_DAYS', 'REGISTRY_POINTER_SECONDS'],
    routes: anyone('POST /v1/reports', 'POST /v1/reports/batch'),
    harm: 'People who report a call or text get an error instead of a receipt.',
  },
  {
    name: 'read-call-log',
    // A packed log of 4 MB holds up to 200,000 rows.
    memory: 2048,
    timeoutSeconds: 29,
    settings: ['DEFAULT_COUNTRY'],
    routes: anyone('POST /v1/call-logs'),
    harm: 'People who send the call log of their phone get an error and would have to type every call.',
  },
  {
    name: 'take-call-log-upload',
    memory: 1024,
    timeoutSeconds: 29,
    uploadBucket: { asked: ['read', 'write', 'list'], files: ['write'], read: ['read'] },
    settings: ['DEFAULT_COUNTRY'],
    routes: anyone('POST /v1/call-logs/uploads', 'GET /v1/call-logs/{id}'),
    harm: 'People whose call log is larger than 4 MB can neither upload it nor see what was read.',
  },
  {
    name: 'read-uploaded-log',
    memory: 2048,
    // 1 GB, unpacked, at the speed of the slowest format.
    timeoutSeconds: 300,
    uploadBucket: { asked: ['read', 'list', 'erase'], files: ['read', 'erase'], read: ['read', 'write', 'erase'] },
    settings: ['DEFAULT_COUNTRY'],
    uploads: ['files', 'again'],
    harm: 'People who uploaded a call log wait for a list of their calls that never comes.',
  },
  {
    name: 'sweep-call-logs',
    memory: 512,
    timeoutSeconds: 240,
    uploadBucket: { asked: ['list', 'erase'], files: ['erase'], again: ['erase'], read: ['erase'] },
    everyMinutes: 30,
    silent: 'call-logs-kept',
    harm: 'Call logs of people who did not come back stay longer than the 24 hours they were promised.',
  },
  {
    name: 'follow-report',
    memory: 1024,
    timeoutSeconds: 15,
    tables: {
      Reports: ['read', 'put'],
      Subjects: ['read'],
      Facts: ['read'],
      Registrations: ['read'],
      Complaints: ['read'],
    },
    masterSecret: true,
    settings: ['DEFAULT_COUNTRY', 'REQUIRE_CONTACT_PROOF', 'REPORT_RETENTION_DAYS', 'REGISTRY_POINTER_SECONDS'],
    routes: anyone(
      'GET /v1/reports/{receipt}',
      'PATCH /v1/reports/{receipt}',
      'DELETE /v1/reports/{receipt}',
      'GET /v1/reports/{receipt}/complaints/{id}',
      'GET /v1/reports/{receipt}/complaints/{id}/letter.txt',
    ),
    harm: 'People cannot follow, correct or withdraw their report.',
  },
  {
    name: 'serve-pages',
    memory: 1024,
    timeoutSeconds: 29,
    tables: {
      Reports: ['read', 'put'],
      Subjects: ['read'],
      Facts: ['read'],
      Registrations: ['read'],
      Complaints: ['read'],
    },
    talliesReporters: true,
    masterSecret: true,
    settings: ['DEFAULT_COUNTRY', 'REPORT_RETENTION_DAYS', 'REGISTRY_POINTER_SECONDS', 'FORM_CHECKS'],
    routes: pages(
      'GET /',
      'GET /call',
      'POST /call',
      'GET /text',
      'POST /text',
      'GET /status',
      'POST /status',
      'POST /r/{receipt}/answer',
      'GET /r/{receipt}/correct',
      'POST /r/{receipt}/correct',
      'GET /assets/{version}/{name}',
    ),
    harm: 'People with a browser cannot report or correct a call or a text, and no page has its script.',
  },
  {
    name: 'serve-contest',
    memory: 1024,
    timeoutSeconds: 29,
    tables: { Disputes: ['read', 'put'] },
    masterSecret: true,
    settings: ['DEFAULT_COUNTRY', 'REPORT_RETENTION_DAYS', 'FORM_CHECKS'],
    routes: pages('GET /contest', 'POST /contest', 'GET /contest/{reference}', 'GET /data', 'GET /regulators'),
    harm: 'People whose number was reported cannot contest its listing, or see what became of that. Nobody can read what happens to data.',
  },
  {
    name: 'serve-verdict',
    memory: 1024,
    timeoutSeconds: 29,
    tables: { Reports: ['read'], Subjects: ['read'], Facts: ['read'], Complaints: ['read'] },
    masterSecret: true,
    settings: [],
    routes: pages('GET /r/{receipt}/verdict'),
    harm: 'People with a browser do not see which rules look broken.',
  },
  {
    name: 'serve-own-pages',
    memory: 1024,
    timeoutSeconds: 29,
    tables: {
      Reports: ['read', 'put'],
      Subjects: ['read'],
      Facts: ['read'],
      Registrations: ['read'],
      Complaints: ['read'],
    },
    masterSecret: true,
    settings: ['DEFAULT_COUNTRY', 'REQUIRE_CONTACT_PROOF', 'REPORT_RETENTION_DAYS', 'REGISTRY_POINTER_SECONDS'],
    routes: pages('GET /r/{receipt}', 'GET /r/{receipt}/withdraw', 'POST /r/{receipt}/withdraw'),
    harm: 'People with a browser cannot follow or withdraw their report.',
  },
  {
    name: 'serve-complaint-pages',
    memory: 1024,
    timeoutSeconds: 29,
    tables: {
      Reports: ['read', 'put'],
      Subjects: ['read'],
      Facts: ['read'],
      Registrations: ['read'],
      Complaints: ['read'],
    },
    masterSecret: true,
    settings: [
      ...(['DEFAULT_COUNTRY', 'REQUIRE_CONTACT_PROOF', 'REPORT_RETENTION_DAYS', 'REGISTRY_POINTER_SECONDS'] as const),
      ...(['MAIL', 'REGULATORS'] as const),
    ],
    asksForProof: true,
    routes: pages(
      'GET /r/{receipt}/complaint',
      'POST /r/{receipt}/complaint',
      'POST /r/{receipt}/proof',
      'GET /r/proof/{token}',
      'POST /r/proof/{token}',
    ),
    harm: 'People with a browser cannot complain, and links in mails lead nowhere.',
  },
  {
    name: 'serve-log-upload',
    memory: 1024,
    timeoutSeconds: 29,
    uploadBucket: { asked: ['read', 'write', 'list'], files: ['write'], again: ['write'], read: ['read'] },
    masterSecret: true,
    settings: ['DEFAULT_COUNTRY', 'PUBLIC_URL'],
    routes: pages('GET /log', 'POST /log', 'GET /log/{id}/columns', 'POST /log/{id}/columns', 'POST /log/{id}/zone'),
    harm: 'People with a browser cannot upload a call log or say how it is to be read.',
  },
  {
    name: 'serve-log-pages',
    memory: 1024,
    timeoutSeconds: 29,
    uploadBucket: { asked: ['read', 'list', 'erase'], files: ['erase'], read: ['read', 'erase'] },
    masterSecret: true,
    settings: ['DEFAULT_COUNTRY'],
    routes: pages('GET /log/{id}', 'POST /log/{id}', 'POST /log/{id}/next'),
    harm: 'People who uploaded a call log do not see its calls and cannot choose among them.',
  },
  {
    name: 'serve-log-reports',
    memory: 1024,
    timeoutSeconds: 29,
    tables: {
      Reports: ['read', 'put'],
      Subjects: ['read'],
      Facts: ['read'],
      Registrations: ['read'],
      Complaints: ['read'],
    },
    talliesReporters: true,
    masterSecret: true,
    settings: ['DEFAULT_COUNTRY', 'REPORT_RETENTION_DAYS', 'REGISTRY_POINTER_SECONDS'],
    routes: pages('POST /log/{id}/reports', 'GET /log/{id}/reports', 'GET /log/{id}/receipts.txt'),
    harm: 'People who chose calls of their log cannot report them, or do not see their receipts.',
  },
  {
    name: 'take-sms',
    memory: 1024,
    // Twilio waits 15 seconds.
    timeoutSeconds: 14,
    tables: smsTables,
    masterSecret: true,
    settings: smsSettings,
    gatewaySecrets: ['twilio', 'vonage', 'vonage-messages', 'infobip', 'generic'],
    routes: [
      webhook('POST /v1/sms/twilio', 'twilio'),
      webhook('POST /v1/sms/vonage', 'vonage'),
      // Vonage's SMS API may be set to either.
      webhook('GET /v1/sms/vonage', 'vonage'),
      webhook('POST /v1/sms/vonage-messages', 'vonage-messages'),
      webhook('POST /v1/sms/infobip', 'infobip'),
      webhook('POST /v1/sms/generic', 'generic'),
    ],
    onlyWith: ({ sms }) => webhookGatewaysOn(sms).length > 0,
    harm: 'People who forward a text to the short code get no answer; their report comes in only if the gateway tries again.',
  },
  {
    name: 'take-queued-sms',
    memory: 1024,
    timeoutSeconds: 30,
    tables: smsTables,
    masterSecret: true,
    settings: smsSettings,
    inboundSms: { batchSize: 10 },
    sendsSms: true,
    onlyWith: withGateway('aws'),
    harm: 'People who forward a text get their answer late or never; their texts wait on the queue.',
  },
  {
    name: 'flush-sms-parts',
    memory: 1024,
    timeoutSeconds: 55,
    tables: smsTables,
    masterSecret: true,
    settings: smsSettings,
    gatewaySecrets: ['vonage'],
    everyMinutes: 1,
    silent: 'sms-parts-silent',
    onlyWith: ({ sms }) => partGateways.some((name) => gatewaysOn(sms).includes(name)),
    harm: 'Long texts of which a part was lost do not become reports, and the people who forwarded them get no answer.',
  },
  {
    name: 'mail-contact-proof',
    memory: 512,
    timeoutSeconds: 30,
    tables: { Reports: ['read'], Conversations: ['update'] },
    masterSecret: true,
    settings: ['MAIL'],
    mailsProof: { batchSize: 5 },
    onlyWith: ({ mail }) => mail.from !== null,
    harm: 'People who complained wait for the link that shows their address is theirs, and their complaints stay incomplete.',
  },
  {
    name: 'describe-service',
    memory: 512,
    timeoutSeconds: 10,
    // `$default` answers every address that is not a route with a 404 problem instead of the gateway's own body.
    routes: anyone('GET /healthz', 'GET /openapi.json', '$default'),
    harm: 'Programs that read the API description, and health checks, get errors.',
  },
  {
    name: 'serve-offenders',
    memory: 1024,
    timeoutSeconds: 29,
    tables: { Subjects: ['read', 'scan'], Facts: ['read'] },
    opensByKey: true,
    masterSecret: true,
    routes: regulators('GET /v1/offenders', 'GET /v1/offenders/{id}', 'GET /v1/audit'),
    harm: 'Regulators cannot read offenders or their audit trail.',
  },
  {
    name: 'serve-exports',
    memory: 1024,
    timeoutSeconds: 29,
    opensByKey: true,
    exportBucket: ['read', 'list'],
    settings: ['EXPORT_DELIVERY'],
    routes: regulators('GET /v1/exports', 'GET /v1/exports/{id}', 'GET /v1/exports/{id}/{file}'),
    harm: 'Regulators cannot fetch exports and work from an old list.',
  },
  {
    name: 'serve-complaints',
    memory: 1024,
    timeoutSeconds: 15,
    // Whether a report still stands, before its complaint is given out for the first time.
    tables: { Complaints: ['read', 'put'], Reports: ['read'] },
    opensByKey: true,
    complaintBucket: ['read', 'list'],
    masterSecret: true,
    routes: regulators('GET /v1/complaints', 'GET /v1/complaints/{id}', 'POST /v1/complaints/{id}/events'),
    harm: 'Regulators cannot fetch or answer complaints, and people who complained see no progress.',
  },
  {
    name: 'count-facts',
    memory: 1024,
    timeoutSeconds: 60,
    tables: { Subjects: ['read', 'update'], Facts: ['read', 'put', 'update', 'erase'] },
    stream: { table: 'Reports', batchSize: 100, windowSeconds: 1, parallel: true },
    harm: 'Reports are not counted: people see the status "received", and regulators see figures that are too low.',
  },
  {
    name: 'decide-complaints',
    memory: 1024,
    timeoutSeconds: 60,
    tables: { Complaints: ['read', 'put'] },
    complaintBucket: ['list', 'write', 'erase'],
    masterSecret: true,
    settings: ['REQUIRE_CONTACT_PROOF', 'REGULATORS'],
    stream: {
      table: 'Reports',
      batchSize: 25,
      windowSeconds: 1,
      newImage: { complaintAsked: { BOOL: [true] } },
    },
    harm: 'People asked for a complaint and none is drafted.',
  },
  {
    name: 'queue-complaints',
    memory: 512,
    timeoutSeconds: 30,
    tables: { Complaints: ['read', 'update'] },
    settings: ['REGULATORS', 'RESEND_AFTER_MINUTES'],
    stream: { table: 'Complaints', batchSize: 25, windowSeconds: 1, newImage: { unsent: { BOOL: [true] } } },
    sendsToRegulators: true,
    harm: "Finished complaints do not reach the regulator's queue until the sweep sends them.",
  },
  {
    name: 'sweep-complaints',
    memory: 512,
    timeoutSeconds: 240,
    tables: { Complaints: ['read', 'put', 'update'] },
    settings: ['REGULATORS', 'RESEND_AFTER_MINUTES'],
    everyMinutes: 5,
    silent: 'sweep-silent',
    sendsToRegulators: true,
    harm: 'Complaints that were never taken are not sent again, and people wait for an answer that cannot come.',
  },
  {
    name: 'publish-export',
    memory: 2048,
    timeoutSeconds: 900,
    tables: { Subjects: ['read', 'scan'], Facts: ['read'] },
    exportBucket: ['write'],
    everyMinutes: 'export',
    silent: 'export-not-published',
    harm: 'Regulators work from an old list: new offenders are missing and withdrawn numbers still stand in it.',
  },
  {
    name: 'read-registry-file',
    // A national list as a bit a number takes 200 MB and a minute of processor (docs/registry-uploads.md).
    memory: 2048,
    timeoutSeconds: 900,
    tables: { Registrations: ['read', 'put', 'update', 'load'] },
    registryBucket: ['read', 'list', 'write', 'erase'],
    listBucket: { incoming: ['read', 'list', 'erase'], staged: ['write'] },
    worksOnLists: { queue: 'files', atOnce: 4, attempts: 3 },
    harm: 'A do-not-call list that was uploaded does not come to answer: reports of people are judged by an older one.',
  },
  {
    name: 'load-registry-area',
    memory: 1024,
    timeoutSeconds: 300,
    tables: { Registrations: ['read', 'put', 'update', 'load'] },
    registryBucket: ['list', 'write', 'erase'],
    listBucket: { staged: ['read', 'list', 'write', 'erase'] },
    worksOnLists: { queue: 'areas', atOnce: 10, attempts: 5 },
    harm: 'A do-not-call list that was read does not come to answer: reports of people are judged by an older one.',
  },
];

/** The functions of a deployment with these settings, with the routes that it has. */
export function functionsOf(settings: Settings): FunctionSpec[] {
  const here = ({ onlyWith }: { readonly onlyWith?: Condition }) => onlyWith === undefined || onlyWith(settings);
  return functionSpecs
    .filter(here)
    .map((spec) => (spec.routes === undefined ? spec : { ...spec, routes: spec.routes.filter(here) }));
}
