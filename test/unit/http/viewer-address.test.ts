import { describe, expect, it } from 'vitest';
import { createLambdaHttp } from '#shared/http/lambda-http.ts';
import { type HttpRequest, jsonResponse } from '#shared/http/message.ts';
import { originHeader } from '#shared/http/origin-header.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { httpEvent } from '#test/support/http-event.ts';

const connection = '192.0.2.1';
const viewer = '198.51.100.7';
const cloudFront = '203.0.113.9';
const secret = 'what CloudFront shows';

/** The address a handler is told of a request with this `x-forwarded-for`. */
async function addressSeen(forwardedFor: string | undefined, edge: boolean): Promise<string | undefined> {
  const seen: HttpRequest[] = [];
  const answer = createLambdaHttp({
    routes: {
      'GET /v1/audit': async (request) => {
        seen.push(request);
        return jsonResponse(200, {});
      },
    },
    log: silentLog,
    ...(edge ? { originSecret: async () => secret } : {}),
  });
  const forwarded = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  await answer(httpEvent({ route: 'GET /v1/audit', headers: { [originHeader]: secret, ...forwarded } }));
  return seen[0]?.sourceAddress;
}

describe('the address of a caller', () => {
  it("behind the edge is the viewer's: CloudFront appends it, and the HTTP API appends CloudFront's", async () => {
    expect(await addressSeen(`${viewer}, ${cloudFront}`, true)).toBe(viewer);
    expect(await addressSeen(`2001:db8::7,${cloudFront}`, true)).toBe('2001:db8::7');
  });

  it('is not what the viewer wrote into the header itself', async () => {
    expect(await addressSeen(`10.0.0.1, 127.0.0.1, ${viewer}, ${cloudFront}`, true)).toBe(viewer);
  });

  it.each([undefined, '', cloudFront, `unknown, ${cloudFront}`, `<script>, ${cloudFront}`])(
    "behind the edge is the connection's where the header (%j) does not tell",
    async (header) => {
      expect(await addressSeen(header, true)).toBe(connection);
    },
  );

  it("without the edge is the connection's, whatever the header says", async () => {
    expect(await addressSeen(`10.0.0.1, ${viewer}, ${cloudFront}`, false)).toBe(connection);
  });
});
