import {
  type DecodedFact,
  decodeFact,
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
 */
export class CurrentFacts {
  readonly #facts = new Map<string, CurrentFact>();
  readonly #longIds = new Map<string, string>();

  constructor({ head, shards }: SubjectFacts) {
    for (const { reportId, bytes, reporter } of shards) {
      this.#longIds.set(prefixOf(reportId), reportId);
      this.#take(reportId, bytes, reporter);
    }
    for (const bytes of head) {
      const prefix = reportPrefixOf(bytes);
      this.#take(this.#longIds.get(prefix) ?? prefix, bytes, null);
    }
  }

  /** By whole report id, or by its beginning as facts give it. */
  get(reportId: string): CurrentFact | undefined {
    const prefix = prefixOf(reportId);
    const known = reportId === prefix ? (this.#longIds.get(prefix) ?? prefix) : prefix;
    return this.#facts.get(reportId) ?? this.#facts.get(known);
  }

  hasLive(): boolean {
    return [...this.#facts.values()].some(({ bytes }) => !isGone(bytes));
  }

  /** Facts of reports that count here, decoded, with reporters merged: whole hash where a shard tells it. */
  *live(): Generator<DecodedFact> {
    const longReporters = new Map<string, string>();
    for (const { reporter } of this.#facts.values()) {
      if (reporter !== null) {
        longReporters.set(prefixOf(reporter), reporter);
      }
    }
    for (const { bytes, reporter } of this.#facts.values()) {
      if (!isGone(bytes)) {
        const fact = decodeFact(bytes);
        const short = fact.reporter;
        yield { ...fact, reporter: short === null ? null : (reporter ?? longReporters.get(short) ?? short) };
      }
    }
  }

  /** Local days of the live reports of one reporter, each once, oldest first. */
  daysOf(reporter: string | null, exceptReport: string | null): readonly string[] {
    if (reporter === null) {
      return [];
    }
    const except = exceptReport === null ? undefined : this.get(exceptReport);
    const days = [...this.#facts.values()]
      .filter((fact) => fact !== except && !isGone(fact.bytes) && (fact.reporter ?? reporter) === reporter)
      .map(({ bytes }) => decodeFact(bytes))
      .filter((fact) => fact.reporter === prefixOf(reporter))
      .map(({ day }) => day);
    return [...new Set(days)].sort();
  }

  /** The facts say this version of the report, or a newer one. */
  includes(reportId: string, revision: number): boolean {
    const fact = this.get(reportId);
    return fact !== undefined && revisionOf(fact.bytes) >= revision;
  }

  isWithdrawn(reportId: string): boolean {
    return this.includes(reportId, withdrawnRevision);
  }

  #take(key: string, bytes: Uint8Array, reporter: string | null): void {
    const held = this.#facts.get(key);
    if (held === undefined || outranks(bytes, held.bytes)) {
      this.#facts.set(key, { bytes, reporter });
    } else if (reporter !== null && held.reporter === null && Buffer.compare(bytes, held.bytes) === 0) {
      this.#facts.set(key, { bytes: held.bytes, reporter });
    }
  }
}

/** Equal revisions only differ where two releases encoded one version differently: any fixed order will do. */
function outranks(one: Uint8Array, other: Uint8Array): boolean {
  const byRevision = revisionOf(one) - revisionOf(other);
  return byRevision !== 0 ? byRevision > 0 : Buffer.compare(rank(one), rank(other)) > 0;
}

function rank(fact: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from([isGone(fact) ? 1 : 0]), fact]);
}
