import type { Mention, Reading } from '../mention.ts';
import { isWordUnit } from '../wordScan.ts';
import { byScore, withOdds } from './evidence.ts';
import type { OpenWord } from './openWords.ts';
import type { NamedParagraph } from './paragraphNames.ts';
import type { Bearer } from './people.ts';
import { DOUBTFUL_SEEN, EXPLAINED, type Explained, type Reader } from './reader.ts';
import { type CalledBy, SurnameJudge } from './surnameJudge.ts';

/** How sure a surname is; a given name; where the full name comes only later; with an ending; one of several bearers. */
const SURNAME = 0.85;
const GIVEN = 0.7;
const LATER = 0.85;
const ENDED = 0.95;
const SHARED = 0.7;
const RUNNER_UP = 0.5;
const TITLED = 3;

/** More abbreviations of one first word are not told apart, so that work stays linear. */
const MOST_ALIKE = 50;

/**
 * Finds the words by which an article mentions again whom it has named: surnames, and abbreviations that it explains.
 * Fed with the paragraphs in order; linear in the article, as long as few people share a surname.
 */
export class SecondMentions {
  private readonly reader: Reader;
  private readonly named: readonly Mention[];
  private readonly judge: SurnameJudge;
  private readonly byFirstWord = new Map<string, Explained[]>();
  private readonly last = new Map<string, number>();
  private next = 0;

  constructor(reader: Reader, named: readonly Mention[], language: string) {
    this.reader = reader;
    this.named = named;
    this.judge = new SurnameJudge(reader.people, language);
    for (const explained of reader.abbreviations.values()) {
      const word = /^[\p{L}\p{N}]+/u.exec(explained.abbreviation)?.[0].toLowerCase() ?? '';
      const known = this.byFirstWord.get(word);
      if (known === undefined) this.byFirstWord.set(word, [explained]);
      else if (known.length < MOST_ALIKE) known.push(explained);
    }
  }

  /** Adds the mentions of a paragraph, names and second mentions, in text order. */
  find(paragraph: NamedParagraph, mentions: Mention[]): void {
    for (const word of paragraph.words) {
      const at = paragraph.start + word.start;
      this.namesBefore(at, mentions);
      if ((mentions.at(-1)?.end ?? 0) > at) continue;
      const open = this.named[this.next]?.start ?? Number.POSITIVE_INFINITY;
      for (const found of this.inWord(paragraph, word, mentions.at(-1)?.end ?? 0)) {
        if (found.end > open || found.start < (mentions.at(-1)?.end ?? 0)) continue;
        mentions.push(found);
        this.last.set(found.entityId, found.start);
      }
    }
  }

  /** Adds the names behind the last word. */
  rest(mentions: Mention[]): void {
    this.namesBefore(Number.POSITIVE_INFINITY, mentions);
  }

  private namesBefore(at: number, mentions: Mention[]): void {
    for (
      let name = this.named[this.next];
      name !== undefined && name.start <= at;
      name = this.named[this.next]
    ) {
      const last = mentions.at(-1);
      // A surname is taken where no name was, so nothing is in a name's way but a stretch that grew to the left.
      if (last !== undefined && last.end > name.start) mentions.pop();
      mentions.push(name);
      this.last.set(name.entityId, name.start);
      this.next++;
    }
  }

  private inWord(paragraph: NamedParagraph, word: OpenWord, from: number): readonly Mention[] {
    const abbreviation = this.abbreviationAt(paragraph, word);
    if (abbreviation !== undefined) return [abbreviation];
    const small = this.smallFirst(paragraph, word, from);
    if (small !== undefined) return [small];
    return this.judge
      .callings(paragraph, word, from - paragraph.start)
      .map((called) => this.surname(paragraph.start, called));
  }

  private smallFirst({ text, start }: NamedParagraph, word: OpenWord, from: number): Mention | undefined {
    const found = this.reader.smallFirst.at(text, word.start);
    if (found === undefined || found.start + start < from) return undefined;
    const range = { start: found.start + start, end: found.end + start };
    const earlier = this.last.has(found.entityId);
    if (!earlier) return undefined;
    return { ...range, entityId: found.entityId, score: DOUBTFUL_SEEN, manner: 'name', alternatives: [] };
  }

  private abbreviationAt({ text, start }: NamedParagraph, word: OpenWord): Mention | undefined {
    if (this.byFirstWord.size === 0) return undefined;
    for (const { abbreviation, entityId, from } of this.byFirstWord.get(word.folded) ?? []) {
      const end = word.start + abbreviation.length;
      if (start + word.start < from || !text.startsWith(abbreviation, word.start)) continue;
      if (isWordUnit(text, end) || /^[-/]\p{Lu}/u.test(text.slice(end, end + 2))) continue;
      const range = { start: start + word.start, end: start + end };
      return { ...range, entityId, score: EXPLAINED, manner: 'abbreviation', alternatives: [] };
    }
    return undefined;
  }

  /** Among several bearers the one whom the article mentioned last is meant likeliest. */
  private surname(shift: number, { start, end, bearers, titled, ended }: CalledBy): Mention {
    const at = start + shift;
    const before = bearers.filter(({ from }) => from < at);
    const possible = distinct(before.length > 0 ? before : bearers);
    const ranked = possible.toSorted(
      (a, b) => this.recency(b, at) - this.recency(a, at) || (a.entityId < b.entityId ? -1 : 1),
    );
    const readings = ranked.map(({ entityId, short }, i): Reading => {
      let score = short.given ? GIVEN : SURNAME;
      if (before.length === 0) score *= LATER;
      if (ended) score *= ENDED;
      if (ranked.length > 1) score *= i === 0 ? SHARED : RUNNER_UP;
      return { entityId, score: withOdds(score, titled ? TITLED : 1) };
    });
    const [first = { entityId: '', score: 0 }, ...alternatives] = readings.toSorted(byScore);
    return { start: at, end: end + shift, ...first, manner: 'surname', alternatives };
  }

  private recency({ entityId, from }: Bearer, at: number): number {
    return this.last.get(entityId) ?? (from < at ? from : -from);
  }
}

function distinct(bearers: readonly Bearer[]): readonly Bearer[] {
  const byId = new Map<string, Bearer>();
  for (const bearer of bearers) {
    const known = byId.get(bearer.entityId);
    if (known === undefined || known.short.given) byId.set(bearer.entityId, bearer);
  }
  return [...byId.values()];
}
