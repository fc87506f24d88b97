import { phoneFacts } from './phone-facts.ts';
import type { Line, Sender } from './sender.ts';

/** For people: `+1 800 275 2273`, `88022`, `VM-HDFCBK`; "withheld" and "unknown" as `parseSender` reads them. */
export function displaySender(sender: Sender): string {
  if (sender.value === null) {
    return sender.type;
  }
  return sender.type === 'phone' ? phoneFacts(sender.value).display : sender.value;
}

/** The last two digits: enough for the reporter to recognise the line, too little to call it. */
export function lineEnding(line: Line): string {
  return line.e164.slice(-2);
}
