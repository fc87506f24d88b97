import type { ListDay } from '../list-day.ts';
import { acphChangeReader, acphReader } from './acph-xml.ts';
import { columnReader, plainReader, registerReader } from './columns.ts';
import type { ContentReader, CreateContentReader } from './content-reader.ts';
import { beginEmpty, holdsNoNumbers, mayHoldNone } from './empty-list.ts';
import { createListTally, type ListTally } from './entry-sink.ts';
import { flatReader } from './flat.ts';
import { flatChangeReader } from './flat-change.ts';
import { preferenceMessagesReader, preferencesReader } from './india-preferences.ts';
import { dateBefore, type KnownDate, type NamedFile, noteOnDate, readFileName, undated } from './list-date.ts';
import { type ListFormatId, listFormats } from './list-formats.ts';
import { membersOf, type PlacedFile } from './list-members.ts';
import type { ListCoverage, ListFile, ListReading, ListReadOptions, ReadList } from './list-reading.ts';
import { ListRefused } from './list-refused.ts';
import { massachusettsReader } from './massachusetts.ts';
import { recognise, refuseOtherKinds, startBytes } from './recognise.ts';

const readers: Readonly<Record<ListFormatId, CreateContentReader>> = {
  'us-flat': flatReader,
  'us-flat-change': flatChangeReader,
  'acph-xml': acphReader,
  'acph-xml-change': acphChangeReader,
  'canada-csv': flatReader,
  massachusetts: massachusettsReader,
  'uk-column': columnReader,
  'singapore-column': registerReader,
  'india-preferences': preferencesReader,
  'india-preferences-change': preferenceMessagesReader,
  plain: plainReader,
};

/** What is known of the list as a whole while its files are read one after the other. */
interface Progress {
  readonly options: ListReadOptions;
  readonly tally: ListTally;
  date: KnownDate | null;
  format: ListFormatId | null;
  bytes: number;
  readonly covers: ListCoverage[];
  readonly notes: Set<string>;
}

/**
 * Reads a list in any format that its registry has, plain, gzip or zip (then one file, or one for each area code, all of the
 * same list). The format is recognised by content, never by the file's name, unless the operator names it. Bad lines are
 * skipped and counted; a file that is not such a list, or was cut short, is refused as a whole. In constant memory.
 */
export const readList: ReadList = async (file, options, take) => {
  const tally = createListTally(take, options.onProgress);
  const progress: Progress = {
    options,
    tally,
    date: null,
    format: null,
    bytes: 0,
    covers: [],
    notes: new Set(),
  };
  try {
    return await readFiles(file, progress);
  } catch (error) {
    if (error instanceof ListRefused) {
      return { kind: 'refused', message: error.message, summary: tally.summary(progress.bytes) };
    }
    throw error;
  }
};

async function readFiles(file: ListFile, progress: Progress): Promise<ListReading> {
  const { options, tally } = progress;
  const named = options.listDate === undefined ? readFileName(file.name) : nameOrNull(file.name);
  progress.date = dateBefore(options.listDate, named, options.today);
  const members = await membersOf(file);
  const wanted = options.member === undefined ? members : members.slice(options.member, options.member + 1);
  if (wanted.length === 0) {
    throw new ListRefused(`The archive has no file ${(options.member ?? 0) + 1}.`);
  }
  const areaCodes = new Set<string>();
  for (const member of wanted) {
    const memberName = member.place === null ? named : agreeing(nameOrNull(member.name), progress);
    const areaCode = memberName?.areaCode ?? (members.length === 1 ? (named?.areaCode ?? null) : null);
    if (areaCode !== null && areaCodes.has(areaCode)) {
      throw new ListRefused(`The archive holds two files of area code ${areaCode}.`);
    }
    areaCodes.add(areaCode ?? '');
    try {
      await readMember(member, areaCode, progress);
    } catch (error) {
      if (error instanceof ListRefused && member.place !== null) {
        throw new ListRefused(`File ${member.place} of the archive: ${error.message}`);
      }
      throw error;
    }
  }
  const summary = tally.summary(progress.bytes);
  const { format, date } = progress;
  const covers = together(progress.covers);
  const holdsNone = summary.entries + (summary.skipped.duplicate?.count ?? 0) === 0;
  if (format === null || (holdsNone && !mayHoldNone(format, covers))) {
    throw holdsNoNumbers(progress.bytes, covers, options);
  }
  if (date === null) {
    throw undated();
  }
  const { assumption, publishedBy, scope } = listFormats[format];
  const notes = [
    ...(assumption === null || publishedBy === options.registry.id ? [] : [assumption]),
    ...progress.notes,
    ...noteOnName(date, named),
  ];
  return { kind: 'read', facts: { format, scope, covers, listDay: date.listDay, dateFrom: date.from, notes }, summary };
}

/** Reads one file with one content. */
async function readMember(member: PlacedFile, areaCode: string | null, progress: Progress): Promise<void> {
  const { tally, options } = progress;
  tally.startFile(member.place);
  const bytesBefore = progress.bytes;
  let start: Buffer | null = Buffer.alloc(0);
  let reader: ContentReader | null = null;
  for await (const chunk of member.read()) {
    progress.bytes += chunk.length;
    if (start !== null) {
      start = Buffer.concat([start, chunk]);
      if (start.length >= startBytes) {
        reader = begin(start, areaCode, progress);
        start = null;
      }
    } else {
      reader?.push(chunk);
    }
    tally.judgeSoFar();
  }
  if (start !== null) {
    reader = start.length === 0 ? null : begin(start, areaCode, progress);
  }
  if (progress.bytes - bytesBefore !== member.bytes && member.bytes !== null) {
    throw new ListRefused('The file ended earlier than it should. Fetch it again.');
  }
  if (reader === null) {
    if (areaCode === null) {
      throw new ListRefused('The file is empty.');
    }
    progress.format ??= beginEmpty(options);
    // An area code without a single number, or change.
    progress.covers.push(areaCoverage(options, areaCode));
    return;
  }
  reader.finish();
  tally.judgeFile();
  progress.covers.push(
    reader.covers.kind === 'not_stated' && areaCode !== null ? areaCoverage(options, areaCode) : reader.covers,
  );
  settleDate(reader.listDay, progress);
}

/** Looks at the beginning of a file, and reads on with the reader of its format. */
function begin(bytes: Buffer, areaCode: string | null, progress: Progress): ContentReader {
  const { options, tally } = progress;
  refuseOtherKinds(bytes);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = hasMark ? bytes.subarray(3) : bytes;
  const start = content.toString('latin1', 0, startBytes);
  const format = progress.format ?? options.format ?? recognise(start, options.registry.formats, options.registry.id);
  if (progress.format === null) {
    if (progress.date === null && format !== 'plain') {
      throw undated();
    }
    progress.format = format;
    options.onStart?.({ format, scope: listFormats[format].scope });
  } else if (options.format === undefined) {
    const found = recognise(start, options.registry.formats, options.registry.id);
    if (found !== format) {
      throw new ListRefused(`It is in the format ${found}, the files before it are in ${format}.`);
    }
  }
  const listDay = progress.date?.listDay ?? null;
  const reader = readers[format]({ ...options, areaCode, listDay, start }, tally);
  reader.push(content);
  return reader;
}

function settleDate(listDay: ListDay | null, progress: Progress): void {
  const { date } = progress;
  if (listDay === null) {
    return;
  }
  if (date === null) {
    progress.date = { listDay, from: 'header' };
    return;
  }
  const note = noteOnDate(date, listDay, 'header');
  if (note !== null && date.from !== 'operator') {
    throw new ListRefused(`${note.replace(/ is used\.$/, '')} disagree. Give --list-date YYYY-MM-DD.`);
  }
  if (note !== null) {
    progress.notes.add(note);
  }
}

/** The files of an archive are of one day; what a name says must be what is known already. */
function agreeing(named: NamedFile | null, progress: Progress): NamedFile | null {
  const { date, options } = progress;
  if (named === null || options.listDate !== undefined) {
    return named;
  }
  if (date !== null && date.listDay !== named.listDay) {
    throw new ListRefused('The names of the files tell different dates of the list. Give --list-date YYYY-MM-DD.');
  }
  progress.date ??= dateBefore(undefined, named, options.today);
  return named;
}

function nameOrNull(name: string): NamedFile | null {
  try {
    return readFileName(name);
  } catch (error) {
    if (error instanceof ListRefused) {
      return null;
    }
    throw error;
  }
}

function noteOnName(date: KnownDate, named: NamedFile | null): readonly string[] {
  const note = noteOnDate(date, named?.listDay ?? null, 'file name');
  return note === null ? [] : [note];
}

function areaCoverage({ registry }: ListReadOptions, areaCode: string): ListCoverage {
  return { kind: 'areas', areas: [`${registry.callingCode}${areaCode}`] };
}

function together(covers: readonly ListCoverage[]): ListCoverage {
  if (covers.some(({ kind }) => kind === 'whole')) {
    return { kind: 'whole' };
  }
  const areas = covers.flatMap((each) => (each.kind === 'areas' ? each.areas : []));
  return covers.every(({ kind }) => kind === 'areas')
    ? { kind: 'areas', areas: [...new Set(areas)].sort() }
    : { kind: 'not_stated' };
}
