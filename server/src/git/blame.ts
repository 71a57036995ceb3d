import type { BlamedLine } from '../service/ports.ts';
import { filtersOff } from './filters.ts';
import { ask, type Spot } from './repository.ts';

const HEAD_LINE = /^([0-9a-f]{40}|[0-9a-f]{64}) \d+ (\d+)/;
const NOTHING = /^0+$/;

/** Who wrote each line of a file, as it is on the disk or as `text`; empty where git does not know the file. */
export async function blame({ root, path }: Spot, text: string | undefined): Promise<BlamedLine[]> {
  if (path === '') return [];
  const { code, stdout } = await ask(
    root,
    [
      'blame',
      '--line-porcelain',
      '--no-textconv',
      '--ignore-revs-file=',
      ...(text === undefined ? [] : ['--contents', '-']),
      '--',
      path,
    ],
    { env: await filtersOff(root), ...(text === undefined ? {} : { input: text }) },
  );
  return code === 0 ? blamedLines(stdout.toString()) : [];
}

/** Reads `--line-porcelain`: a head line, lines `key value`, and the line itself behind a tab. */
function blamedLines(porcelain: string): BlamedLine[] {
  const lines: BlamedLine[] = [];
  let commit = '';
  let values = new Map<string, string>();
  for (const line of porcelain.split('\n')) {
    const head = HEAD_LINE.exec(line);
    if (line.startsWith('\t')) lines.push(blamedLine(commit, values));
    else if (head?.[1] !== undefined) {
      commit = head[1];
      values = new Map();
    } else {
      const blank = line.indexOf(' ');
      if (blank > 0) values.set(line.slice(0, blank), line.slice(blank + 1));
    }
  }
  return lines;
}

function blamedLine(commit: string, values: ReadonlyMap<string, string>): BlamedLine {
  const isCommitted = !NOTHING.test(commit);
  return {
    ...(isCommitted ? { commit } : {}),
    author: isCommitted ? (values.get('author') ?? '') : '',
    time: isoTime(Number(values.get('author-time')), values.get('author-tz') ?? '+0000'),
    summary: isCommitted ? (values.get('summary') ?? '') : '',
  };
}

/** ISO 8601 of seconds since 1970 in a zone such as `+0700`. */
function isoTime(seconds: number, zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? ['', '+', '00', '00'];
  const offset = (sign === '-' ? -60 : 60) * (60 * Number(hours) + Number(minutes));
  const date = new Date(1000 * ((Number.isFinite(seconds) ? seconds : 0) + offset));
  if (Number.isNaN(date.getTime())) return '1970-01-01T00:00:00+00:00';
  return `${date.toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
}
