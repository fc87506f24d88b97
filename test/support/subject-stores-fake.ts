import type { Sender } from '#shared/sender/sender.ts';
import { allFactShardKeys, factShardKey, factSortKey, parseFactSortKey } from '#shared/storage/keys.ts';
import type { CountedFigures, Head, HeadStore, ShardFact, SubjectStores } from '#shared/subject/ports.ts';

/** Key, fact and time of writing. */
const factItemBytes = 104;

interface StoredHead {
  facts: Map<string, Uint8Array>;
  sender: Sender | null;
  wide: boolean;
  grown: number;
  updatedAt: string;
}

/** Hears of every write, or read, with the partition key and the units that DynamoDB would bill. */
export type HearUnits = (partitionKey: string, units: number) => void;

export interface FakeSubjectStores extends SubjectStores {
  /** Every subject with a head. */
  subjectIds(): readonly string[];
}

/** Heads, shards and figures in memory; the contract test holds it to what DynamoDB does. */
export function fakeSubjectStores(hearWrite: HearUnits = () => {}, hearRead: HearUnits = () => {}): FakeSubjectStores {
  const heads = new Map<string, StoredHead>();
  /** By partition key, and besides by partition key and reporter. */
  const shards = new Map<string, Map<string, ShardFact>>();
  const figures = new Map<string, CountedFigures>();
  const claims = new Map<string, Date>();
  const hearShard = (pk: string, facts: number, consistent: boolean) =>
    hearRead(pk, Math.max(1, Math.ceil((facts * factItemBytes) / 4096)) / (consistent ? 1 : 2));
  const shardOf = (pk: string) => {
    const shard = shards.get(pk) ?? new Map<string, ShardFact>();
    shards.set(pk, shard);
    return shard;
  };
  return {
    heads: headsIn(heads, hearWrite, hearRead),
    shards: {
      async put(subjectId, fact) {
        const pk = factShardKey(subjectId, fact.near);
        const sk = sortKey(fact);
        const writtenAt = shardOf(pk).get(sk)?.writtenAt ?? fact.writtenAt;
        const kept = { ...fact, ...parseFactSortKey(Buffer.from(sk, 'hex')), near: pk.slice(-1), writtenAt };
        shardOf(pk).set(sk, kept);
        shardOf(`${pk}|${kept.reporter}`).set(sk, kept);
        hearWrite(pk, 1);
      },
      async erase(subjectId, fact) {
        const pk = factShardKey(subjectId, fact.near);
        shardOf(pk).delete(sortKey(fact));
        shardOf(`${pk}|${fact.reporter}`).delete(sortKey(fact));
        hearWrite(pk, 1);
      },
      async *all(subjectId) {
        for (const pk of allFactShardKeys(subjectId)) {
          hearShard(pk, shardOf(pk).size, true);
          yield [...shardOf(pk).values()];
        }
      },
      async few(subjectId, most) {
        const facts: ShardFact[] = [];
        for (const pk of allFactShardKeys(subjectId)) {
          hearShard(pk, Math.min(shardOf(pk).size, most + 1 - facts.length), true);
          facts.push(...shardOf(pk).values());
          if (facts.length > most) {
            return null;
          }
        }
        return facts;
      },
      async ofReporter(subjectId, reporter) {
        const pk = factShardKey(subjectId, reporter);
        const own = [...(shards.get(`${pk}|${reporter}`)?.values() ?? [])].slice(0, 64);
        hearShard(pk, own.length, false);
        return own;
      },
      async find(subjectId, fact) {
        hearShard(factShardKey(subjectId, fact.near), 1, true);
        return shardOf(factShardKey(subjectId, fact.near)).get(sortKey(fact)) ?? null;
      },
    },
    figures: {
      async get(subjectId) {
        hearRead(`${subjectId}#figures`, Math.ceil(JSON.stringify(figures.get(subjectId) ?? '').length / 4096) / 2);
        return figures.get(subjectId) ?? null;
      },
      async claim(subjectId, now, until) {
        hearWrite(`${subjectId}#figures`, 1);
        const free = (claims.get(subjectId) ?? now) <= now;
        if (free) {
          claims.set(subjectId, until);
        }
        return free;
      },
      async save(subjectId, counted) {
        hearWrite(`${subjectId}#figures`, Math.ceil(JSON.stringify(counted).length / 1024));
        if ((figures.get(subjectId)?.countedAt ?? '') <= counted.countedAt) {
          figures.set(subjectId, counted);
        }
      },
    },
    subjectIds: () => [...heads.keys()],
  };
}

function headsIn(heads: Map<string, StoredHead>, hearWrite: HearUnits, hearRead: HearUnits): HeadStore {
  const change = (subjectId: string, sender: Sender | null, now: Date) => {
    const head = heads.get(subjectId) ?? { facts: new Map(), sender: null, wide: false, grown: 0, updatedAt: '' };
    heads.set(subjectId, head);
    head.updatedAt = now.toISOString();
    if (sender !== null) {
      head.sender = head.sender === null ? sender : { ...head.sender, validity: sender.validity };
    }
    return head;
  };
  const hear = (subjectId: string) => hearWrite(subjectId, Math.ceil(bytesOf(heads.get(subjectId)) / 1024));
  return {
    async get(subjectId, consistency) {
      hearRead(subjectId, consistency === 'strong' ? 1 : 0.5);
      const head = heads.get(subjectId);
      return head === undefined ? null : shown(subjectId, head);
    },
    async add({ subjectId, facts, room, widen, sender, now }) {
      const before = heads.get(subjectId);
      if (before !== undefined && (before.wide || (before.facts.size > 0 && before.facts.size > room))) {
        hear(subjectId);
        return { kind: 'full', head: shown(subjectId, before) };
      }
      const head = change(subjectId, sender, now);
      head.wide ||= widen;
      for (const fact of facts) {
        head.facts.set(nameOf(fact), fact);
      }
      hear(subjectId);
      return { kind: 'added', head: shown(subjectId, head) };
    },
    async widen({ subjectId, by, sender, now }) {
      const head = change(subjectId, sender, now);
      head.wide = true;
      head.grown += by;
      hear(subjectId);
      return shown(subjectId, head);
    },
    async erase(subjectId, facts) {
      hear(subjectId);
      for (const fact of facts) {
        heads.get(subjectId)?.facts.delete(nameOf(fact));
      }
    },
    async eraseWithSender(subjectId, facts, expected) {
      hear(subjectId);
      const head = heads.get(subjectId);
      const same = head?.facts.size === expected.length && expected.every((fact) => head.facts.has(nameOf(fact)));
      if (head === undefined || head.wide || !same) {
        return false;
      }
      head.sender = null;
      for (const fact of facts) {
        head.facts.delete(nameOf(fact));
      }
      return true;
    },
  };
}

function shown(subjectId: string, { facts, ...head }: StoredHead): Head {
  return { subjectId, ...head, facts: [...facts.values()] };
}

function nameOf(fact: Uint8Array): string {
  return Buffer.from(fact).toString('hex');
}

function sortKey({ reporter, reportId, revision }: Pick<ShardFact, 'reporter' | 'reportId' | 'revision'>): string {
  return Buffer.from(factSortKey(reporter, reportId, revision)).toString('hex');
}

/** Close to what DynamoDB counts: attribute names and values. */
function bytesOf(head: StoredHead | undefined): number {
  return 150 + (head?.sender?.value?.length ?? 0) + 24 * (head?.facts.size ?? 0);
}
