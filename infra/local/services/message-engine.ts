import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { LOCAL_REGION } from '../template/environment.ts';

/**
 * fauxqs 2.4.1 writes NULL into two columns when a message's visibility is set to 0, which its own table refuses: the
 * message is then neither in flight nor ready until a restart. A regulator's client may well do that, so the table is
 * made beforehand with the same columns, taking NULL as "keep what is there".
 */
const MESSAGES = `
CREATE TABLE IF NOT EXISTS sqs_messages (
  message_id TEXT PRIMARY KEY,
  queue_name TEXT NOT NULL REFERENCES sqs_queues(name) ON DELETE CASCADE,
  body TEXT NOT NULL,
  md5_of_body TEXT NOT NULL,
  message_attributes TEXT NOT NULL,
  md5_of_message_attributes TEXT NOT NULL,
  sent_timestamp INTEGER NOT NULL,
  approximate_receive_count INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 0,
  approximate_first_receive_timestamp INTEGER,
  delay_until INTEGER,
  message_group_id TEXT,
  message_deduplication_id TEXT,
  sequence_number TEXT,
  receipt_handle TEXT,
  visibility_deadline INTEGER
);
CREATE TRIGGER IF NOT EXISTS keep_receive_count AFTER UPDATE ON sqs_messages
WHEN NEW.approximate_receive_count = 0 AND OLD.approximate_receive_count > 0
BEGIN
  UPDATE sqs_messages
  SET approximate_receive_count = OLD.approximate_receive_count,
      approximate_first_receive_timestamp = OLD.approximate_first_receive_timestamp
  WHERE message_id = NEW.message_id;
END;
`;

/** The database of queues, topics and buckets in its folder. */
export const messageDatabase = (folder: string): string => join(folder, 'fauxqs.db');

function prepare(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(messageDatabase(folder));
  try {
    database.exec('PRAGMA journal_mode = WAL');
    database.exec(MESSAGES);
  } finally {
    database.close();
  }
}

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** Starts the engine for queues, topics and buckets in this process, at the port of last time if that is free. */
export async function startMessageEngine(folder: string, port: number | undefined): Promise<FauxqsServer> {
  prepare(folder);
  const options = { logger: false, defaultRegion: LOCAL_REGION, dataDir: folder };
  try {
    return await startFauxqs({ ...options, port: port ?? 0 });
  } catch (error) {
    if (port === undefined || !isBusy(error)) {
      throw error;
    }
    return startFauxqs({ ...options, port: 0 });
  }
}
