import { expect, test } from 'vitest';
import { sha256Of } from '#shared/complaint/draft-document.ts';
import { aReport, corrected, withdrawn } from '#test/support/complaint/builders.ts';
import { World } from '#test/support/complaint/world.ts';

async function filed(world: World) {
  const taken = await world.take((await world.only).id);
  if (taken.kind !== 'filed') {
    throw new Error('nothing was filed');
  }
  return { ...taken, document: JSON.parse(taken.json) };
}

test('T20: what goes to a regulator calls itself alleged, and says that a number shown can be forged', async () => {
  const world = new World();
  await world.decide(aReport());
  const { document, letter } = await filed(world);
  expect(document.standing).toBe('alleged');
  expect(letter.replaceAll('\n', ' ')).toContain('may have been forged');
  expect(letter).not.toMatch(/\b(illegal|guilty|criminal|scammer)\b/i);
});

test('T20: the evidence is bound by its hash, kept with the time it was taken', async () => {
  const world = new World();
  await world.decide(aReport());
  const { complaint, json } = await filed(world);
  expect(complaint.taken).toEqual([{ version: 1, document: 1, at: world.now.toISOString(), sha256: sha256Of(json) }]);
});

test('T20: an altered document is never given out', async () => {
  const world = new World();
  await world.decide(aReport());
  const { id } = await world.only;
  const stored = await world.documents.get(id, 1);
  await world.documents.put(id, 1, {
    json: (stored?.json ?? '').replace('+12025550143', '+12025550144'),
    letter: stored?.letter ?? '',
  });
  await expect(world.take(id)).rejects.toThrow('altered');
  expect(await world.only).toMatchObject({ taken: [] });
});

test('T20: what speaks for the caller goes along, and a correction that clears them takes the complaint back', async () => {
  const world = new World();
  const report = aReport();
  await world.decide(report);
  await filed(world);
  await world.decide(corrected(report, { purpose: 'information' }));
  await world.drain();
  expect(world.queue.sent.at(-1)?.pointer).toMatchObject({ version: 2, event: 'withdrawn' });
  expect(await world.only).toMatchObject({ case: 'withdrawn', withdrawalReason: 'no_violation' });
});

test('T20: nobody is accused on an unproven contact where proof is required, nor without consent', async () => {
  const world = new World({ requireContactProof: true });
  await world.decide(aReport());
  expect(await world.only).toMatchObject({ delivery: 'incomplete', missing: ['/contactProof'] });
  const other = new World();
  await other.decide(aReport({}, { complainant: { name: 'Ada Moore' } }));
  expect(await other.only).toMatchObject({ delivery: 'incomplete', missing: ['/complainant/consent'] });
  expect(world.documents.objects.size + other.documents.objects.size).toBe(0);
});

test('T20: a report that is withdrawn leaves no accusation behind that nobody had', async () => {
  const world = new World();
  await world.decide(aReport(), withdrawn(aReport()));
  expect(world.documents.objects.size).toBe(0);
  expect(JSON.stringify([...world.complaints.items.values()])).not.toMatch(/Ada|example|5550143/);
});
