import { createInterface } from 'node:readline';
import type { Io } from '../io.ts';
import { readPhoneArguments } from '../sms/phone-line.ts';
import { asShown, silence } from '../sms/screen.ts';
import { openPhone, type PhoneDeployment, type Texting, TextNotSent } from '../sms/text-us.ts';

/** A number that belongs to nobody. */
const anyone = '+12025550123';

/** What is typed, and where a prompt goes. */
interface Keyboard {
  readonly input: NodeJS.ReadableStream;
  readonly prompt: (text: string) => void;
}

const terminal: Keyboard = {
  input: process.stdin,
  prompt: (text) => {
    if (process.stdin.isTTY) {
      process.stdout.write(text);
    }
  },
};

/**
 * `phone [--from NUMBER] [--to NUMBER]`: every line typed is one text message (`\\n` in it a new line), and what comes back
 * is shown as a telephone shows it, until the end of input. Answers the exit status.
 */
export async function phoneCommand(
  args: readonly string[],
  deployment: PhoneDeployment,
  io: Io,
  { input, prompt }: Keyboard = terminal,
): Promise<number> {
  const read = readPhoneArguments(args);
  if (read.kind === 'unreadable' || read.text !== '') {
    io.err('usage: phone [--from NUMBER] [--to NUMBER]');
    return 2;
  }
  const { from = anyone, to } = read.line;
  try {
    const text = await openPhone({ from, to }, deployment);
    io.err(
      `You are ${from} and text ${to}. Forward a spam text: paste it as one line (\\n for a new line). Ctrl-D ends.`,
    );
    await talk(text, to, { io, input, prompt });
    return 0;
  } catch (error) {
    if (error instanceof TextNotSent) {
      io.err(error.message);
      return 1;
    }
    throw error;
  }
}

async function talk(text: Texting, to: string, { io, input, prompt }: Keyboard & { readonly io: Io }): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  prompt('you> ');
  for await (const line of lines) {
    if (line.trim() !== '') {
      const replies = await text(line.replaceAll('\\n', '\n'));
      for (const reply of replies) {
        io.out(asShown(reply, to, new Date()));
      }
      if (replies.length === 0) {
        io.err(silence);
      }
    }
    prompt('you> ');
  }
}
