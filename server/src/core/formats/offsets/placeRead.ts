import { grouped } from '../../grouped.ts';
import { msg } from '../../message.ts';
import { finish, type Steps } from '../../steps.ts';
import { canonicalText } from '../../text/offsets.ts';
import type { TextRange } from '../../text/range.ts';
import { completeRelations } from '../completeRelations.ts';
import { compareSpans, type DatasetArticle, type DatasetSpan } from '../dataset.ts';
import type { OffsetUnit, ReadArticle, ReadPart, ReadSpan } from '../readArticle.ts';
import { CountedText, type Counting } from './countings.ts';
import { type Detection, detectCounting, fitsAt } from './detection.ts';
import { OtherText } from './otherText.ts';
import { type Doubt, type PartPlace, SearchedText } from './places.ts';

/** An article that was read, with its annotations at their places. */
export interface PlacedRead {
  /** One for each annotator of the file, in the order in which they occur; `path` is the file's name for it, or empty. */
  readonly articles: readonly DatasetArticle[];
  /** How the file's offsets count. */
  readonly detection: Detection;
  /** Annotations that were put somewhere, and that somebody should look at. */
  readonly unsure: readonly Unsure[];
  /** Annotations that could be put nowhere, and what hangs on them; they are in none of the `articles`. */
  readonly lost: readonly Lost[];
  /** The text that the file speaks of, canonical: its own one, or the article's. */
  readonly base: string;
  /** The article has another text than the file, blanks aside. */
  readonly isRevised: boolean;
}

/** An annotation of a file about which there is something to say. */
export interface Lost {
  readonly id: string;
  readonly label: string;
  readonly kind: 'span' | 'relation';
  /** 1-based line, or record, of the file. */
  readonly line: number;
  readonly doubt: Doubt;
}

export interface Unsure extends Lost {
  /** Where the file says that it stands, each part of it: UTF-16 units of `base`. */
  readonly claimed: readonly TextRange[];
  /** The words that the file says it has; absent where it does not say. */
  readonly quote?: string;
}

/** What else is known of the file's offsets. */
export interface PlaceOptions {
  /** The counting that fits the whole file: for articles whose own quotes do not tell. */
  readonly file?: Counting;
  /** The unit that a person says. */
  readonly unit?: OffsetUnit;
  /** What `detectRead` found in the very same article: it is not looked for again where it was certain. */
  readonly known?: Detection;
}

/**
 * Puts the annotations of an article that was read at their places: in `text`, the article as it is known here
 * (canonical), or else in the text that the file brings. How offsets count is found out by the file's quotes; what
 * they contradict is looked for by its words and listed, and what is nowhere is listed too.
 */
export function placeRead(
  read: ReadArticle,
  text = canonicalText(read.text ?? ''),
  options: PlaceOptions = {},
): PlacedRead {
  return finish(placeReadInSteps(read, text, options));
}

/** The same in small steps, for whoever must not be held up. */
export function* placeReadInSteps(
  read: ReadArticle,
  text = canonicalText(read.text ?? ''),
  options: PlaceOptions = {},
): Steps<PlacedRead> {
  const placer = new Placer(read, text, options);
  yield;
  if (read.spans.length > 0) yield* placer.compare();
  const unsure: Unsure[] = [];
  const lost: Lost[] = [];
  const spans = new Map<ReadSpan, DatasetSpan>();
  for (const span of read.spans) {
    yield;
    const { id, label, line } = span;
    const place = placer.place(span);
    if ('lost' in place) lost.push({ id, label, kind: 'span', line, doubt: place.lost });
    else spans.set(span, placedSpan(span, place.ranges));
    if ('doubt' in place && place.doubt)
      unsure.push({ id, label, kind: 'span', line, doubt: place.doubt, ...placer.claimOf(span) });
  }
  const relations = linkedRelations(read, new Set([...spans.values()].map((s) => s.id)), lost);
  const whose = (item: { annotator?: string }) => item.annotator ?? read.annotator;
  const theirSpans = grouped(spans, ([own]) => whose(own));
  const theirRelations = grouped(relations, whose);
  const theirLabels = grouped(read.documentLabels, whose);
  const articles = annotatorsOf(read).map(
    (annotator): DatasetArticle => ({
      path: read.name ?? '',
      text,
      language: read.language ?? 'und',
      ...(annotator === undefined ? {} : { annotator }),
      spans: (theirSpans.get(annotator) ?? []).map(([, span]) => span).sort(compareSpans),
      relations: (theirRelations.get(annotator) ?? []).map(own),
      documentLabels: (theirLabels.get(annotator) ?? []).map(own),
    }),
  );
  return {
    articles,
    detection: placer.detection,
    unsure,
    lost,
    base: placer.base,
    isRevised: placer.isRevised,
  };
}

/** How the offsets of an article that was read count, without placing anything. `text`: as for `placeRead`. */
export function detectRead(read: ReadArticle, text: string, options: PlaceOptions = {}): Detection {
  return new Placer(read, canonicalText(text), options).detection;
}

/** Whose annotations an article has. Somebody without any is not among them, unless there is nobody else. */
function annotatorsOf(read: ReadArticle): (string | undefined)[] {
  const names = new Set<string | undefined>();
  for (const item of [...read.spans, ...read.relations, ...read.documentLabels])
    names.add(item.annotator ?? read.annotator);
  return names.size === 0 ? [read.annotator] : [...names];
}

function own<T extends { annotator?: string; line: number }>({ annotator: _, line: __, ...item }: T) {
  return item;
}

/** Relations whose ends are there; the others are lost with them, and so is what hangs on those. */
function linkedRelations(
  read: ReadArticle,
  spans: ReadonlySet<string>,
  lost: Lost[],
): ReadArticle['relations'] {
  const there = new Set([...spans, ...read.documentLabels.map((d) => d.id)]);
  const joining = read.relations.map(({ id, from, to }) => ({ id, ends: [from, to] }));
  const complete = completeRelations(joining, there);
  for (const { id, label, line, from, to } of read.relations) {
    if (complete.has(id)) continue;
    const message = msg(
      'What it links is not there: {0}.',
      there.has(from) || complete.has(from) ? to : from,
    );
    lost.push({ id, label, kind: 'relation', line, doubt: { code: 'end', message } });
  }
  return read.relations.filter((r) => complete.has(r.id));
}

type SpanPlace = { readonly ranges: readonly TextRange[]; readonly doubt?: Doubt } | { readonly lost: Doubt };

/** Finds the places of one article's spans. */
class Placer {
  readonly detection: Detection;
  readonly base: string;
  private readonly counted: CountedText;
  private readonly text: string;
  private readonly isOther: boolean;
  private otherText: OtherText | undefined;
  private searched: SearchedText | undefined;

  constructor(read: ReadArticle, text: string, { file, unit, known }: PlaceOptions) {
    const isBuilt = read.textIs === 'built' && read.text !== undefined;
    // Offsets of a built text are those of its very characters.
    this.base = isBuilt ? (read.text ?? '') : canonicalText(read.text ?? text);
    this.counted = new CountedText(this.base, isBuilt ? undefined : read.text);
    this.text = text;
    this.isOther = this.base !== text;
    const own: Counting = {
      unit: isBuilt ? 'utf16' : read.unit,
      lineEnds: 'asIs',
      form: 'asIs',
      bom: !isBuilt && read.text?.startsWith('\ufeff') === true,
    };
    const parts = isBuilt ? [] : read.spans.flatMap((span) => span.parts);
    const isCertain = known && known.basis !== 'definition' && known.basis !== 'file';
    const found = isCertain
      ? known
      : detectCounting(this.counted, parts, {
          own,
          ...(file ? { file } : {}),
          ...(unit && !isBuilt ? { chosen: { ...own, unit } } : {}),
        });
    this.detection = isBuilt ? { ...found, basis: 'built' } : found;
  }

  get isRevised(): boolean {
    return this.isOther && !this.other().sameLetters;
  }

  /** Compares the file's text with the article's where that is needed. */
  *compare(): Steps<void> {
    if (this.isRevised) yield* this.other().compare();
  }

  private other(): OtherText {
    this.otherText ??= new OtherText(this.base, this.text);
    return this.otherText;
  }

  /** Where the file says that a span stands, in its text. */
  claimOf({ parts }: ReadSpan): Pick<Unsure, 'claimed' | 'quote'> {
    const quote = parts.length === 1 ? parts[0]?.quote : undefined;
    const claimed = parts.map((part) => this.claimed(part));
    return { claimed, ...(quote === undefined ? {} : { quote }) };
  }

  place({ parts }: ReadSpan): SpanPlace {
    const places = parts.map((part) => this.placePart(part));
    const ranges: TextRange[] = [];
    let doubt: Doubt | undefined;
    for (const place of places) {
      if ('lost' in place) return place;
      doubt ??= place.doubt;
      const last = ranges.at(-1);
      if (last && place.range.start < last.end) return { lost: { code: 'order', message: OUT_OF_ORDER } };
      // Pieces that touch are one: nothing lies between them in this text.
      if (last && place.range.start === last.end)
        ranges[ranges.length - 1] = { start: last.start, end: place.range.end };
      else ranges.push(place.range);
    }
    if (ranges.length === 0) return { lost: { code: 'outside', message: NOWHERE } };
    return doubt ? { ranges, doubt } : { ranges };
  }

  private placePart(part: ReadPart): PartPlace {
    const here = this.placeInBase(part);
    if ('lost' in here || !this.isOther) return here;
    const there = this.other().place(here.range);
    return 'lost' in there || there.doubt ? there : { ...here, range: there.range };
  }

  private placeInBase(part: ReadPart): PartPlace {
    const { counting, basis } = this.detection;
    const claimed = this.claimed(part);
    const isQuoted = part.quote !== undefined && part.quote !== '' && basis !== 'built';
    if (isQuoted && fitsAt(this.counted, counting, part)) return { range: claimed };
    if (isQuoted) {
      this.searched ??= new SearchedText(this.base);
      return this.searched.find(part, claimed);
    }
    if (part.start > part.end || part.start < 0) return { lost: { code: 'order', message: BACKWARDS } };
    if (this.isOutside(part)) {
      const message = msg('It ends at {0}, and the text ends before that.', part.end);
      return { lost: { code: 'outside', message } };
    }
    if (basis === 'best' || this.isInside(part)) return { range: claimed, doubt: UNPROVEN };
    return { range: claimed };
  }

  private claimed({ start, end }: ReadPart): TextRange {
    const { counting } = this.detection;
    const from = this.counted.place(counting, start).at;
    return { start: from, end: Math.max(from, this.counted.place(counting, end).at) };
  }

  private isOutside({ end }: ReadPart): boolean {
    const place = this.counted.place(this.detection.counting, end);
    return place.inside && place.at === this.base.length;
  }

  private isInside({ start, end }: ReadPart): boolean {
    const { counting } = this.detection;
    return this.counted.place(counting, start).inside || this.counted.place(counting, end).inside;
  }
}

const OUT_OF_ORDER = msg('Its pieces do not stand one behind the other.');
const BACKWARDS = msg('It ends before it begins.');
const NOWHERE = msg('It has no place in the text.');
const UNPROVEN: Doubt = {
  code: 'unproven',
  message: msg('It has no words to check its place by, and other places of this article were wrong.'),
};

function placedSpan(span: ReadSpan, ranges: readonly TextRange[]): DatasetSpan {
  const { annotator: _, line: __, parts: ___, ...rest } = span;
  const hull = { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
  return { ...rest, ...hull, ...(ranges.length > 1 ? { parts: ranges } : {}) };
}
