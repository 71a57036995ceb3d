import { type Message, msg } from '../../message.ts';
import { OFFSET_UNITS, type OffsetUnit, type ReadArticle } from '../readArticle.ts';
import type { Counting } from './countings.ts';
import { COUNTINGS, type Detection, distance } from './detection.ts';

/** What a whole file shows of how its offsets count. */
export interface FileVerdict {
  /** The counting that fits every quote of the file; absent: there are no quotes, or none fits all. */
  readonly counting?: Counting;
  readonly quotes: number;
  /** Of those, how many stood where the offsets said. */
  readonly fitted: number;
  /** The articles (1-based lines of the file) that contradict each other: the first of each kind. */
  readonly mixed?: Mixed;
  /** There are no quotes, and another unit than the format's own cuts fewer words: somebody has to choose. */
  readonly undecided?: Undecided;
  /** What there is to say, in sentences. */
  readonly report: readonly Message[];
}

/** Two places of a file that count differently. */
export interface Mixed {
  readonly line: number;
  readonly counting: Counting;
  readonly otherLine: number;
  readonly otherCounting: Counting;
}

/** Why nobody but a person can say what the offsets of a file count. */
export interface Undecided {
  readonly message: Message;
  /** 1-based line of the first article that shows it. */
  readonly line: number;
}

/** Takes the articles of a file one after the other, and tells what all of them together show. */
export class Detective {
  /** By index of `COUNTINGS`: quotes that fit. */
  private readonly fits = COUNTINGS.map(() => 0);
  private alive = COUNTINGS.map(() => true);
  private readonly used = new Map<OffsetUnit, number>();
  private readonly cut = new Map<OffsetUnit, number>();
  private quotes = 0;
  private fitted = 0;
  private ends = 0;
  /** As `cut` and `ends`, of articles that do not say themselves what they count. */
  private readonly open = { ends: 0, cut: new Map<OffsetUnit, number>(), line: 0 };
  private built = 0;
  private own: Counting | undefined;
  private chosen: OffsetUnit | undefined;
  private firstLine = 0;
  private mixed: Mixed | undefined;

  /** An article of the file, and what its own quotes showed. */
  add(read: ReadArticle, detection: Detection): void {
    if (detection.basis === 'built') {
      this.built++;
      return;
    }
    this.own ??= { unit: read.unit, lineEnds: 'asIs', form: 'asIs', bom: false };
    if (detection.basis === 'chosen') this.chosen = detection.counting.unit;
    this.quotes += detection.quotes;
    this.fitted += detection.fitted;
    for (const [i, n] of detection.fits.entries()) this.fits[i] = (this.fits[i] ?? 0) + n;
    this.note(read, detection);
    if (detection.quotes > 0)
      this.used.set(detection.counting.unit, (this.used.get(detection.counting.unit) ?? 0) + 1);
    if (!detection.evidence) return;
    this.ends += detection.evidence.ends;
    addTo(this.cut, detection.evidence.cut);
    if (read.unitIs === 'stated') return;
    this.open.ends += detection.evidence.ends;
    addTo(this.open.cut, detection.evidence.cut);
    if (likelierUnit(read.unit, detection.evidence.cut)) this.open.line ||= read.line;
  }

  /** Looks whether a counting is left that fits everything, once this article is counted in. */
  private note(read: ReadArticle, { counting, basis, mixedWith, quotes, fits }: Detection): void {
    if (quotes === 0 || basis === 'chosen' || this.mixed) return;
    if (mixedWith) {
      const [line, otherLine] = [read.spans[0]?.line ?? read.line, read.spans.at(-1)?.line ?? read.line];
      this.mixed = { line, counting, otherLine, otherCounting: mixedWith };
    }
    // An article of which nothing fits as a whole says nothing of the others.
    if (basis === 'best') return;
    const left = this.alive.map((alive, i) => alive && fits[i] === quotes);
    if (left.some(Boolean)) this.alive = left;
    else {
      const former = this.fitting() ?? counting;
      this.mixed = { line: this.firstLine, counting: former, otherLine: read.line, otherCounting: counting };
    }
    this.firstLine ||= read.line;
  }

  /** Of the countings that are left, the one that differs least from the format's own. */
  private fitting(): Counting | undefined {
    const { own } = this;
    const left = COUNTINGS.filter((_, i) => this.alive[i]);
    if (!own) return left[0];
    return left.toSorted((a, b) => distance(a, own) - distance(b, own))[0];
  }

  /** What the articles so far show; `format`: its proper name. */
  verdict(format: string): FileVerdict {
    const { quotes, fitted, mixed } = this;
    const counting = quotes === 0 || mixed ? undefined : this.fitting();
    const report = this.report(format, counting);
    const undecided = this.undecided(format);
    return {
      quotes,
      fitted,
      report,
      ...(counting ? { counting } : {}),
      ...(mixed ? { mixed } : {}),
      ...(undecided ? { undecided } : {}),
    };
  }

  /** What cuts words under the format's own unit and does not under another was probably counted in the other. */
  private undecided(format: string): Undecided | undefined {
    const { own, quotes, chosen, open } = this;
    if (!own || quotes > 0 || chosen) return undefined;
    const other = likelierUnit(own.unit, open.cut);
    if (!other) return undefined;
    const [cutOwn, cutOther] = [open.cut.get(own.unit) ?? 0, open.cut.get(other) ?? 0];
    const message = undecidedSentence(format, [own.unit, other], [cutOwn, cutOther], open.ends);
    return { message, line: open.line };
  }

  private report(format: string, counting: Counting | undefined): Message[] {
    const { own } = this;
    if (!own) {
      return this.built === 0
        ? []
        : [msg('The file has tokens, and no offsets: its articles were put together by them.')];
    }
    if (this.chosen)
      return [chosenSentence(this.chosen), msg('{0} of {1} quotes fit.', this.fitted, this.quotes)];
    if (this.quotes === 0) return this.ends === 0 ? [] : this.withoutQuotes(own, format);
    if (this.mixed) return [mixedSentence(this.mixed)];
    if (!counting) return [];
    const report = [fittedSentence(counting.unit, this.fitted, this.quotes), ...besides(counting)];
    if (this.fitted < this.quotes) return report;
    const units = new Set(
      COUNTINGS.filter((c, i) => this.alive[i] && isSameBut(c, counting)).map((c) => c.unit),
    );
    if (units.size === 3) report.push(msg('Code points, UTF-16 units and bytes are all the same here.'));
    else if (units.size === 2)
      report.push(alsoSentence([...units].find((u) => u !== counting.unit) ?? 'utf16'));
    if (!units.has(own.unit))
      report.push(msg('{0} as such counts otherwise; the words of this file decide.', format));
    return report;
  }

  private withoutQuotes(own: Counting, format: string): Message[] {
    const cut = (unit: OffsetUnit) => this.cut.get(unit) ?? 0;
    return [
      definedSentence(own.unit, format),
      msg(
        'Of {0} beginnings and ends, so many lie inside a word: {1} as code points, {2} as UTF-16 units, {3} as bytes.',
        this.ends,
        cut('codePoint'),
        cut('utf16'),
        cut('byte'),
      ),
    ];
  }
}

function isSameBut(a: Counting, b: Counting): boolean {
  return a.lineEnds === b.lineEnds && a.form === b.form && a.bom === b.bom;
}

function fittedSentence(unit: OffsetUnit, fitted: number, quotes: number): Message {
  if (unit === 'codePoint') return msg('Offsets count code points: {0} of {1} quotes fit.', fitted, quotes);
  if (unit === 'utf16') return msg('Offsets count UTF-16 units: {0} of {1} quotes fit.', fitted, quotes);
  return msg('Offsets count bytes: {0} of {1} quotes fit.', fitted, quotes);
}

function alsoSentence(unit: OffsetUnit): Message {
  if (unit === 'codePoint') return msg('Code points are the same here.');
  return unit === 'utf16' ? msg('UTF-16 units are the same here.') : msg('Bytes are the same here.');
}

function definedSentence(unit: OffsetUnit, format: string): Message {
  if (unit === 'codePoint')
    return msg(
      'The file has no quotes to check offsets by. They are read as code points, as {0} has them.',
      format,
    );
  if (unit === 'utf16')
    return msg(
      'The file has no quotes to check offsets by. They are read as UTF-16 units, as {0} has them.',
      format,
    );
  return msg('The file has no quotes to check offsets by. They are read as bytes, as {0} has them.', format);
}

function chosenSentence(unit: OffsetUnit): Message {
  if (unit === 'codePoint') return msg('Offsets are read as code points, as you say.');
  return unit === 'utf16'
    ? msg('Offsets are read as UTF-16 units, as you say.')
    : msg('Offsets are read as bytes, as you say.');
}

/** What a counting has beyond its unit. */
function besides({ lineEnds, form, bom }: Counting): Message[] {
  const said: Message[] = [];
  if (lineEnds === 'crlf') said.push(msg('Every line end counts twice, as CRLF.'));
  if (lineEnds === 'lf') said.push(msg('Every line end counts once, as LF.'));
  if (form === 'NFC') said.push(msg('They count the text in the composed Unicode form, NFC.'));
  if (form === 'NFD') said.push(msg('They count the text in the decomposed Unicode form, NFD.'));
  if (bom) said.push(msg('A byte order mark before the text counts too.'));
  return said;
}

function addTo(sums: Map<OffsetUnit, number>, more: ReadonlyMap<OffsetUnit, number>): void {
  for (const [unit, n] of more) sums.set(unit, (sums.get(unit) ?? 0) + n);
}

/** The unit that cuts the fewest words, where the format's own one cuts at least twice as many: parts of words are tagged, too. */
function likelierUnit(own: OffsetUnit, cut: ReadonlyMap<OffsetUnit, number>): OffsetUnit | undefined {
  const cutBy = (unit: OffsetUnit) => cut.get(unit) ?? 0;
  const best = OFFSET_UNITS.reduce((a, b) => (cutBy(b) < cutBy(a) ? b : a), own);
  return cutBy(own) > 0 && 2 * cutBy(best) <= cutBy(own) ? best : undefined;
}

/** `units`: the format's own and the likelier one. */
function undecidedSentence(
  format: string,
  [own, other]: readonly [OffsetUnit, OffsetUnit],
  [cutOwn, cutOther]: readonly [number, number],
  ends: number,
): Message {
  return msg(
    'What the offsets of this file count is not certain: it has no quotes, and of {0} beginnings and ends {1} lie inside a word or outside the text as {2}, which {3} has, but only {4} as {5}. Say --offsets {6} if that is what they count, or --offsets {7} if they are right as they are.',
    ends,
    cutOwn,
    inShort({ unit: own, ...PLAIN }),
    format,
    cutOther,
    inShort({ unit: other, ...PLAIN }),
    other,
    own,
  );
}

const PLAIN = { lineEnds: 'asIs', form: 'asIs', bom: false } as const;

/** A file that two programs counted. */
export function mixedSentence({ line, otherLine, counting, otherCounting }: Mixed): Message {
  return msg(
    'The offsets of this file do not all count the same: at line {0} {1}, at line {2} {3}. Two programs may have written it. Export it anew from one of them; or say --offsets quotes, so that the words alone decide.',
    line,
    inShort(counting),
    otherLine,
    inShort(otherCounting),
  );
}

/** A counting in the words that the command line knows. */
export function inShort({ unit, lineEnds, form, bom }: Counting): string {
  const unitName = unit === 'codePoint' ? 'code points' : unit === 'utf16' ? 'UTF-16' : 'bytes';
  const besides = [
    lineEnds === 'asIs' ? '' : lineEnds.toUpperCase(),
    form === 'asIs' ? '' : form,
    bom ? 'BOM' : '',
  ];
  return [unitName, ...besides.filter((b) => b !== '')].join(' + ');
}
