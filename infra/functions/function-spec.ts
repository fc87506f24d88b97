import type { GatewayName } from '#shared/intake/gateways/inbound-sms.ts';
import type { incomingFolder } from '#shared/registry/uploads/upload-place.ts';
import type { stagedFolder } from '#shared/storage/keys.ts';
import type { UploadFolder } from '#shared/storage/upload-keys.ts';
import type { BucketAccess, TableAccess, TableName } from '../access.ts';
import type { Runbook } from '../constructs/house-alarms.ts';
import type { Settings } from '../settings.ts';

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

/** Whether a deployment with such settings has it. */
export type Condition = (settings: Settings) => boolean;

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
