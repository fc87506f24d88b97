import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption, type TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { TableAccess } from '../access.ts';

const actions: Readonly<Record<TableAccess, readonly string[]>> = {
  read: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  scan: ['dynamodb:Scan'],
  put: ['dynamodb:PutItem'],
  update: ['dynamodb:UpdateItem'],
  erase: ['dynamodb:DeleteItem'],
  load: ['dynamodb:BatchWriteItem'],
};

const keyActions = {
  read: ['kms:Decrypt', 'kms:DescribeKey'],
  write: ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
};

interface IndexProps {
  readonly indexName: string;
  readonly partitionKey: string;
  readonly sortKey: string;
}

/** A table that survives its stack, a wrong key and a wrong hand: retained, encrypted, restorable, deletion refused. */
export class HouseTable extends Table {
  readonly #indexNames: string[] = [];

  constructor(scope: Construct, id: string, props: Omit<TableProps, 'partitionKey'>) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: props.encryptionKey === undefined ? TableEncryption.AWS_MANAGED : TableEncryption.CUSTOMER_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...props,
    });
  }

  addIndex({ indexName, partitionKey, sortKey }: IndexProps): void {
    this.#indexNames.push(indexName);
    this.addGlobalSecondaryIndex({
      indexName,
      partitionKey: { name: partitionKey, type: AttributeType.STRING },
      sortKey: { name: sortKey, type: AttributeType.STRING },
    });
  }

  /** Exactly these actions, on the table and its indexes by name, and on its key where it has its own. */
  allow(grantee: IGrantable, access: readonly TableAccess[]): void {
    const indexes = access.some((kind) => kind === 'read' || kind === 'scan')
      ? this.#indexNames.map((name) => `${this.tableArn}/index/${name}`)
      : [];
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: access.flatMap((kind) => actions[kind]),
        resources: [this.tableArn, ...indexes],
      }),
    );
    this.#allowKey(
      grantee,
      access.some((kind) => kind !== 'read' && kind !== 'scan'),
    );
  }

  /** Adding items, or changing parts of them, whose partition key begins so, and no others. */
  allowUnder(grantee: IGrantable, prefix: string, access: 'put' | 'update'): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: actions[access].slice(),
        resources: [this.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}*`] } },
      }),
    );
    this.#allowKey(grantee, true);
  }

  /** Reading the table's stream as an event-source mapping does. */
  allowStream(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [this.streamArn],
      }),
    );
    // Listing takes a table's streams, never one stream.
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: [`${this.tableArn}/stream/*`] }),
    );
    this.#allowKey(grantee, false);
  }

  get streamArn(): string {
    if (this.tableStreamArn === undefined) {
      throw new Error(`${this.node.id} has no stream`);
    }
    return this.tableStreamArn;
  }

  #allowKey(grantee: IGrantable, writes: boolean): void {
    if (this.encryptionKey === undefined) {
      return;
    }
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: writes ? [...keyActions.read, ...keyActions.write] : keyActions.read,
        resources: [this.encryptionKey.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${this.stack.region}.amazonaws.com` } },
      }),
    );
  }
}
