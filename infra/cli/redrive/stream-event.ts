import type { _Record } from '@aws-sdk/client-dynamodb-streams';

/** Records as Lambda hands them to a function: JSON, with binary values as base64 and times in seconds. */
export function streamEvent(records: readonly _Record[], streamArn: string): string {
  return JSON.stringify({
    Records: records.map((record) => ({
      eventID: record.eventID,
      eventName: record.eventName,
      eventVersion: record.eventVersion,
      eventSource: 'aws:dynamodb',
      awsRegion: record.awsRegion,
      dynamodb: {
        ...record.dynamodb,
        ApproximateCreationDateTime: Math.floor((record.dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000),
        Keys: plain(record.dynamodb?.Keys),
        NewImage: plain(record.dynamodb?.NewImage),
      },
      eventSourceARN: streamArn,
    })),
  });
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString('base64');
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
  }
  return value;
}
