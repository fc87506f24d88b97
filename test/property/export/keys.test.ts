import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportFileName, exportId, exportIdSchema } from '#shared/export/export-name.ts';
import { auditKey, exportObjectKey, keyPlaceKey, parseExportFolder } from '#shared/storage/keys.ts';

const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const regulator = fc.stringMatching(/^[a-z]{2}(-[a-z0-9]{1,6}){1,2}$/);

test('audit keys sort by time, then by id, and none is another', () => {
  fc.assert(
    fc.property(time, time, fc.uuid(), fc.uuid(), regulator, (a, b, one, other, who) => {
      const [first, second] = [auditKey(who, a.toISOString(), one), auditKey(who, b.toISOString(), other)];
      expect(first.pk).toBe(second.pk);
      if (a.getTime() !== b.getTime()) {
        expect(first.sk < second.sk).toBe(a < b);
      } else {
        expect(first.sk < second.sk).toBe(one < other);
      }
    }),
  );
});

test('the keys of two regulators never meet', () => {
  fc.assert(
    fc.property(regulator, regulator, (one, other) => {
      fc.pre(one !== other);
      expect(auditKey(one, '', '').pk).not.toBe(auditKey(other, '', '').pk);
      expect(keyPlaceKey(one, 1).pk).not.toBe(keyPlaceKey(other, 1).pk);
    }),
  );
});

test('an export id sorts as its time, is safe in a name, and comes back from its folder', () => {
  fc.assert(
    fc.property(time, time, (a, b) => {
      const id = exportId(a);
      expect(exportIdSchema.safeParse(id).success).toBe(true);
      expect(id < exportId(b)).toBe(a < b);
      const key = exportObjectKey(id, exportFileName(id, 'csv'));
      expect(parseExportFolder(key.slice(0, key.lastIndexOf('/') + 1))).toBe(id);
    }),
  );
});
