import { expect, test } from 'vitest';
import { createLambdaHttp } from '#shared/http/lambda-http.ts';
import { jsonResponse } from '#shared/http/message.ts';
import { silentLog } from '#shared/runtime/log.ts';
import { httpEvent, jsonOf } from '#test/support/http-event.ts';

const answer = createLambdaHttp({
  routes: { 'GET /v1/offenders': async (request) => jsonResponse(200, request.query) },
  log: silentLog,
});
const queryRead = async (query: string) => jsonOf(await answer(httpEvent({ route: 'GET /v1/offenders', query })));

test('a parameter that comes twice is joined, not chosen from', async () => {
  expect(await queryRead('minReporters=0&country=US&minReporters=5')).toEqual({ minReporters: '0,5', country: 'US' });
});

test('a parameter by the name of a prototype is one like any other', async () => {
  expect(Object.entries(await queryRead('__proto__=1&__proto__=2'))).toEqual([['__proto__', '1,2']]);
});
