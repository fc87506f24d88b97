import {
  type DecodedFact,
  decodeFact,
  factLength,
  isGone,
  prefixOf,
  reportPrefixOf,
  revisionOf,
  withdrawnRevision,
} from './fact.ts';
import type { LongFact } from './facts-of.ts';

/** All facts of a subject: those on its head know only the beginnings of hashes, those of its shards the whole. */
export interface SubjectFacts {
  readonly head: Iterable<Uint8Array>;
  readonly shards: Iterable<LongFact>;
}

/** The fact that counts for one report. */
export interface CurrentFact {
  readonly bytes: Uint8Array;
  /** As long as any fact of the report tells it. */
  readonly reporter: string | null;
}

/**
 * For each report, the fact of its highest revision, by report id (whole where a shard tells it, else its beginning).
 * The order of facts and their repetition make no difference. Two reports of which one is on the head are taken for
 * one when their ids begin with the same 40 bits: with a million reports on the subject, once in 30,000 subjects.
 * Keeps about 150 bytes a report.
 */
export class CurrentFacts {
  /** Report id, whole or its beginning, to fact and reporter: bytes as Latin-1, a third of what objects would take. */
  readonly #facts = new Map<string, string>();
  /** Only of reports on the head. */
  readonly #longIds = new Map<string, string>();

  constructor({ head, shards }: SubjectFacts) {
    for (const bytes of head) {
      this.#take(packed(reportPrefixOf(bytes)), bytes, null);
    }
    for (const fact of shards) {
      this.add(fact);
    }
  }

  /** One more fact of a shard. */
  add({ reportId, bytes, reporter }: LongFact): void {
    const key = packed(reportId);
    const prefix = packed(prefixOf(reportId));
    const onHead = this.#facts.get(prefix);
    if (onHead !== undefined && prefix !== key) {
      this.#longIds.set(prefix, key);
      this.#facts.delete(prefix);
      this.#take(key, unpackedFact(onHead).bytes, null);
    }
    this.#take(key, bytes, reporter);
  }

  /** By whole report id; a report on the head also by the beginning of its id. */
  get(reportId: string): CurrentFact | undefined {
    const prefix = packed(prefixOf(reportId));
    const long = reportId.length > 2 * prefix.length ? packed(reportId) : this.#longIds.get(prefix);
    const held = (long === undefined ? undefined : this.#facts.get(long)) ?? this.#facts.get(prefix);
    return held === undefined ? undefined : unpackedFact(held);
  }

  hasLive(): boolean {
    return this.#all().some(({ bytes }) => !isGone(bytes));
  }

  /** Facts of reports that count here, decoded, with reporters merged: whole hash where a shard tells it. */
  *live(): Generator<DecodedFact, undefined> {
    const longReporters = this.#longReporters();
    for (const { bytes, reporter } of this.#all()) {
      if (!isGone(bytes)) {
        const fact = decodeFact(bytes);
        const short = fact.reporter;
        yield { ...fact, reporter: short === null ? null : (reporter ?? longReporters.get(short) ?? short) };
      }
    }
  }

  /** Local days of one reporter's live reports that showed a violation, each once, oldest first (47 USC 227(c)(5)). */
  daysOf(reporter: string | null, exceptReport: string | null): readonly string[] {
    if (reporter === null) {
      return [];
    }
    const except = exceptReport === null ? undefined : this.get(exceptReport);
    const days = this.#all()
      .filter((fact) => except === undefined || Buffer.compare(fact.bytes, except.bytes) !== 0)
      .filter((fact) => !isGone(fact.bytes) && (fact.reporter ?? reporter) === reporter)
      .map(({ bytes }) => decodeFact(bytes))
      .filter((fact) => fact.violation && fact.reporter === prefixOf(reporter))
      .map(({ day }) => day);
    return [...new Set(days)].sort();
  }

  /** The facts say this version of the report, or a newer one. */
  includes(reportId: string, revision: number): boolean {
    const fact = this.get(reportId);
    return fact !== undefined && revisionOf(fact.bytes) >= revision;
  }

  /** A live fact is this reporter's; on the head by the beginning of the hash. */
  counts(reporter: string | null): boolean {
    return (
      reporter !== null &&
      this.#all().some(
        (fact) =>
          !isGone(fact.bytes) &&
          (fact.reporter ?? reporter) === reporter &&
          decodeFact(fact.bytes).reporter === prefixOf(reporter),
      )
    );
  }

  isWithdrawn(reportId: string): boolean {
    return this.includes(reportId, withdrawnRevision);
  }

  /** Whole hashes of the reporters of whom the head knows the beginning. */
  #longReporters(): ReadonlyMap<string, string> {
    const short = new Set<string | null>();
    for (const { bytes, reporter } of this.#all()) {
      if (reporter === null && !isGone(bytes)) {
        short.add(decodeFact(bytes).reporter);
      }
    }
    const long = new Map<string, string>();
    for (const { reporter } of short.size > 0 ? this.#all() : []) {
      if (reporter !== null && short.has(prefixOf(reporter))) {
        long.set(prefixOf(reporter), reporter);
      }
    }
    return long;
  }

  #all(): IteratorObject<CurrentFact> {
    return this.#facts.values().map(unpackedFact);
  }

  #take(key: string, bytes: Uint8Array, reporter: string | null): void {
    const held = this.#facts.get(key);
    if (held !== undefined) {
      const { bytes: heldBytes, reporter: heldReporter } = unpackedFact(held);
      const same = Buffer.compare(bytes, heldBytes) === 0;
      if (same ? reporter === null || heldReporter !== null : !outranks(bytes, heldBytes)) {
        return;
      }
    }
    this.#facts.set(key, Buffer.from(bytes).toString('latin1') + (reporter === null ? '' : packed(reporter)));
  }
}

function packed(hashHex: string): string {
  return Buffer.from(hashHex, 'hex').toString('latin1');
}

function unpackedFact(held: string): CurrentFact {
  const bytes = Buffer.from(held, 'latin1');
  return {
    bytes: bytes.subarray(0, factLength),
    reporter: bytes.length === factLength ? null : bytes.toString('hex', factLength),
  };
}

/** Equal revisions only differ where two releases encoded one version differently: any fixed order will do. */
function outranks(one: Uint8Array, other: Uint8Array): boolean {
  const byRevision = revisionOf(one) - revisionOf(other);
  return byRevision !== 0 ? byRevision > 0 : Buffer.compare(rank(one), rank(other)) > 0;
}

function rank(fact: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from([isGone(fact) ? 1 : 0]), fact]);
}
