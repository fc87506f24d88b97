import { encodeBase32 } from '#shared/runtime/base32.ts';
import { type KeyedHash, keyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Line, Sender } from '#shared/sender/sender.ts';
import { senderKey } from '#shared/sender/sender-key.ts';

/** The keyed hashes under which people, reports and subjects are known inside. */
export interface Identity {
  readonly receipt: KeyedHash;
  readonly receiptId: KeyedHash;
  readonly request: KeyedHash;
  /** 32 hexadecimal characters. */
  reporter(reporter: ReporterSource): string;
  /** 26 characters of base32; null where reports cannot pile up. */
  subject(sender: Sender): string | null;
}

/** Who reports (CONTRACT section 3). `cell` is the nearest thing to a person in open data: state, city and area code. */
export type ReporterSource =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'cell'; readonly state: string; readonly city: string; readonly areaCode: string };

export function createIdentity(masterSecret: string): Identity {
  const reporter = keyedHash(masterSecret, 'reporter');
  const subject = keyedHash(masterSecret, 'subject');
  return {
    receipt: keyedHash(masterSecret, 'receipt'),
    receiptId: keyedHash(masterSecret, 'receipt-id'),
    request: keyedHash(masterSecret, 'request'),
    reporter: (source) => reporter(reporterName(source)).toString('hex', 0, 16),
    subject: (sender) => {
      const key = senderKey(sender);
      return key === null ? null : encodeBase32(subject(key).subarray(0, 16));
    },
  };
}

function reporterName(source: ReporterSource): string {
  const fold = (text: string) => text.trim().toLowerCase();
  switch (source.kind) {
    case 'line':
      return `line|${source.line.e164}`;
    case 'email':
      return `email|${fold(source.email)}`;
    case 'cell':
      return `ftc|${fold(source.state)}|${fold(source.city)}|${fold(source.areaCode)}`;
  }
}
