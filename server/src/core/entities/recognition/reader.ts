import type { TextRange } from '../../text/range.ts';
import { foldWord } from '../fold.ts';
import type { Gazetteer } from '../gazetteer.ts';
import type { Candidate, Mention, Reading } from '../mention.ts';
import { type AbbreviationDefinition, abbreviationFits, isAllCapitals } from './definitions.ts';
import { byScore, Evidence } from './evidence.ts';
import type { NamedParagraph } from './paragraphNames.ts';
import { isDoubtful } from './paragraphNames.ts';
import { People } from './people.ts';
import type { PlacedName } from './placedNames.ts';
import { SmallFirst } from './smallFirst.ts';

/** What an abbreviation stands for in the article that explains it. */
export interface Explained {
  readonly entityId: string;
  readonly abbreviation: string;
  /** From where on it holds; UTF-16 units of the article. */
  readonly from: number;
}

const NO_READINGS: readonly Reading[] = [];
/** A doubtful name of an entity that the article has named before. */
export const DOUBTFUL_SEEN = 0.6;
/** A name that is also the surname of somebody who was named in full. */
const ALSO_SURNAME = 0.5;
/** An abbreviation that the article itself explains. */
export const EXPLAINED = 0.95;

/** Reads the names of an article in order, and keeps what they tell about what follows. */
export class Reader {
  readonly people: People;
  readonly evidence: Evidence;
  /** By abbreviation, as written. */
  readonly abbreviations = new Map<string, Explained>();
  /** Names that may stand again with a small first letter. */
  readonly smallFirst = new SmallFirst();
  private readonly gazetteer: Gazetteer;

  constructor(gazetteer: Gazetteer, language: string) {
    this.gazetteer = gazetteer;
    this.people = new People(language);
    this.evidence = new Evidence(gazetteer, language);
  }

  /** True where the article named nobody in a way that later words could repeat. */
  get tellsNothing(): boolean {
    return this.people.size === 0 && this.abbreviations.size === 0 && this.smallFirst.empty;
  }

  /** Adds what the names of a paragraph mean, in text order. */
  read(paragraph: NamedParagraph, names: readonly PlacedName[], mentions: Mention[]): void {
    const here = new Set<string>();
    for (const { readings } of names) {
      if (readings.length === 1 && readings[0] !== undefined) here.add(readings[0].entityId);
    }
    const winners = new Map<Candidate, string>();
    for (const name of names) {
      for (const certain of this.certain(name, paragraph)) {
        const mention = this.meant(certain, paragraph, here);
        if (mention === undefined || mention.start < (mentions.at(-1)?.end ?? 0)) continue;
        mentions.push(mention);
        if (certain.candidate !== undefined) winners.set(certain.candidate, mention.entityId);
        this.remember(mention, paragraph);
      }
    }
    for (const definition of paragraph.abbreviations) this.explain(definition, winners, paragraph.start);
  }

  /** The name itself; where it is doubtful and nothing speaks for it, the names inside it. */
  private certain(name: PlacedName, paragraph: NamedParagraph): readonly PlacedName[] {
    const { candidate, readings } = name;
    const grown = this.smallFirst.at(paragraph.text, name.start - paragraph.start);
    if (grown !== undefined && grown.end + paragraph.start >= name.end) {
      const reading = { entityId: grown.entityId, score: DOUBTFUL_SEEN };
      const range = { start: grown.start + paragraph.start, end: grown.end + paragraph.start };
      return [{ ...range, readings: [reading], candidate: undefined }];
    }
    if (!isDoubtful({ ...name, readings })) return [name];
    const seen = readings.filter(({ entityId }) => this.evidence.hasSeen(entityId));
    if (seen.length > 0) return [{ ...name, readings: seen.map((r) => ({ ...r, score: DOUBTFUL_SEEN })) }];
    const inside = (candidate && paragraph.inside.get(candidate)) ?? [];
    return inside.map((one) => ({
      start: one.start + paragraph.start,
      end: one.end + paragraph.start,
      readings: one.readings,
      candidate: one,
    }));
  }

  private meant(name: PlacedName, paragraph: NamedParagraph, here: ReadonlySet<string>): Mention | undefined {
    const { start, end } = name;
    const inText = { start: start - paragraph.start, end: end - paragraph.start };
    const further = this.furtherReadings(name, paragraph.text, inText);
    const all = further.length === 0 ? name.readings : [...name.readings, ...further];
    const ranked = this.evidence.weigh(all, paragraph.text, inText, here);
    const [first, ...alternatives] = ranked.length > 1 ? ranked.toSorted(byScore) : ranked;
    return first && { start, end, ...first, manner: 'name', alternatives };
  }

  /** What the article adds: the word is an abbreviation that it explains, or the surname of someone it named in full. */
  private furtherReadings(
    { readings, start }: PlacedName,
    text: string,
    inText: TextRange,
  ): readonly Reading[] {
    if (this.people.size === 0 && this.abbreviations.size === 0) return NO_READINGS;
    const written = text.slice(inText.start, inText.end);
    const further: Reading[] = [];
    const known = new Set(readings.map(({ entityId }) => entityId));
    const explained = this.abbreviations.get(written);
    if (explained !== undefined && explained.from <= start && !known.has(explained.entityId)) {
      further.push({ entityId: explained.entityId, score: EXPLAINED });
      known.add(explained.entityId);
    }
    if (this.people.size === 0) return further;
    for (const { entityId, short } of this.people.called(foldWord(written))) {
      if (known.has(entityId) || short.bound || short.given) continue;
      further.push({ entityId, score: ALSO_SURNAME });
      known.add(entityId);
    }
    return further;
  }

  private remember(mention: Mention, { text, start }: NamedParagraph): void {
    this.evidence.saw(mention.entityId);
    this.smallFirst.saw(text.slice(mention.start - start, mention.end - start), mention.entityId);
    if (this.evidence.kind(mention.entityId) !== 'person') return;
    const entity = this.evidence.entity(mention.entityId);
    if (entity !== undefined)
      this.people.named(entity, text.slice(mention.start - start, mention.end - start), mention.start);
  }

  /**
   * Takes an explanation where the letters fit the name, or where it abbreviates in capitals a name of two words or
   * more that is neither a person's nor a place's, and nobody else bears it: then the letters may be another language's.
   */
  private explain(
    { abbreviation, name, written, start }: AbbreviationDefinition,
    winners: ReadonlyMap<Candidate, string>,
    paragraphStart: number,
  ): void {
    const entityId = winners.get(name);
    if (entityId === undefined || this.abbreviations.has(abbreviation)) return;
    const kind = this.evidence.kind(entityId);
    const fits = kind !== 'person' && abbreviationFits(abbreviation, written);
    const plausible = kind === 'other' && isAllCapitals(abbreviation) && /\p{L}[\s-]\p{L}/u.test(written);
    if (!fits && !(plausible && this.isFree(abbreviation, entityId))) return;
    const from = paragraphStart + Math.min(start, name.start);
    this.abbreviations.set(abbreviation, { entityId, abbreviation, from });
  }

  private isFree(abbreviation: string, entityId: string): boolean {
    return this.gazetteer.lookup(abbreviation).every(({ id }) => id === entityId);
  }
}
