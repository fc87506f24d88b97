// A function of the local run's own test app: runs on a schedule.
import { appendFileSync } from 'node:fs';

export const handler = async (event) => {
  appendFileSync(process.env.RECORD, `${JSON.stringify({ kind: 'tick', event })}\n`);
};
