import type { Io } from '../io.ts';
import { readPhoneArguments } from '../sms/phone-line.ts';
import { asShown, silence } from '../sms/screen.ts';
import { openPhone, type PhoneDeployment, TextNotSent } from '../sms/text-us.ts';

/** `sms --from NUMBER [--to NUMBER] TEXT`: texts the local run once and shows its reply. Answers the exit status. */
export async function smsCommand(args: readonly string[], deployment: PhoneDeployment, io: Io): Promise<number> {
  const read = readPhoneArguments(args);
  if (read.kind === 'unreadable' || read.line.from === undefined || read.text === '') {
    io.err('usage: sms --from NUMBER [--to NUMBER] TEXT, for example: sms --from +12025550123 "Win a prize"');
    return 2;
  }
  const { from, to } = read.line;
  try {
    const text = await openPhone({ from, to }, deployment);
    const replies = await text(read.text);
    for (const reply of replies) {
      io.out(asShown(reply, to, new Date()));
    }
    if (replies.length === 0) {
      io.err(silence);
    }
    return 0;
  } catch (error) {
    if (error instanceof TextNotSent) {
      io.err(error.message);
      return 1;
    }
    throw error;
  }
}
