import type { FunctionSpec } from './function-spec.ts';

/** Mails by which those who complain prove their address. */
export const contactProof: readonly FunctionSpec[] = [
  {
    name: 'mail-contact-proof',
    memory: 512,
    timeoutSeconds: 30,
    tables: { Reports: ['read'], Conversations: ['update'] },
    masterSecret: true,
    settings: ['MAIL'],
    mailsProof: { batchSize: 5 },
    onlyWith: ({ mail }) => mail.from !== null,
    harm: 'People who complained wait for the link that shows their address is theirs, and their complaints stay incomplete.',
  },
];
