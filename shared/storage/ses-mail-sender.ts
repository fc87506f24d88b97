import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { type MailFailure, MailNotSent, type MailSender } from '#shared/report/contact-proof/ports.ts';

/** Without `maxAttempts: 1` the SDK would repeat a request that may have been taken. */
export const sesClient = () => new SESv2Client({ maxAttempts: 1 });

const patience = 5_000;

/** One plain address and nothing else: no name, no second recipient, no line break (threat T18). */
const address = /^[A-Za-z0-9_'+.-]{1,64}@[A-Za-z0-9.-]{1,253}$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what must not stand in a header.
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

interface SesOptions {
  readonly from: string;
  /** Stands before the address in `From`. */
  readonly programme: string;
  readonly configurationSet: string | null;
}

/**
 * Amazon SES: text/plain to one address. What SES is given are fields of a request, never headers written here; what would
 * not be one line is refused all the same.
 */
export function createSesMailSender(
  client: SESv2Client,
  { from, programme, configurationSet }: SesOptions,
): MailSender {
  return {
    async send({ to, subject, text }) {
      if (to.length > 254 || !address.test(to) || control.test(subject)) {
        throw new MailNotSent('not_one_line', 'refused');
      }
      const abortSignal = AbortSignal.timeout(patience);
      try {
        await client.send(
          new SendEmailCommand({
            FromEmailAddress: `"${programme}" <${from}>`,
            Destination: { ToAddresses: [to] },
            Content: {
              Simple: {
                Subject: { Data: subject, Charset: 'UTF-8' },
                Body: { Text: { Data: text, Charset: 'UTF-8' } },
                // RFC 3834: nobody's absence note answers us.
                Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
              },
            },
            ...(configurationSet === null ? {} : { ConfigurationSetName: configurationSet }),
          }),
          { abortSignal },
        );
      } catch (error) {
        // The service's own message may quote the address.
        const name = error instanceof Error ? error.name : 'unknown';
        throw new MailNotSent(
          abortSignal.aborted ? 'timeout' : name,
          abortSignal.aborted ? 'unsure' : failureOf(error),
        );
      }
    },
  };
}

/** A client fault took no mail: a bad request never will, every other (throttled, paused, not permitted) may later. */
function failureOf(error: unknown): MailFailure {
  const byClient = error instanceof Error && '$fault' in error && error.$fault === 'client';
  if (!byClient) {
    return 'unsure';
  }
  return error.name === 'BadRequestException' ? 'refused' : 'not_now';
}
