import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { event } from './sms-metrics.ts';

/** What functions log about links that people do not get (shared/storage/compose-contact-proof.ts, mail-contact-proof). */
export const mailEvents = {
  /** The day's budget of mails is spent. */
  spent: {
    metricName: 'ContactProofMailsSpent',
    pattern: FilterPattern.all(event('contact_proof_asked'), FilterPattern.stringValue('$.outcome', '=', 'spent')),
  },
  /** SES refused a mail for good, or did not say whether it took it. */
  lost: { metricName: 'ContactProofMailsLost', pattern: event('contact_proof_mail_lost') },
} as const;
