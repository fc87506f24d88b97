import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A text message that the app sent. */
export interface SentSms {
  readonly to: string;
  readonly from: string;
  readonly text: string;
  /** By which API. */
  readonly by: string;
}

export interface StandInAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Stands for the APIs that send text messages: keeps and prints instead of sending. */
export interface SmsStandIn {
  /** The answer to a request of one of these APIs, or to `GET /sms`; undefined to any other request. */
  answer(request: IncomingMessage, body: string): StandInAnswer | undefined;
}

const KEPT = 1000;

/** A member of a JSON value by its path; an empty text where there is none. */
function member(value: unknown, ...path: readonly (string | number)[]): string {
  const found = path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

interface Api {
  readonly by: string;
  isFor(request: IncomingMessage): boolean;
  read(body: string): Omit<SentSms, 'by'>;
  accepted(id: string): StandInAnswer;
}

const isPost = ({ method, url }: IncomingMessage, path: string): boolean => method === 'POST' && url === path;

/** What each API takes and answers, as far as our senders use it. */
const APIS: readonly Api[] = [
  {
    by: 'SendTextMessage',
    isFor: ({ headers }) => headers['x-amz-target'] === 'PinpointSMSVoiceV2.SendTextMessage',
    read: (body) => {
      const input: unknown = JSON.parse(body);
      return {
        to: member(input, 'DestinationPhoneNumber'),
        from: member(input, 'OriginationIdentity'),
        text: member(input, 'MessageBody'),
      };
    },
    accepted: (MessageId) => ({ status: 200, body: { MessageId } }),
  },
  {
    by: 'Vonage SMS API',
    isFor: (request) => isPost(request, '/sms/json'),
    read: (body) => {
      const form = new URLSearchParams(body);
      return { to: form.get('to') ?? '', from: form.get('from') ?? '', text: form.get('text') ?? '' };
    },
    accepted: (id) => ({
      status: 200,
      body: { 'message-count': '1', messages: [{ status: '0', 'message-id': id }] },
    }),
  },
  {
    by: 'Infobip',
    isFor: (request) => isPost(request, '/sms/3/messages'),
    read: (body) => {
      const input: unknown = JSON.parse(body);
      return {
        to: member(input, 'messages', 0, 'destinations', 0, 'to'),
        from: member(input, 'messages', 0, 'sender'),
        text: member(input, 'messages', 0, 'content', 'text'),
      };
    },
    accepted: (messageId) => ({
      status: 200,
      body: {
        messages: [{ messageId, status: { groupId: 1, groupName: 'PENDING', id: 26, name: 'PENDING_ACCEPTED' } }],
      },
    }),
  },
];

/** `print` hears each message; what is printed shows the last two digits only, as output is often kept. */
export function createSmsStandIn(print: (line: string) => void): SmsStandIn {
  const sent: SentSms[] = [];
  return {
    answer: (request, body) => {
      if (request.method === 'GET' && request.url === '/sms') {
        return { status: 200, body: { sent } };
      }
      const api = APIS.find((candidate) => candidate.isFor(request));
      if (api === undefined) {
        return undefined;
      }
      const message = { ...api.read(body), by: api.by };
      sent.push(message);
      sent.splice(0, sent.length - KEPT);
      print(`SMS to …${message.to.slice(-2)} by ${message.by}: ${message.text}`);
      return api.accepted(randomUUID());
    },
  };
}
