export const tableNames = [
  'Reports',
  'Subjects',
  'Facts',
  'Complaints',
  'Registrations',
  'Access',
  'Conversations',
  'Disputes',
] as const;

export type TableName = (typeof tableNames)[number];

/** On a table: `read` by key, `scan` everything, `put` whole items, `update` parts of them, `erase` them; `load` puts and erases many. */
export type TableAccess = 'read' | 'scan' | 'put' | 'update' | 'erase' | 'load';

/** On a bucket: `read`, `write` and `erase` objects; `list` their names. */
export type BucketAccess = 'read' | 'list' | 'write' | 'erase';
