import { describe, expect, test } from 'vitest';
import { createReplyBudget, sharesOf } from '#shared/storage/conversation-budget.ts';
import { documentClient } from '#shared/storage/document-client.ts';
import { person, smsWorld } from '#test/support/sms/sms-world.ts';
import { createTables, engineClient } from '#test/support/tables.ts';

const day = 24 * 3600_000;

describe('T5: an exchange with another robot falls silent', () => {
  test.each([
    ['says our words back', (heard: string) => heard],
    ['says our words back, quoted', (heard: string) => `Auto-reply: "${heard}"`],
    ['says the same every time', () => 'I am driving and will call you back'],
    ['says something else every time', (_heard: string, turn: number) => `I will be back in ${turn + 5} minutes`],
    ['says a number every time', (_heard: string, turn: number) => `88${100 + turn}`],
    [
      'names another sender every time',
      (_: string, turn: number) => `From +120255501${10 + (turn % 80)}: hello ${turn}`,
    ],
    ['asks for help every time', () => 'HELP'],
    ['asks for a status every time', () => 'STATUS'],
    ['stops and starts', (_heard: string, turn: number) => (turn % 2 === 0 ? 'STOP' : 'START')],
    ['sends pictures', () => ''],
    ['writes half a form every time', () => 'COMP TEL NO nobody knows'],
  ])('one that %s', async (_name, robot) => {
    const world = smsWorld();
    const from = '+919812345678';
    let heard = (await world.send('You have won a prize! Call now', { from })).reply?.text;
    let turns = 0;
    while (heard !== undefined && turns < 100) {
      heard = (await world.send(robot(heard, turns), { from, media: 1 })).reply?.text;
      turns += 1;
    }
    expect(turns).toBeLessThanOrEqual(20);
    // And stays silent, however long the robot goes on.
    for (let more = 0; more < 30; more += 1) {
      const { reply } = await world.send(robot('anything', turns + more), { from });
      expect(reply === null || turns + more < 20).toBe(true);
    }
  });

  test('our own words are no report when they come back', async () => {
    const world = smsWorld();
    const question = (await world.send('You have won a prize! Call now')).reply?.text ?? '';
    expect(await world.send(question)).toMatchObject({ did: 'own_reply', reply: null });
    expect(world.live()).toHaveLength(1);
  });

  test('a person gets twenty replies in a day, and again the next day; reports are taken all the while', async () => {
    const world = smsWorld();
    const replies = async () => {
      let count = 0;
      for (let call = 0; call < 25; call += 1) {
        count += (await world.send(`CALL 202 555 01${10 + call}`)).reply === null ? 0 : 1;
      }
      return count;
    };
    expect(await replies()).toBe(20);
    world.pass(day - 1);
    expect(await replies()).toBe(0);
    world.pass(1);
    expect(await replies()).toBe(20);
    expect(world.live()).toHaveLength(75);
  });
});

test('T5: the number that was written to is ours, whatever the settings name', async () => {
  const world = smsWorld({ sms: { ownNumbers: [] } });
  const to = '+12025550100';
  expect(await world.send('You have won a prize!', { from: to, to })).toMatchObject({ did: 'from_ours', reply: null });
  await world.send('You have won a prize!', { to });
  expect(await world.send('(202) 555-0100', { to })).toMatchObject({ did: 'not_a_sender' });
  expect(world.told()).toEqual([[undefined, 'You have won a prize!']]);
});

describe('T5: whom we never answer', () => {
  test.each([
    ['a short code', '88022', 'from_no_line'],
    ['our own short code', '7726', 'from_ours'],
    ['our own number', '+12025550100', 'from_ours'],
    ['our own number in another spelling', '+1 (202) 555-0100', 'from_ours'],
    ['an alphanumeric sender', 'MYBANK', 'from_no_line'],
    ['an e-mail address', 'someone@example.com', 'from_no_line'],
    ['an emergency number', '112', 'from_no_line'],
    ['no number at all', 'unknown', 'from_no_line'],
    ['a number no country has', '+999123', 'from_no_line'],
  ])('%s: no report, no reply', async (_name, from, did) => {
    const world = smsWorld();
    for (const text of ['You have won a prize!', 'STOP', 'HELP', 'STATUS', '88022']) {
      expect(await world.send(text, { from })).toMatchObject({ did, reply: null });
    }
    expect(world.live()).toEqual([]);
  });

  test('people of countries that are not served are heard and not answered', async () => {
    const world = smsWorld({ sms: { countriesServed: ['US'] } });
    const from = '+447700900142';
    for (const text of ['You have won a prize!', '88022', 'HELP', 'STOP', 'START']) {
      expect(await world.send(text, { from })).toMatchObject({ reply: null, silence: 'country_not_served' });
    }
    expect(world.told()).toEqual([['88022', 'You have won a prize!']]);
    expect((await world.send('Your parcel is held')).reply).not.toBeNull();
  });

  test('people who opted out get one confirmation, and nothing but HELP until they start again', async () => {
    const world = smsWorld();
    expect((await world.send('STOP')).reply?.text).toContain('unsubscribed');
    for (const text of ['STOP', 'You have won a prize!', '88022', 'STATUS', 'SKIP', '', '911', 'CALL 202 555 0171']) {
      expect(await world.send(text)).toMatchObject({ reply: null });
    }
    expect(world.told()).toEqual([
      ['88022', 'You have won a prize!'],
      ['202 555 0171', undefined],
    ]);
    // Carriers want HELP answered whoever asks.
    expect((await world.send('HELP')).reply?.text).toContain('STOP');
    expect((await world.send('START')).reply?.text).toContain('on again');
  });

  test('opting out outlives every other memory of a conversation', async () => {
    const world = smsWorld();
    await world.send('STOP');
    world.pass(10 * 365 * day);
    expect(await world.send('You have won a prize!')).toMatchObject({ reply: null, silence: 'opted_out' });
    expect(await world.send('88022', { from: '+14135550143' })).toMatchObject({ silence: null });
  });

  test('outside a dialogue there is one reply a day', async () => {
    const world = smsWorld();
    const from = '+919812345678';
    const replies = [];
    for (const text of ['', '911', 'COMP TEL NO nobody', '7726', '88022', '88033']) {
      replies.push((await world.send(text, { from })).reply);
    }
    expect(replies.filter((reply) => reply !== null)).toHaveLength(1);
    world.pass(day);
    expect((await world.send('911', { from })).reply).not.toBeNull();
  });

  test('replies go to the person and from the number they wrote to, through the same gateway', async () => {
    const { reply } = await smsWorld().send('You have won a prize!', { to: '+12025550100', gateway: 'infobip' });
    expect(reply).toMatchObject({ gateway: 'infobip', to: person, from: '+12025550100' });
  });
});

describe('T5: the budget of a day', () => {
  test.each([
    [0, 1],
    [1, 1],
    [16_000, 1],
    [16_001, 2],
    [20_000, 2],
    [1_000_000, 63],
    [100_000_000, 64],
  ])('%i replies are %i counters, whose shares add up to it', (perDay, counters) => {
    const shares = sharesOf(perDay);
    expect(shares).toHaveLength(counters);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(perDay);
  });

  test('is never exceeded, however many processes spend it at once', async () => {
    const client = engineClient();
    const { Conversations } = await createTables(client, 'Conversations');
    const at = new Date();
    // Each process has its own memory of which counters are used up.
    const budgets = Array.from({ length: 4 }, (_, index) =>
      createReplyBudget(documentClient(client), Conversations, { perDay: 165, choose: (below) => index % below }),
    );
    const given = await Promise.all(Array.from({ length: 400 }, (_, index) => budgets[index % 4]?.spend(at)));
    expect(given.filter((each) => each === true)).toHaveLength(165);
  });

  test('over several counters every reply of it can be given', async () => {
    const client = engineClient();
    const { Conversations } = await createTables(client, 'Conversations');
    let next = 0;
    const budget = createReplyBudget(documentClient(client), Conversations, {
      perDay: 48_000,
      choose: (below) => {
        next += 1;
        return next % below;
      },
    });
    const given = await Promise.all(Array.from({ length: 60 }, () => budget.spend(new Date())));
    expect(given.every(Boolean)).toBe(true);
  });

  test('used up, reports are taken in silence', async () => {
    const world = smsWorld({ budget: { spend: async () => false } });
    expect(await world.send('You have won a prize!')).toMatchObject({
      did: 'reported_without_sender',
      reply: null,
      silence: 'daily_budget',
    });
    expect(await world.send('88022')).toMatchObject({ did: 'answered', silence: 'daily_budget' });
    expect(world.told()).toEqual([['88022', 'You have won a prize!']]);
  });
});
