import { describe, expect, test } from 'vitest';
import { httpAnswer } from '#infra/local/http/http-answer.ts';

const read = (result: unknown) => {
  const { status, headers, body } = httpAnswer(JSON.stringify(result));
  return { status, headers, body: body.toString('latin1') };
};

describe('what a function returned becomes the answer', () => {
  test('an object with statusCode is the answer itself', () => {
    const result = { statusCode: 201, headers: { 'Content-Type': 'text/csv', 'X-N': 5, Skipped: null }, body: 'a,b' };
    expect(read(result)).toEqual({
      status: 201,
      headers: [
        ['content-type', 'text/csv'],
        ['x-n', '5'],
      ],
      body: 'a,b',
    });
  });

  test.each([
    ['an object without statusCode', { message: 'hi' }, '{"message":"hi"}'],
    ['a text', 'Hello from Lambda!', 'Hello from Lambda!'],
    ['a list', [1, 2], '[1,2]'],
    ['nothing', null, 'null'],
  ])('%s is the body of a 200', (_name, result, body) => {
    expect(read(result)).toEqual({ status: 200, headers: [['content-type', 'application/json']], body });
  });

  test('base64 becomes bytes', () => {
    expect(read({ statusCode: 200, body: 'AP+A', isBase64Encoded: true }).body).toBe('\u0000\u00ff\u0080');
  });

  test('each cookie becomes a header, and text is the type without one', () => {
    expect(read({ statusCode: '204', cookies: ['a=1', 'b=2'] }).headers).toEqual([
      ['content-type', 'text/plain;charset=UTF-8'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
  });

  test('headers that belong to the connection are not handed on', () => {
    const headers = { connection: 'close', 'Transfer-Encoding': 'chunked', 'content-length': '9' };
    expect(read({ statusCode: 200, headers, body: 'x' }).headers).toEqual([
      ['content-type', 'text/plain;charset=UTF-8'],
    ]);
  });

  test.each([
    { statusCode: 'abc' },
    { statusCode: 99 },
    { statusCode: 600 },
    { statusCode: 200, body: { not: 'text' } },
    { statusCode: 200, headers: 'none' },
  ])('a malformed answer is a bare 500: %j', (result) => {
    expect(read(result)).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
  });
});
