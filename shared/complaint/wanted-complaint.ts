import type { CaseFacts } from '#shared/law/case-facts.ts';
import type { Finding } from '#shared/law/finding.ts';
import { enAboutComplainant } from '#shared/law/messages/en-about-complainant.ts';
import type { Messages } from '#shared/law/messages/messages.ts';
import type { Regulator } from '#shared/law/rulebook.ts';
import { caseFactsOf } from '#shared/report/case-facts-of.ts';
import type { Report } from '#shared/report/report.ts';
import type { WithdrawalReason } from './complaint.ts';
import { type DraftedDocument, draftDocument } from './draft-document.ts';
import { missingFields } from './missing-fields.ts';

/** The part of the law room that decisions need. */
export interface ComplaintLaw {
  evaluate(facts: CaseFacts, messages: Messages): readonly Finding[];
  /** Those whose rulebook shows at least one violation that they take a complaint about. */
  complaintRegulators(findings: readonly Finding[]): readonly Regulator[];
}

/** What one report version asks of one regulator. */
export type Wanted =
  | { readonly kind: 'nothing'; readonly reason: Exclude<WithdrawalReason, 'consent_withdrawn'> }
  | {
      readonly kind: 'complaint';
      /** JSON pointers of the fields that this regulator requires and the report lacks. */
      readonly missing: readonly string[];
      /** Proof of contact is asked for and was not given. It is needed before a complaint is queued, and only then. */
      readonly unproven: boolean;
      readonly consented: boolean;
      readonly drafted: DraftedDocument;
    };

export interface WantedRules {
  readonly law: ComplaintLaw;
  readonly requireContactProof: boolean;
}

export function wantedComplaint(report: Report, regulatorId: string, id: string, rules: WantedRules): Wanted {
  const { content } = report;
  if (content === null) {
    return { kind: 'nothing', reason: 'report_withdrawn' };
  }
  if (content.input.complain !== true) {
    return { kind: 'nothing', reason: 'no_longer_asked' };
  }
  const findings = rules.law.evaluate(caseFactsOf(content), enAboutComplainant);
  const regulator = rules.law.complaintRegulators(findings).find((candidate) => candidate.id === regulatorId);
  if (regulator === undefined) {
    return { kind: 'nothing', reason: 'no_violation' };
  }
  return {
    kind: 'complaint',
    missing: missingFields(regulator.required, content),
    unproven: rules.requireContactProof && report.contactProof === 'none',
    // Nothing goes to anybody without it, whatever a regulator requires.
    consented: content.input.complainant?.consent === true,
    drafted: draftDocument(id, regulator, report, content, findings),
  };
}
