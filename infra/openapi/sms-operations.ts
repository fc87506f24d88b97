import * as z from 'zod';
import type { Answer, Body, Operation } from './operation.ts';
import { json, problems } from './operation.ts';

/** Fields by which a message is read; gateways send more, and unknown ones are ignored (but signed). */
const text = z.string();
const twilioForm = z.looseObject({
  MessageSid: text.describe('The same for every delivery of one message.'),
  From: text.describe('Who texted us.'),
  To: text.describe('Our number or short code.'),
  Body: text.optional(),
  NumMedia: text.optional().describe('Attachments; they are never fetched.'),
});
const vonageFields = {
  messageId: text,
  msisdn: text.describe('Who texted us, without a plus sign.'),
  to: text,
  type: z.enum(['text', 'unicode', 'binary']).optional(),
  text: text.optional(),
  timestamp: text.describe('Unix seconds; signed.'),
  sig: text.describe('Over all other parameters, by the method of the account.'),
  concat: text.optional().describe('`true`: a part of a long text, joined here.'),
  'concat-ref': text.optional(),
  'concat-total': text.optional(),
  'concat-part': text.optional(),
};
const vonageForm = z.looseObject(vonageFields);
const vonageMessage = z.looseObject({
  message_uuid: text,
  channel: z.enum(['sms', 'mms']),
  from: text,
  to: text,
  message_type: text,
  text: text.optional(),
  timestamp: text.optional(),
});
const infobipMessages = z.looseObject({
  results: z.array(
    z.looseObject({ messageId: text, from: text, to: text, text: text.optional(), receivedAt: text.optional() }),
  ),
});

const refused: Record<number, Answer> = {
  ...problems(400, 413),
  403: { ...problemBody(), description: 'The signature or the secret does not fit: nothing was stored.' },
};
const form = (schema: z.core.$ZodType): readonly Body[] => [{ type: 'application/x-www-form-urlencoded', schema }];
const signature = (description: string) => ({ schema: z.string(), description });
const acknowledged: Answer = { description: 'Taken; the reply goes out through the API of the gateway.' };
const receive = (route: string, id: string, gateway: string): Pick<Operation, 'route' | 'id' | 'tag' | 'summary'> => ({
  route,
  id,
  tag: 'sms',
  summary: `A text message to our number, brought by ${gateway}`,
});

/** Webhooks of SMS gateways. A deployment has those that its settings switch on; the others answer 404. */
export const smsOperations: readonly Operation[] = [
  {
    ...receive('POST /v1/sms/twilio', 'receiveTwilio', 'Twilio'),
    headers: { 'X-Twilio-Signature': signature('HMAC-SHA1 of the public address and all fields.') },
    request: form(twilioForm),
    answers: {
      200: { description: 'The reply as TwiML; `<Response/>` for silence.', bodies: [{ type: 'text/xml' }] },
      ...refused,
    },
  },
  {
    ...receive('POST /v1/sms/vonage', 'receiveVonage', 'the SMS API of Vonage'),
    request: [...form(vonageForm), ...json(vonageForm)],
    answers: { 200: acknowledged, ...refused },
  },
  {
    ...receive('GET /v1/sms/vonage', 'receiveVonageByQuery', 'the SMS API of Vonage, set to GET'),
    query: Object.fromEntries(
      Object.entries(vonageFields).map(([name, schema]) => [name, { schema, description: schema.description ?? name }]),
    ),
    answers: { 200: acknowledged, ...refused },
  },
  {
    ...receive('POST /v1/sms/vonage-messages', 'receiveVonageMessage', 'the Messages API of Vonage'),
    headers: { Authorization: signature('`Bearer` and a token (HS256) that holds the hash of the body.') },
    request: json(vonageMessage),
    answers: {
      200: acknowledged,
      ...refused,
      503: { description: 'Not signed: Vonage then sends it again, signed.', ...problemBody() },
    },
  },
  {
    ...receive('POST /v1/sms/infobip', 'receiveInfobip', 'Infobip (MO_JSON_2)'),
    headers: { Authorization: signature('The secret that Infobip is told to show; it signs nothing.') },
    request: json(infobipMessages),
    answers: { 200: acknowledged, ...refused },
  },
  {
    ...receive('POST /v1/sms/generic', 'receiveGeneric', 'any other gateway'),
    request: json(z.record(z.string(), z.unknown()).describe('Fields as the setting `sms.generic` maps them.')),
    answers: {
      200: { description: 'The reply; null for silence.', bodies: json(z.object({ reply: z.string().nullable() })) },
      ...refused,
    },
  },
];

function problemBody(): Pick<Answer, 'bodies'> {
  const { bodies } = problems(400)[400] ?? {};
  return bodies === undefined ? {} : { bodies };
}
