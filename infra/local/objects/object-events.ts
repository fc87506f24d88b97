import { randomUUID } from 'node:crypto';
import { parseJson } from '../json.ts';
import type { EventRulePlan } from '../resources/plan.ts';
import { compileFilters } from '../streams/filter-pattern.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from '../template/environment.ts';
import type { CreatedObject } from './object-front.ts';

/** EventBridge's event of a new object; https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
function createdEvent({ bucket, key, reason, etag }: CreatedObject, at: Date): string {
  return JSON.stringify({
    version: '0',
    id: randomUUID(),
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: LOCAL_ACCOUNT,
    time: at.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    region: LOCAL_REGION,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key, ...(etag === undefined ? {} : { etag: etag.replaceAll('"', '') }) },
      'request-id': randomUUID(),
      requester: LOCAL_ACCOUNT,
      reason,
    },
  });
}

interface Announcements {
  /** Buckets that tell EventBridge. */
  readonly buckets: ReadonlySet<string>;
  readonly rules: readonly EventRulePlan[];
  /** Takes an event to the function or queue of this ARN. */
  readonly deliver: (targetArn: string, event: string) => void;
}

/** Tells functions and queues of new objects, by the rules of the templates. */
export function announceObjects({ buckets, rules, deliver }: Announcements): (object: CreatedObject) => void {
  const compiled = rules.map(({ pattern, targetArn }) => ({ matches: compileFilters([pattern]), targetArn }));
  return (object) => {
    if (!buckets.has(object.bucket)) {
      return;
    }
    const event = createdEvent(object, new Date());
    const parsed = parseJson(event);
    for (const { matches, targetArn } of compiled) {
      if (matches(parsed)) {
        deliver(targetArn, event);
      }
    }
  };
}

/**
 * Tells once more of what is there: an event that was under way when the last run ended would be lost, and S3, too, tells some
 * things twice.
 */
export async function announceAgain(
  engine: string,
  buckets: ReadonlySet<string>,
  announce: (object: CreatedObject) => void,
): Promise<void> {
  for (const bucket of buckets) {
    let after = '';
    for (;;) {
      const list = await fetch(`${engine}/${bucket}?list-type=2&start-after=${encodeURIComponent(after)}`);
      const keys = [...(await list.text()).matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
      for (const key of keys) {
        announce({ bucket, key, reason: 'PutObject' });
      }
      if (keys.length === 0) {
        break;
      }
      after = keys.at(-1) ?? '';
    }
  }
}
