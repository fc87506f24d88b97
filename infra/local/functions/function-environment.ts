import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LOCAL_REGION } from '../template/environment.ts';
import type { FunctionDefinition } from './function-definition.ts';

/** Of all functions: the engines check no signature, but forms for uploads are checked by it. */
export const LOCAL_SECRET_KEY = 'local';

/** Where the local services answer. */
export interface Endpoints {
  readonly dynamodb: string;
  readonly sqs: string;
  readonly s3: string;
  readonly secretsmanager: string;
  readonly lambda: string;
  /** Sending of text messages. */
  readonly sms: string;
  /** Sending of mail. */
  readonly mail: string;
}

/**
 * Everything a function sees of its surroundings: what its template gives it and what Lambda's runtime would set; of
 * this process it inherits nothing. The SDK finds the local services by its own AWS_ENDPOINT_URL_* variables.
 */
export function functionEnvironment(definition: FunctionDefinition, endpoints: Endpoints): Record<string, string> {
  return {
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
    PATH: '/usr/local/bin:/usr/bin/:/bin',
    AWS_REGION: LOCAL_REGION,
    AWS_DEFAULT_REGION: LOCAL_REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: LOCAL_SECRET_KEY,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LAMBDA_TASK_ROOT: definition.codeFolder,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_SNS: endpoints.sqs,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secretsmanager,
    AWS_ENDPOINT_URL_LAMBDA: endpoints.lambda,
    AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: endpoints.sms,
    AWS_ENDPOINT_URL_SESV2: endpoints.mail,
    ...definition.environment,
  };
}

/** File and export of a handler like `index.handler`. Throws when the asset holds no such file. */
export function findHandler(definition: FunctionDefinition): { readonly file: string; readonly exportName: string } {
  const dot = definition.handler.lastIndexOf('.');
  const path = join(definition.codeFolder, definition.handler.slice(0, dot));
  const file = ['.mjs', '.js', '.cjs'].map((ending) => path + ending).find((candidate) => existsSync(candidate));
  if (file === undefined) {
    throw new Error(
      `${definition.codeFolder} holds no file for the handler ${definition.handler} of ${definition.name}`,
    );
  }
  return { file, exportName: definition.handler.slice(dot + 1) };
}
