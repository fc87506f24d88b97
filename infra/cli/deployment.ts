import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { directoryParameterName } from '#infra/directory-name.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { readSecret } from '#shared/storage/secret-store.ts';
import { type Directory, directorySchema, localAnswerSchema } from './directory.ts';

/** A running Ringfence as the command line sees it: on AWS, or on this machine. */
export interface Deployment {
  readonly local: boolean;
  readonly directory: Directory;
  readonly documentClient: DynamoDBDocumentClient;
  readonly lambdaClient: LambdaClient;
  readonly sqsClient: SQSClient;
  readonly streamsClient: DynamoDBStreamsClient;
  readonly s3Client: S3Client;
  masterSecret(): Promise<string>;
  /** The text of a secret, by ARN. */
  secret(arn: string): Promise<string>;
}

/** A deployment that cannot be found, in words for the operator. */
export class DeploymentNotFound extends Error {
  override readonly name = 'DeploymentNotFound';
}

/** Finds a local run through its `/_local` page. */
export async function localDeployment(endpoint: string): Promise<Deployment> {
  let answer: unknown;
  try {
    const response = await fetch(new URL('/_local', endpoint), { signal: AbortSignal.timeout(10_000) });
    answer = response.ok ? await response.json() : undefined;
  } catch (error) {
    throw new DeploymentNotFound(`Nothing answers at ${endpoint}. Is the local run up (npm start)?`, { cause: error });
  }
  const parsed = localAnswerSchema.safeParse(answer);
  if (!parsed.success) {
    throw new DeploymentNotFound(`${endpoint} is not a local run of Ringfence.`, { cause: parsed.error });
  }
  const { directory, endpoints, region } = parsed.data;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const at = (url: string) => ({ endpoint: url, region, credentials });
  const secrets = new SecretsManagerClient(at(endpoints.secretsmanager));
  return {
    local: true,
    directory,
    documentClient: documentClient(new DynamoDBClient({ ...at(endpoints.dynamodb), maxAttempts: 6 })),
    lambdaClient: new LambdaClient(at(endpoints.lambda)),
    sqsClient: new SQSClient(at(endpoints.sqs)),
    streamsClient: new DynamoDBStreamsClient(at(endpoints.dynamodb)),
    // The local service knows buckets by path.
    s3Client: new S3Client({ ...at(endpoints.s3), forcePathStyle: true }),
    masterSecret: () => readSecret(directory.masterSecretArn, secrets),
    secret: (arn) => readSecret(arn, secrets),
  };
}

/** Finds a deployment on AWS through its directory parameter, with the credentials and region of the environment. */
export async function awsDeployment(stage: string): Promise<Deployment> {
  const name = directoryParameterName(stage);
  let text: string | undefined;
  try {
    text = (await new SSMClient({}).send(new GetParameterCommand({ Name: name }))).Parameter?.Value;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DeploymentNotFound(
      `No deployment found: reading parameter ${name} failed (${why}). For the local run add --endpoint http://127.0.0.1:8080.`,
      { cause: error },
    );
  }
  const directory = directorySchema.parse(JSON.parse(text ?? 'null'));
  return {
    local: false,
    directory,
    documentClient: documentClient(new DynamoDBClient({ maxAttempts: 10 })),
    lambdaClient: new LambdaClient({}),
    sqsClient: new SQSClient({}),
    streamsClient: new DynamoDBStreamsClient({}),
    s3Client: new S3Client({ maxAttempts: 8 }),
    masterSecret: () => readSecret(directory.masterSecretArn),
    secret: (arn) => readSecret(arn),
  };
}
