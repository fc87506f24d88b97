import { createLambdaHttp, type LambdaHttpHandler } from '#shared/http/lambda-http.ts';
import type { HttpRequest, HttpResponse } from '#shared/http/message.ts';
import { type Problem, problem, problemResponse } from '#shared/http/problem.ts';
import type { InboundSms } from '#shared/intake/gateways/inbound-sms.ts';
import type { SmsSender } from '#shared/intake/gateways/outgoing-sms.ts';
import { receiveWebhook, refusalStatus, type WebhookRefusal } from '#shared/intake/gateways/receive-webhook.ts';
import type { GatewayRequest, WebhookGateway, WebhookName } from '#shared/intake/gateways/webhook.ts';
import { sendReply } from '#shared/intake/send-reply.ts';
import { type TakeMessageDependencies, takeMessage } from '#shared/intake/take-message.ts';
import type { Log } from '#shared/runtime/log.ts';

export interface TakeSmsDependencies extends TakeMessageDependencies {
  /** The gateway with the secret as it is kept now. Throws when it is not switched on. */
  gateway(name: WebhookName): Promise<WebhookGateway>;
  /** Null for a gateway that takes the reply with its webhook's answer. */
  sender(name: WebhookName): Promise<SmsSender | null>;
  readonly log: Log;
  readonly originSecret?: () => Promise<string>;
}

/** The webhooks of SMS gateways, CONTRACT section 2. Vonage's SMS API may be set to GET as well. */
const routes: Readonly<Record<string, WebhookName>> = {
  'POST /v1/sms/twilio': 'twilio',
  'POST /v1/sms/vonage': 'vonage',
  'GET /v1/sms/vonage': 'vonage',
  'POST /v1/sms/vonage-messages': 'vonage-messages',
  'POST /v1/sms/infobip': 'infobip',
  'POST /v1/sms/generic': 'generic',
};

export function createHandler(deps: TakeSmsDependencies): LambdaHttpHandler {
  const receive = async (name: WebhookName, request: HttpRequest): Promise<HttpResponse> => {
    const gateway = await deps.gateway(name);
    const outcome = receiveWebhook(gateway, gatewayRequest(request, deps.clock()));
    if (outcome.kind !== 'messages') {
      return refuse(gateway, outcome, deps.log);
    }
    for (const reason of outcome.skipped) {
      deps.log.info('sms_not_read', { gateway: name, reason });
    }
    return gateway.answer(await takeAll(outcome.messages, gateway, deps));
  };
  return createLambdaHttp({
    routes: Object.fromEntries(
      Object.entries(routes).map(([route, name]) => [route, (request: HttpRequest) => receive(name, request)]),
    ),
    log: deps.log,
    ...(deps.originSecret === undefined ? {} : { originSecret: deps.originSecret }),
  });
}

/**
 * Takes the messages one after the other; the answer is the reply that goes back with the webhook's own. Throws if one of
 * them met a fault: the gateway then sends all again, and those that were taken are known for what they are.
 */
async function takeAll(
  messages: readonly InboundSms[],
  { name, repliesBy }: WebhookGateway,
  deps: TakeSmsDependencies,
): Promise<string | null> {
  let answer: string | null = null;
  let failed = 0;
  for (const message of messages) {
    try {
      const { reply } = await takeMessage(message, deps);
      const sender = reply === null || repliesBy === 'answer' ? null : await deps.sender(name);
      if (reply !== null && sender !== null) {
        await sendReply(reply, sender, deps.log);
      } else if (reply !== null) {
        answer = reply.text;
      }
    } catch (error) {
      failed += 1;
      deps.log.error('sms_not_taken', error, { gateway: name });
    }
  }
  if (failed > 0) {
    throw new Error(`${failed} of ${messages.length} messages met a fault`);
  }
  return answer;
}

function gatewayRequest(request: HttpRequest, now: Date): GatewayRequest {
  const { method, path, rawQuery, headers, body, sourceAddress } = request;
  return { method, path, rawQuery, headers, body, sourceAddress, now };
}

function refuse(gateway: WebhookGateway, refusal: WebhookRefusal, log: Log): HttpResponse {
  const reason = refusal.kind === 'unsigned' ? 'unsigned' : refusal.reason;
  log.warn('sms_refused', { gateway: gateway.name, kind: refusal.kind, reason });
  const status = refusalStatus(gateway, refusal);
  return status === 200 ? gateway.answer(null) : problemResponse(problems[status]);
}

const problems: Readonly<Record<400 | 403 | 413 | 503, Problem>> = {
  400: problem(400, 'invalid-request', { detail: 'No text message can be read from this.' }),
  403: problem(403, 'forbidden', { detail: 'This is not signed by the gateway.' }),
  413: problem(413, 'too-large'),
  503: { type: 'about:blank', title: 'Service Unavailable', status: 503, detail: 'Send it again, signed.' },
};
