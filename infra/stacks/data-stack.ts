import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  StreamViewType,
  Table,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

interface DataStackProps extends StackProps {
  readonly settings: Settings;
}

/** What must outlive every deployment: tables by privilege and lifetime. */
export class DataStack extends Stack {
  readonly reports: Table;
  readonly subjects: Table;
  readonly facts: Table;
  readonly complaints: Table;
  readonly registrations: Table;
  readonly access: Table;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, props);
    const string = (name: string) => ({ name, type: AttributeType.STRING });
    const table = (name: string, more: Omit<TableProps, 'partitionKey'>) =>
      new Table(this, name, {
        partitionKey: string('pk'),
        billingMode: BillingMode.PAY_PER_REQUEST,
        encryption: TableEncryption.AWS_MANAGED,
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
        deletionProtection: true,
        removalPolicy: RemovalPolicy.RETAIN,
        ...more,
      });
    this.reports = table('Reports', { stream: StreamViewType.NEW_IMAGE, timeToLiveAttribute: 'expiresAt' });
    this.subjects = table('Subjects', {});
    this.facts = table('Facts', { sortKey: { name: 'sk', type: AttributeType.BINARY } });
    this.complaints = table('Complaints', { stream: StreamViewType.NEW_IMAGE });
    this.complaints.addGlobalSecondaryIndex({
      indexName: 'by-regulator',
      partitionKey: string('regulator'),
      sortKey: string('listed'),
    });
    this.complaints.addGlobalSecondaryIndex({
      indexName: 'untaken',
      partitionKey: string('untaken'),
      sortKey: string('untakenSince'),
    });
    this.registrations = table('Registrations', {});
    this.access = table('Access', { sortKey: string('sk'), timeToLiveAttribute: 'expiresAt' });
  }
}
