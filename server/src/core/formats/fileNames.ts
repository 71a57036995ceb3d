import type { DatasetArticle } from './dataset.ts';
import type { WriteOptions } from './format.ts';

/** Articles mostly end so; the files that are written for them end otherwise. */
const TEXT_ENDING = '.txt';

/** Stands behind the name of an article that does not end in `.txt`, so that `a` and `a.txt` get two files. */
const WHOLE_NAME = '%-';

/** Stands before an annotator's name, so that `ani`'s `b.txt` and the article `ani/b.txt` get two files. */
const ANNOTATOR = '@';

/**
 * What some disk forbids in names, and `%`, by which it is written: `%3A`. Windows forbids `<>:"|?*\`, and trailing dots
 * and blanks; control characters and lone surrogates are nowhere welcome. `/` cannot be in a segment.
 */
const FORBIDDEN = /[<>:"|?*\\/%\u0000-\u001f\u007f]|\p{Surrogate}|[. ]$|^@/gu;

/** Names that Windows keeps for devices, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/i;

/**
 * The file of an article in a dataset of one file per article: `data/2026/b.ann`, or `data/@ani/2026/b.ann` for an
 * annotator's layer. It never leaves the dataset's folder, is allowed on every disk, and no two articles or annotators
 * have the same; two may differ in letter case only, which `fileKey` finds. `ending` has its dot.
 */
export function fileOf(options: Pick<WriteOptions, 'name'>, article: DatasetArticle, ending: string): string {
  const segments = article.path.split('/');
  const last = segments.pop() ?? '';
  const short = last.endsWith(TEXT_ENDING) && last !== TEXT_ENDING;
  const stem = short ? safeSegment(last.slice(0, -TEXT_ENDING.length)) : safeSegment(last) + WHOLE_NAME;
  return [
    safeSegment(options.name),
    ...(article.annotator === undefined ? [] : [ANNOTATOR + safeSegment(article.annotator)]),
    ...segments.map(safeSegment),
    stem + ending,
  ].join('/');
}

/** What a file's name tells of its article. */
export interface NamedArticle {
  /** The article's path, behind the folders that the dataset was found in, where those are not known. */
  readonly name: string;
  readonly annotator?: string;
}

/** The article that `fileOf` wrote a file for, as far as the file's path tells; also for files that others named. */
export function articleOf(path: string, ending: string): NamedArticle {
  const stem = path.toLowerCase().endsWith(ending) ? path.slice(0, -ending.length) : path;
  const segments = stem.split('/').filter((s) => s !== '' && s !== '.');
  const whole = stem.endsWith(WHOLE_NAME);
  if (whole) segments.push((segments.pop() ?? '').slice(0, -WHOLE_NAME.length));
  const marked = segments.findLastIndex((s, i) => s.startsWith(ANNOTATOR) && i < segments.length - 1);
  const name = segments
    .slice(marked + 1)
    .map(segmentOf)
    .join('/');
  return {
    name: whole ? name : name + TEXT_ENDING,
    ...(marked < 0 ? {} : { annotator: segmentOf((segments[marked] ?? '').slice(1)) }),
  };
}

/** Files of the same key are one file on disks that do not tell letter case or composed from decomposed letters. */
export function fileKey(file: string): string {
  return file.normalize('NFC').toLowerCase().normalize('NFC');
}

/** A name of one folder or file, as every disk allows it; other names give other segments. */
function safeSegment(name: string): string {
  if (name === '') return '%';
  if (name === '.' || name === '..') return name.replaceAll('.', '%2E');
  const safe = name.replace(FORBIDDEN, escaped);
  return DEVICE.test(safe) ? escaped(safe[0] ?? '') + safe.slice(1) : safe;
}

function escaped(char: string): string {
  const code = char.charCodeAt(0);
  const hex = code.toString(16).toUpperCase();
  return code > 0xff ? `%u${hex}` : `%${hex.padStart(2, '0')}`;
}

/** The name that `safeSegment` made a segment of; the segment itself where others made it. */
function segmentOf(segment: string): string {
  if (segment === '%') return '';
  const name = segment.replace(/%(?:([0-9A-F]{2})|u([0-9A-F]{4}))/g, (_, two?: string, four?: string) =>
    String.fromCharCode(Number.parseInt(two ?? four ?? '', 16)),
  );
  return safeSegment(name) === segment ? name : segment;
}
