import { expect } from 'vitest';
import type { InboundSms } from '#shared/intake/gateways/inbound-sms.ts';
import type { SmsWorld } from './sms-world.ts';

export const minutes = 60_000;

/** What a person knows of their own messages: the whole specification of the dialogue, as simple as it can be said. */
export interface Model {
  /** Every report there must be: sender and text as written. */
  readonly reports: { sender: string | undefined; text: string | undefined }[];
  /** Places in `reports` that wait for their sender; when they were asked about. */
  waiting: { report: number; askedAt: number | null; since: number }[];
  /** Places in `reports` that wait for their text. */
  lone: { report: number; since: number }[];
  optedOut: boolean;
  now: number;
  sent: InboundSms[];
}

export interface Real {
  readonly world: SmsWorld;
  /** How often each message was replied to. */
  readonly replies: Map<string, number>;
}

export function expire(model: Model): void {
  model.waiting = model.waiting.filter(({ since }) => model.now - since < 3 * 24 * 60 * minutes);
  model.lone = model.lone.filter(({ since }) => model.now - since < 10 * minutes);
}

export function agree(model: Model, { world, replies }: Real): void {
  const told = (each: { sender: string | undefined; text: string | undefined }) => `${each.sender} ${each.text}`;
  const live = world.told().map(([sender, text]) => told({ sender, text }));
  expect(live.toSorted()).toEqual(model.reports.map(told).toSorted());
  expect(Math.max(0, ...replies.values())).toBeLessThanOrEqual(1);
}

/** The text asked about last has the next answer; where none was asked about, the oldest. */
export function takeTurn(model: Model): Model['waiting'][number] | undefined {
  const [last] = model.waiting.toSorted((a, b) => (b.askedAt ?? -1) - (a.askedAt ?? -1) || a.since - b.since);
  model.waiting = model.waiting.filter((each) => each !== last);
  return last;
}

/** One question at a time has its turn, for an hour. */
export function busy({ waiting, now }: Model): boolean {
  return waiting.some(({ askedAt }) => askedAt !== null && now - askedAt < 60 * minutes);
}

/** A receipt asks about the oldest text that was not asked about. */
export function askNext(model: Model): void {
  const next = model.waiting.find(({ askedAt }) => askedAt === null);
  if (next !== undefined && !busy(model) && !model.optedOut) {
    next.askedAt = model.now;
  }
}
