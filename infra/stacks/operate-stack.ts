import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { publishDirectory } from '../constructs/directory.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';
import type { ServiceStack } from './service-stack.ts';

interface OperateStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly service: ServiceStack;
  readonly apiUrl: string;
}

/** What an operator works with: the directory and the alarms. */
export class OperateStack extends Stack {
  constructor(scope: Construct, id: string, { settings, data, service, apiUrl, ...props }: OperateStackProps) {
    super(scope, id, props);
    publishDirectory(this, { settings, data, service, apiUrl });
  }
}
