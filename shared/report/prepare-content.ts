import { evaluate } from '#shared/law/evaluate.ts';
import { placeFor } from '#shared/law/place.ts';
import { zonesFor } from '#shared/law/zones.ts';
import { nationalRegistry } from '#shared/registry/registries.ts';
import type { RegistryFacts, RegistryLookup } from '#shared/registry/registry-facts.ts';
import type { Log } from '#shared/runtime/log.ts';
import { lineEnds } from '#shared/sender/line-ends.ts';
import { parseLine } from '#shared/sender/parse-line.ts';
import { parseSender } from '#shared/sender/parse-sender.ts';
import type { Line, Sender } from '#shared/sender/sender.ts';
import { caseFactsOf } from './case-facts-of.ts';
import { countryFaults } from './country-faults.ts';
import { dateFaults } from './date-faults.ts';
import type { FieldFault } from './field-fault.ts';
import type { Identity, ReporterSource } from './identity.ts';
import { keptInput } from './kept-input.ts';
import { dateIn, readOccurred } from './occurred.ts';
import type { SubjectReader, SubjectSummary } from './ports.ts';
import type { ReportContent } from './report.ts';
import type { ReportInput } from './report-input.ts';

export interface PrepareDependencies {
  readonly identity: Identity;
  readonly registry: RegistryLookup;
  readonly subjects: SubjectReader;
  /** The deployment's country, for national spellings. */
  readonly country: string;
  readonly log?: Log;
}

/** A report worked out as far as it can be without writing anything. */
export interface PreparedContent {
  readonly kind: 'prepared';
  readonly content: ReportContent;
  readonly subjectId: string | null;
  readonly reporter: string | null;
  /** The subject's figures before this report; null also when they could not be read. */
  readonly subject: SubjectSummary | null;
}

export type PrepareOutcome = PreparedContent | { readonly kind: 'refused'; readonly faults: readonly FieldFault[] };

export interface CarriedLine {
  readonly line: Line;
  readonly reporter: string | null;
  readonly lists: RegistryFacts['lists'];
}

interface PrepareRequest {
  readonly input: ReportInput;
  readonly now: Date;
  /** The report being corrected, whose own facts are no prior contact. */
  readonly correcting: string | null;
  /** Open data names its reporter itself; no public field does. */
  readonly reporter?: ReporterSource | undefined;
  /** Open data has a rule of its own for which numbers it names. */
  readonly sender?: Sender | undefined;
  /** Of the line only its ends go into the content, once reporter, registry and rules have been worked out with it. */
  readonly keepLineEnds?: boolean;
  /** It cannot be sent again: taken even if a registry cannot be read. */
  readonly onlyChance?: boolean;
  /** What an earlier version worked out with a line that it did not keep; holds until a line is given. */
  readonly carried?: CarriedLine | undefined;
}

/** Normalises sender and line, looks up registry and subject (one read each), and evaluates the rulebooks. */
export async function prepareContent(request: PrepareRequest, deps: PrepareDependencies): Promise<PrepareOutcome> {
  const { input, now } = request;
  const faults: FieldFault[] = countryFaults(input);
  const nationalCountry = input.country ?? deps.country;
  const line =
    input.line === undefined || input.line.trim() === '' ? null : parseLine(input.line, { country: nationalCountry });
  if (line?.kind === 'refused') {
    faults.push({ pointer: '/line', detail: line.detail });
  }
  const givenLine = line?.kind === 'line' ? line.line : null;
  const carried = givenLine === null ? request.carried : undefined;
  const foundLine = givenLine ?? carried?.line ?? null;
  const country = input.country ?? foundLine?.country ?? deps.country;
  const sender =
    request.sender === undefined
      ? parseSender(input.sender, { country, kind: input.kind })
      : ({ kind: 'sender', sender: request.sender } as const);
  if (sender.kind === 'refused') {
    faults.push({ pointer: '/sender', detail: sender.detail });
  }
  const occurred = readOccurred(input.occurredAt, input.timeZone, now);
  if (occurred.kind === 'refused') {
    faults.push(occurred.fault);
  }
  faults.push(...dateFaults(input, now));
  if (sender.kind === 'refused' || occurred.kind === 'refused' || faults.length > 0) {
    return { kind: 'refused', faults };
  }
  const place = placeFor({
    line: foundLine?.e164 ?? null,
    country,
    region: input.lineRegion,
  });
  const zones = zonesFor({ timeZone: input.timeZone, line: foundLine?.e164 ?? null, place });
  const subjectId = deps.identity.subject(sender.sender);
  const source: ReporterSource | null =
    request.reporter ??
    (givenLine !== null
      ? { kind: 'line', line: givenLine }
      : input.complainant?.email !== undefined
        ? { kind: 'email', email: input.complainant.email }
        : null);
  const reporter = carried?.reporter ?? (source === null ? null : deps.identity.reporter(source));
  const [lists, seen] = await Promise.all([
    givenLine === null ? (carried?.lists ?? []) : listsOf(givenLine, request, deps),
    subjectId === null ? null : seenBefore(subjectId, reporter, request.correcting, deps),
  ]);
  const content = {
    input: keptInput(input, request.keepLineEnds !== true),
    sender: sender.sender,
    line: foundLine !== null && request.keepLineEnds ? lineEnds(foundLine) : foundLine,
    place,
    occurred: occurred.occurred,
    localDate: occurred.localDate ?? dateIn(zones[0] ?? 'UTC', occurred.occurred.at),
    registry: {
      lists,
      statement:
        input.registeredSince === undefined
          ? null
          : { registry: nationalRegistry(place.country ?? deps.country), since: input.registeredSince },
    },
    priorContacts: seen?.priorContacts ?? [],
    violations: [],
  } satisfies ReportContent;
  const violations = evaluate(caseFactsOf(content))
    .filter((finding) => finding.verdict === 'violation')
    .map((finding) => finding.rule);
  return { kind: 'prepared', content: { ...content, violations }, subjectId, reporter, subject: seen?.summary ?? null };
}

/**
 * None when a report that nobody can send again has to do without: it is worth more than a list that cannot be read now,
 * and a finding that needs the list asks its question. Everybody else is told to come again.
 */
async function listsOf(
  line: Line,
  { onlyChance, input }: PrepareRequest,
  { registry, log }: PrepareDependencies,
): Promise<RegistryFacts['lists']> {
  try {
    return await registry.lookUp({ e164: line.e164, country: line.country, contact: input.kind });
  } catch (error) {
    if (!onlyChance) {
      throw error;
    }
    log?.error('registry_not_read', error);
    return [];
  }
}

/**
 * Null when a new report has to do without: it is written first, and a hot sender's figures can be read later. A
 * correction is told to come again instead, for it would lose the prior contacts that the report has.
 */
async function seenBefore(
  subjectId: string,
  reporter: string | null,
  correcting: string | null,
  { subjects, log }: PrepareDependencies,
): Promise<Awaited<ReturnType<SubjectReader['peek']>> | null> {
  try {
    return await subjects.peek(subjectId, reporter, correcting);
  } catch (error) {
    if (correcting !== null) {
      throw error;
    }
    log?.warn('subject_not_read', { subjectId, error: error instanceof Error ? error.name : 'unknown' });
    return null;
  }
}
