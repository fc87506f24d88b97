import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { seeded } from '#test/support/seeded.ts';

/** Writes a log of SMS Backup & Restore with so many calls, about 310 bytes each; the same one every time. */
export async function writePhoneLog(path: string, calls: number): Promise<void> {
  const random = seeded(4);
  const file = createWriteStream(path);
  file.write("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--File Created By SMS Backup & Restore-->\n");
  file.write(`<calls count="${calls}" backup_set="example" backup_date="1795168900000" type="full">\n`);
  let at = 1_795_168_801_000;
  for (let row = 0; row < calls; row += 1) {
    at -= random.below(3_600_000);
    const number = `+1202555${String(100 + random.below(100)).padStart(4, '0')}`;
    const name = random.chance(0.3) ? `Someone &amp; Other ${random.below(1000)}` : '(Unknown)';
    const line = `  <call number="${number}" duration="${random.below(900)}" date="${at}" type="${1 + random.below(6)}" presentation="1" subscription_id="89014103211118510720" post_dial_digits="" subscription_component_name="com.example.phone/com.example.telephony.Service" readable_date="Nov 20, 2026 10:00:01" contact_name="${name}" />\n`;
    if (!file.write(line)) {
      await once(file, 'drain');
    }
  }
  file.end('</calls>\n');
  await once(file, 'finish');
}
