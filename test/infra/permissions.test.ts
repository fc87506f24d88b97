import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functionSpecs } from '#infra/functions.ts';
import { at, fullSettings, mentions, ofType, type Resource, synthesise } from './synthesised.ts';

const resources = synthesise(fullSettings);

const list = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), item.transform((one) => [one])]) as z.ZodType<z.output<T>[]>;
const statementSchema = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: list(z.string()),
  Resource: list(z.unknown()).default([]),
  Principal: z.unknown().optional(),
  Condition: z.unknown().optional(),
});
const policySchema = z.object({ Statement: z.array(statementSchema) });

/** What a document allows; denials may be as broad as they like. */
const allowed = (document: unknown) =>
  policySchema.parse(document).Statement.filter(({ Effect }) => Effect === 'Allow');

/** Of the role with which a number's two-way channel publishes; every other is a function's. */
const channel = /^InboundSmsChannelRole/;
const policies = ofType(resources, 'AWS::IAM::Policy')
  .filter(({ id }) => !channel.test(id))
  .map((policy) => [policy.id, allowed(policy.properties['PolicyDocument'])] as const);

/** The actions of a function on what its policy names by this logical id. */
function actionsOn(functionName: string, id: string): string[] {
  const [, statements = []] = policies.find(([policy]) => policy.startsWith(functionName.replaceAll('-', ''))) ?? [];
  const actions = statements
    .filter(({ Resource }) => mentions(Resource, id))
    .flatMap(({ Action }) => Action)
    .map((action) => action.replace(/^.*:/, ''));
  // Rights under several prefixes of keys are one statement each.
  return [...new Set(actions)].toSorted();
}

describe('permissions of functions', () => {
  it.each(policies)('%s names every action in full', (_, statements) => {
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  it.each(policies)('%s names its resources, but for objects of a bucket and streams of a table', (_, statements) => {
    const endings = statements
      .flatMap(({ Resource }) => Resource)
      .map((resource) => (typeof resource === 'string' ? resource : at(resource, 'Fn::Join', 1, 1)))
      .filter((ending) => typeof ending === 'string' && ending.includes('*'));
    expect(
      endings.filter((ending) => !/^\/((asked|files|again|read|incoming|staged|stream)\/)?\*$/.test(String(ending))),
    ).toEqual([]);
  });

  it('come from one policy per function and nothing managed', () => {
    for (const { properties } of ofType(resources, 'AWS::IAM::Role')) {
      expect(properties).not.toHaveProperty('ManagedPolicyArns');
      expect(properties).not.toHaveProperty('Policies');
    }
    expect(policies).toHaveLength(functionSpecs.length);
  });

  it('to touch tables are these and no more', () => {
    const read = ['BatchGetItem', 'GetItem', 'Query'];
    const and = (...more: string[]) => [...read, ...more].toSorted();
    const matrix = Object.fromEntries(
      policies.map(([policy]) => {
        const name = policy.replace(/RoleDefaultPolicy.*/, '');
        const tables = ofType(resources, 'AWS::DynamoDB::Table')
          .map(({ id }) => [id.replace(/[0-9A-F]{8}$/, ''), actionsOn(name, `GetAtt${id}Arn`)] as const)
          .map(([table, actions]) => [table, actions.filter((action) => action !== 'ListStreams')] as const)
          .filter(([, actions]) => actions.length > 0);
        return [name, Object.fromEntries(tables)];
      }),
    );
    const intake = { Reports: and('PutItem'), Subjects: read, Facts: read, Registrations: read, Complaints: read };
    const texts = { ...intake, Conversations: and('PutItem', 'UpdateItem') };
    expect(matrix).toEqual({
      takereport: { ...intake, Conversations: ['UpdateItem'] },
      followreport: intake,
      readcalllog: {},
      takecalllogupload: {},
      readuploadedlog: {},
      sweepcalllogs: {},
      servepages: { ...intake, Conversations: ['UpdateItem'] },
      servecontest: { Disputes: and('PutItem') },
      serveverdict: { Reports: read, Subjects: read, Facts: read, Complaints: read },
      serveownpages: intake,
      servecomplaintpages: { ...intake, Conversations: ['UpdateItem'] },
      servelogupload: {},
      servelogpages: {},
      servelogreports: { ...intake, Conversations: ['UpdateItem'] },
      takesms: texts,
      takequeuedsms: texts,
      flushsmsparts: texts,
      mailcontactproof: { Reports: read, Conversations: ['UpdateItem'] },
      describeservice: {},
      serveoffenders: { Subjects: and('Scan'), Facts: read, Access: and('PutItem') },
      serveexports: { Access: and('PutItem') },
      servecomplaints: { Reports: read, Complaints: and('PutItem'), Access: and('PutItem') },
      countfacts: { Subjects: and('UpdateItem'), Facts: and('DeleteItem', 'PutItem', 'UpdateItem') },
      decidecomplaints: { Complaints: and('PutItem') },
      queuecomplaints: { Complaints: and('UpdateItem') },
      sweepcomplaints: { Complaints: and('PutItem', 'UpdateItem') },
      publishexport: { Subjects: and('Scan'), Facts: read },
      readregistryfile: { Registrations: and('BatchWriteItem', 'PutItem', 'UpdateItem') },
      loadregistryarea: { Registrations: and('BatchWriteItem', 'PutItem', 'UpdateItem') },
    });
  });

  /** By function: what it may do in a bucket. */
  const bucketMatrix = (name: RegExp) => {
    const [{ id: bucket = '' } = {}] = ofType(resources, 'AWS::S3::Bucket').filter(({ id }) => name.test(id));
    const matrix = policies.flatMap(([policy, statements]) => {
      const rights = statements
        .filter(({ Resource }) => mentions(Resource, `GetAtt${bucket}Arn`))
        .flatMap(({ Action, Resource }) =>
          Resource.flatMap((resource) => {
            const below = at(resource, 'Fn::Join', 1, 1);
            return Action.map((action) =>
              `${action.replace('s3:', '')} ${typeof below === 'string' ? below : ''}`.trim(),
            );
          }),
        );
      return rights.length === 0
        ? []
        : [[policy.replace(/RoleDefaultPolicy.*/, ''), [...new Set(rights)].toSorted()] as const];
    });
    return Object.fromEntries(matrix);
  };
  const write = (folder: string) => [`AbortMultipartUpload /${folder}/*`, `PutObject /${folder}/*`];

  it('to touch do-not-call lists and their snapshots are with those who read an upload and who load its areas', () => {
    expect(bucketMatrix(/^UploadedLists/)).toEqual({
      readregistryfile: [
        'DeleteObject /incoming/*',
        'GetObject /incoming/*',
        'ListBucket',
        ...write('staged'),
      ].toSorted(),
      loadregistryarea: ['DeleteObject /staged/*', 'GetObject /staged/*', 'ListBucket', ...write('staged')].toSorted(),
    });
    const put = ['AbortMultipartUpload /*', 'DeleteObject /*', 'ListBucket', 'PutObject /*'];
    expect(bucketMatrix(/^Registries/)).toEqual({
      readregistryfile: [...put, 'GetObject /*'].toSorted(),
      loadregistryarea: put,
    });
  });

  it('to queue work on lists are with EventBridge for its rule and with who reads them; each queue has one reader', () => {
    const queues = policies.flatMap(([policy, statements]) =>
      statements.flatMap(({ Action, Resource }) =>
        ['ListFiles', 'ListAreas'].flatMap((queue) =>
          mentions(Resource, `GetAtt${queue}Queue`) || mentions(Resource, `"${queue}Queue`)
            ? Action.map(
                (action) => `${policy.replace(/RoleDefaultPolicy.*/, '')} ${action.replace('sqs:', '')} ${queue}`,
              )
            : [],
        ),
      ),
    );
    const take = (name: string, queue: string) =>
      ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) => `${name} ${action} ${queue}`);
    expect(queues.toSorted()).toEqual(
      [
        ...take('readregistryfile', 'ListFiles'),
        ...take('loadregistryarea', 'ListAreas'),
        'readregistryfile SendMessage ListFiles',
        'readregistryfile SendMessage ListAreas',
      ].toSorted(),
    );
  });

  it('to touch uploaded call logs are by folder, and with those who open, read and sweep them', () => {
    expect(bucketMatrix(/^Uploads/)).toEqual({
      takecalllogupload: [
        'GetObject /asked/*',
        'GetObject /read/*',
        'ListBucket',
        ...write('asked'),
        ...write('files'),
      ].toSorted(),
      readuploadedlog: [
        'DeleteObject /asked/*',
        'DeleteObject /files/*',
        'DeleteObject /read/*',
        'GetObject /asked/*',
        'GetObject /files/*',
        'GetObject /read/*',
        'ListBucket',
        ...write('read'),
      ].toSorted(),
      servelogupload: [
        ...write('again'),
        ...write('asked'),
        ...write('files'),
        'GetObject /asked/*',
        'GetObject /read/*',
        'ListBucket',
      ].toSorted(),
      servelogpages: [
        'DeleteObject /asked/*',
        'DeleteObject /files/*',
        'DeleteObject /read/*',
        'GetObject /asked/*',
        'GetObject /read/*',
        'ListBucket',
      ],
      sweepcalllogs: [
        'DeleteObject /again/*',
        'DeleteObject /asked/*',
        'DeleteObject /files/*',
        'DeleteObject /read/*',
        'ListBucket',
      ],
    });
  });

  it('to write into the Access table end at the audit trail: no function can make a key', () => {
    const [{ id = '' } = {}] = ofType(resources, 'AWS::DynamoDB::Table').filter((table) =>
      table.id.startsWith('Access'),
    );
    const puts = policies
      .flatMap(([, statements]) => statements)
      .filter(({ Action, Resource }) => Action.includes('dynamodb:PutItem') && mentions(Resource, `GetAtt${id}Arn`));
    expect(puts.length).toBeGreaterThan(0);
    for (const { Condition } of puts) {
      expect(Condition).toEqual({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['audit#*'] } });
    }
  });

  it('to count reports by line and mails by mailbox end at their counters: no page and no API changes a conversation by text message', () => {
    const [{ id = '' } = {}] = ofType(resources, 'AWS::DynamoDB::Table').filter((table) =>
      table.id.startsWith('Conversations'),
    );
    const counting = policies
      .filter(([policy]) => /^(takereport|serve)/.test(policy))
      .flatMap(([, statements]) => statements)
      .filter(({ Resource }) => mentions(Resource, `GetAtt${id}Arn`));
    const counters = [['tally#*'], ['mails#*'], ['proof-report#*'], ['proof-mailbox#*']];
    expect(counting.length).toBeGreaterThan(0);
    for (const { Action, Condition } of counting) {
      expect(Action).toEqual(['dynamodb:UpdateItem']);
      expect(counters).toContainEqual(at(Condition, 'ForAllValues:StringLike', 'dynamodb:LeadingKeys'));
    }
  });

  it('to send to regulators are with the queue and the sweep alone', () => {
    const queues = ofType(resources, 'AWS::SQS::Queue').filter(({ id }) => /complaintsQueue/.test(id));
    const senders = policies
      .filter(([name]) =>
        queues.some(({ id }) => actionsOn(name.replace(/RoleDefaultPolicy.*/, ''), `GetAtt${id}Arn`).length > 0),
      )
      .map(([name]) => name.replace(/RoleDefaultPolicy.*/, ''));
    expect(senders.toSorted()).toEqual(['queuecomplaints', 'sweepcomplaints']);
  });
});

describe('permissions for text messages', () => {
  const found = policies.flatMap(([policy, statements]) =>
    statements.map((statement) => ({ name: policy.replace(/RoleDefaultPolicy.*/, ''), ...statement })),
  );

  it('to send are with the function of AWS End User Messaging alone, by the numbers and the set of the settings', () => {
    const sending = found.filter(({ Action }) => Action.includes('sms-voice:SendTextMessage'));
    expect(sending.map(({ name }) => name)).toEqual(['takequeuedsms']);
    expect(JSON.stringify(sending[0]?.Resource)).toContain('phone-number/phone-1');
    expect(JSON.stringify(sending[0]?.Resource)).toContain('configuration-set/replies');
  });

  it("to read a gateway's secret are with those who verify it or send by it", () => {
    const readers = Object.groupBy(
      found.filter(({ Action }) => Action.includes('secretsmanager:GetSecretValue')),
      ({ name }) => name,
    );
    const secretsOf = (name: string) =>
      [...JSON.stringify(readers[name] ?? []).matchAll(/GetAtt|Ref[a-z]*?([a-z]+)secret/g)].flatMap(
        ([, secret]) => secret ?? [],
      );
    expect(secretsOf('takesms').toSorted()).toEqual(['generic', 'infobip', 'twilio', 'vonage', 'vonagemessages']);
    expect(secretsOf('flushsmsparts')).toEqual(['vonage']);
    expect(secretsOf('takequeuedsms')).toEqual([]);
    expect(secretsOf('takereport')).toEqual([]);
  });

  it('to publish are with the role of the two-way channel, which only AWS End User Messaging for this account takes', () => {
    const [role] = ofType(resources, 'AWS::IAM::Role').filter(({ id }) => channel.test(id));
    const trust = allowed(role?.properties['AssumeRolePolicyDocument']);
    expect(trust.map(({ Principal }) => Principal)).toEqual([{ Service: 'sms-voice.amazonaws.com' }]);
    expect(JSON.stringify(trust[0]?.Condition)).toMatch(/aws:SourceAccount.*aws:SourceArn/);
    const [policy] = ofType(resources, 'AWS::IAM::Policy').filter(({ id }) => channel.test(id));
    expect(allowed(policy?.properties['PolicyDocument']).flatMap(({ Action }) => Action)).toEqual([
      'sns:Publish',
      'kms:Decrypt',
      'kms:GenerateDataKey',
    ]);
  });

  it('to write onto the queue are with SNS for its topic', () => {
    const [policy] = ofType(resources, 'AWS::SQS::QueuePolicy').filter(({ id }) => /^InboundSmsQueue/.test(id));
    expect(allowed(policy?.properties['PolicyDocument'])).toEqual([
      expect.objectContaining({
        Action: ['sqs:SendMessage'],
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: { ArnEquals: { 'aws:SourceArn': { Ref: expect.stringMatching(/^InboundSmsTopic/) } } },
      }),
    ]);
  });
});

describe('permissions for mail', () => {
  const found = policies.flatMap(([policy, statements]) =>
    statements.map((statement) => ({ name: policy.replace(/RoleDefaultPolicy.*/, ''), ...statement })),
  );

  it('to send are with the function that mails links alone, from the one address, by its identity and set', () => {
    const sending = found.filter(({ Action }) => Action.some((action) => action.startsWith('ses:')));
    expect(sending.map(({ name, Action, Condition }) => ({ name, Action, Condition }))).toEqual([
      {
        name: 'mailcontactproof',
        Action: ['ses:SendEmail'],
        Condition: { StringEquals: { 'ses:FromAddress': 'proof@mail.example.org' } },
      },
    ]);
    const resources = JSON.stringify(sending[0]?.Resource);
    expect(resources).toContain('identity/mail.example.org');
    expect(resources).toContain('configuration-set/proofs');
  });

  it('to read the queue of asked-for links are with the same function alone', () => {
    const readers = found.filter(
      ({ Action, Resource }) => Action.includes('sqs:ReceiveMessage') && mentions(Resource, 'ContactProofQueue'),
    );
    expect(readers.map(({ name }) => name)).toEqual(['mailcontactproof']);
  });
});

describe('policies of resources', () => {
  const documents: [string, unknown][] = resources.flatMap(({ id, properties }: Resource) =>
    [properties['PolicyDocument'], properties['KeyPolicy']]
      .filter((document) => document !== undefined)
      .map((document): [string, unknown] => [id, document]),
  );

  it.each(documents)('%s allows no action by wildcard, but a key to its own account', (_, document) => {
    const broad = allowed(document).filter(({ Action }) => Action.some((action) => action.includes('*')));
    for (const { Action, Principal } of broad) {
      // Without it a key could be locked out of for ever (the CDK's and AWS's default key policy).
      expect(Action).toEqual(['kms:*']);
      expect(JSON.stringify(Principal)).toMatch(/:root/);
    }
  });

  it.each(documents)('%s lets nobody in without a name', (_, document) => {
    for (const { Principal } of allowed(document)) {
      expect(JSON.stringify(Principal ?? {})).not.toMatch(/"\*"/);
    }
  });

  it("a regulator's queue and key admit its account, to receive and decrypt only", () => {
    const foreign = documents
      .flatMap(([id, document]) => allowed(document).map((statement) => ({ id, ...statement })))
      .filter(({ Principal }) => mentions(Principal ?? '', '111122223333'))
      .map(({ id, Action, Condition }) => ({ id: id.replace(/[0-9A-F]{8}$/, ''), Action, Condition }));
    expect(foreign).toEqual([
      {
        id: 'RegulatorQueueKey',
        Action: ['kms:Decrypt'],
        Condition: { StringEquals: { 'kms:ViaService': 'sqs.us-east-1.amazonaws.com' } },
      },
      {
        id: 'usftccomplaintsQueuePolicy',
        Action: [
          'sqs:ChangeMessageVisibility',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:GetQueueUrl',
          'sqs:ReceiveMessage',
        ],
        Condition: undefined,
      },
    ]);
  });
});
