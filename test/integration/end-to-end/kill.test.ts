import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteMessageBatchCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { synthesise } from '#infra/local/assembly/synthesise.ts';
import { freePort } from '#infra/local/dynamodb-engine.ts';
import { localSettings } from '#infra/settings.ts';
import {
  ask,
  complaintCall,
  eventually,
  follow,
  pointerSchema,
  postReport,
  type Running,
  running,
} from '#test/support/end-to-end/running.ts';
import { engineOf, type LocalProcess, lives, startLocalProcess } from '#test/support/local-app/local-process.ts';
import { seeded } from '#test/support/seeded.ts';

const kills = Number(process.env['RINGFENCE_KILLS'] ?? 50);
const key = 'a regulator key for tests';
const senders = ['202 555 0101', '202 555 0102', '202 555 0103', '202 555 0104', '202 555 0105'];
const folder = mkdtempSync(join(tmpdir(), 'ringfence-kill-'));
const caches = mkdtempSync(join(tmpdir(), 'ringfence-kill-caches-'));
const seed = Number(process.env['RINGFENCE_SEED'] ?? Date.now());
const random = seeded(seed);

let environment: Record<string, string>;
let current: LocalProcess | undefined;

beforeAll(async () => {
  environment = {
    PORT: String(await freePort()),
    RINGFENCE_DATA: folder,
    RINGFENCE_LOCAL_REGULATOR_KEY: key,
    // The app does not change between the kills; each start then takes seconds.
    RINGFENCE_LOCAL_ASSEMBLY: await synthesise(localSettings),
    RINGFENCE_LOCAL_CLASSES: join(caches, 'engine.jsa'),
    NODE_COMPILE_CACHE: join(caches, 'node'),
  };
  // What this run loads and leaves at its end, the others find.
  const here = await start();
  await send(here, next());
  await stop();
}, 300_000);

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(caches, { recursive: true, force: true });
});

async function start(): Promise<Running> {
  current = startLocalProcess(environment);
  return running(await current.ready, key);
}

async function stop(): Promise<void> {
  current?.child.kill('SIGTERM');
  await current?.ended;
}

/** What was sent; a request that was cut off may or may not have been taken. */
interface Sent {
  readonly number: number;
  readonly body: typeof complaintCall;
  receipt: string | null;
}

const sent: Sent[] = [];
const taken = new Set<string>();

function send(here: Running, one: Sent): Promise<void> {
  const headers = { 'idempotency-key': `kill-test-${seed}-${one.number}` };
  return postReport(here, one.body, headers).then(
    ({ view }) => {
      one.receipt = view.receipt;
    },
    // Cut off by the kill.
    () => {},
  );
}

function answered(): number {
  return sent.filter(({ receipt }) => receipt !== null).length;
}

function next(): Sent {
  const number = sent.length;
  const one: Sent = {
    number,
    body: {
      ...complaintCall,
      sender: senders[number % senders.length] ?? '',
      line: `+1 413 555 0${String(100 + (number % 100))}`,
    },
    receipt: null,
  };
  sent.push(one);
  return one;
}

/** Reports and a regulator at work until the kill. */
async function work(here: Running, killed: () => boolean): Promise<void> {
  const reporting = async () => {
    while (!killed()) {
      await send(here, next());
      // A few reports a second are enough to be cut off in the middle of everything.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const regulating = async () => {
    while (!killed()) {
      try {
        const list = await (await ask(here, '/v1/complaints?status=queued&limit=2')).json();
        for (const { href, id } of Object(list).complaints) {
          if ((await ask(here, href)).status === 200) {
            taken.add(id);
          }
        }
      } catch {
        // Cut off by the kill.
      }
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  };
  await Promise.all([reporting(), reporting(), regulating()]);
}

/** Kills the run when so many more reports are answered and then so many milliseconds have gone by. */
async function killAfter(answers: number, milliseconds: number, alsoEngine: boolean): Promise<void> {
  const before = answered();
  // A slow machine gets the time it needs: what is cut off is work, not the start of the process alone.
  while (answered() < before + answers) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const engine = engineOf(folder);
  current?.child.kill('SIGKILL');
  if (alsoEngine) {
    process.kill(engine, 'SIGKILL');
  }
  await current?.ended;
}

/** Every pointer on a regulator's queue, by complaint and version; takes them off. */
async function drain(here: Running, url: string): Promise<Set<string>> {
  const seen = new Set<string>();
  for (;;) {
    const { Messages: messages = [] } = await here.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
    );
    if (messages.length === 0) {
      return seen;
    }
    for (const message of messages) {
      const { id, version } = pointerSchema.parse(JSON.parse(message.Body ?? 'null'));
      seen.add(`${id} ${version}`);
    }
    await here.sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl: url,
        Entries: messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
      }),
    );
  }
}

test(`nothing that was answered is lost or doubled over ${kills} kills (seed ${seed})`, {
  timeout: 1_500_000,
}, async () => {
  let awaited = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    // At least so many are answered before.
    const answers = kill % 3;
    awaited += answers;
    const here = await start();
    let killed = false;
    const working = work(here, () => killed);
    await killAfter(answers, random.below(1500), random.chance(0.5));
    killed = true;
    await working;
  }

  const here = await start();
  expect(answered()).toBeGreaterThanOrEqual(awaited);
  // The same key meets the same report: what was answered keeps its receipt, what was cut off is now answered, too.
  for (const one of sent) {
    const before = one.receipt;
    await send(here, one);
    expect(one.receipt).not.toBeNull();
    if (before !== null) {
      expect(one.receipt).toBe(before);
    }
  }

  const complaints = new Map<string, { readonly regulator: string; readonly version?: number }>();
  for (const { receipt } of sent) {
    const view = await eventually(
      () => follow(here, receipt ?? ''),
      (seen) => seen.complaints.length === 2 && seen.complaints.every(({ status }) => /queued|submitted/.test(status)),
      60,
    );
    for (const { id, regulator } of view.complaints) {
      complaints.set(id, { regulator });
    }
  }
  expect(complaints.size).toBe(2 * sent.length);

  // Counted once: what the subjects say is what was sent, no more and no less.
  for (const sender of senders) {
    const mine = sent.filter(({ body }) => body.sender === sender);
    const view = await eventually(
      () => follow(here, mine.at(-1)?.receipt ?? ''),
      (seen) => seen.subject?.reports === mine.length,
      60,
    );
    expect(view.subject?.reporters).toBe(new Set(mine.map(({ body }) => body.line)).size);
  }

  // On the queue or taken, once by id and version.
  for (const [regulator, { url }] of Object.entries(here.directory.queues)) {
    const wanted = [...complaints].filter(([, complaint]) => complaint.regulator === regulator).map(([id]) => id);
    const found = await drain(here, url);
    const ids = [...found].map((pointer) => pointer.split(' ')[0] ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(wanted.filter((id) => !ids.includes(id) && !taken.has(id))).toEqual([]);
    expect(ids.filter((id) => !wanted.includes(id))).toEqual([]);
  }
  const engine = engineOf(folder);
  current?.child.kill('SIGINT');
  expect(await current?.ended).toBe(0);
  expect(lives(engine)).toBe(false);
});
