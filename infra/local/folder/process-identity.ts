import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process and what tells it from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the system's own words. */
  readonly started: string;
  readonly command: string;
}

function fromProc(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name in parentheses may hold spaces; after it, field 3 is the state and field 22 the start time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return fields[0] === 'Z' ? undefined : { pid, started: fields[19] ?? '', command };
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): ProcessIdentity | undefined {
  const ps = spawnSync('ps', ['-o', 'lstart=,command=', '-p', String(pid)], { encoding: 'utf8' });
  const line = ps.status === 0 ? ps.stdout.trim() : '';
  // lstart is always 24 characters: "Sat Nov 21 21:53:00 2026".
  return line === '' ? undefined : { pid, started: line.slice(0, 24), command: line.slice(24).trim() };
}

/** The process that has this number now, if any. */
export function identify(pid: number): ProcessIdentity | undefined {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

/** True while that very process lives, not merely its number. */
export function stillRuns(known: ProcessIdentity): boolean {
  const now = identify(known.pid);
  return now !== undefined && now.started === known.started;
}
