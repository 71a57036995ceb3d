import { finish, type Steps } from '../steps.ts';
import { stemBeforeClitic } from './clitics.ts';
import type { Entity } from './entity.ts';
import { foldName } from './fold.ts';
import type { Candidate } from './mention.ts';
import { comparable } from './nameForm.ts';
import { KnownEntities } from './names/knownEntities.ts';
import { longestName } from './names/longestName.ts';
import { phraseSegment } from './names/phrases.ts';
import { compileSegment, type Segment } from './names/segment.ts';
import { Stops } from './names/stops.ts';
import { type SearchedText, searchedText } from './searchedText.ts';
import { type ScannedWord, scanWord } from './wordScan.ts';

/** All names of all entities, compiled. Immutable. */
export interface Gazetteer {
  /**
   * Names in a paragraph (UTF-16 units), left to right, without overlap, the longest at each place. `language` is the
   * article's (BCP 47 primary subtag; `und` where unknown). Linear in the text; the number of names hardly matters.
   */
  candidates(text: string, language: string): Candidate[];
  /** Read when it is asked for: two answers need not be one object. */
  entity(id: string): Entity | undefined;
  /**
   * Entities that bear exactly this name in any language; letter case and canonical form do not matter. Of more than
   * 64 bearers in one segment, the first 64.
   */
  lookup(name: string): readonly Entity[];
  /**
   * At most `limit` entities by a part of any name: equal first, then beginning with it, then holding it. Looks
   * through all names: 60 to 250 ms of processor time for a million.
   */
  search(query: string, limit: number): readonly Entity[];
  /** Read one after the other as they are asked for; there may be millions. */
  readonly entities: Iterable<Entity>;
  /** How many spellings it knows; one that two segments have counts twice. */
  readonly names: number;
  /** What it is made of, in order of precedence. */
  readonly segments: readonly Segment[];
}

/**
 * Compiles entities. Those of the same id become one: an entity file's goes before the built-in, the names are joined.
 * Names that cannot be matched (one letter, no letter, longer than 200 units) are left out.
 */
export function buildGazetteer(entities: Iterable<Entity>): Gazetteer {
  return finish(compileGazetteer(entities));
}

/** {@link buildGazetteer} in steps. */
export function* compileGazetteer(entities: Iterable<Entity>): Steps<Gazetteer> {
  return gazetteerOf([yield* compileSegment(entities)]);
}

/**
 * The names of several sources as one, without compiling anything again: the longest name of all at each place, and
 * the readings of all of them. Entities of one id are one; where their scores are equal, those that
 * bear the name in an earlier segment come first.
 */
export function gazetteerOf(segments: readonly Segment[]): Gazetteer {
  return new SegmentGazetteer(segments);
}

class SegmentGazetteer implements Gazetteer {
  readonly names: number;
  readonly segments: readonly Segment[];
  private readonly known: KnownEntities;
  private readonly stops: Stops;

  constructor(segments: readonly Segment[]) {
    this.segments = segments;
    this.names = segments.reduce((sum, segment) => sum + segment.names, 0);
    this.known = new KnownEntities(segments);
    this.stops = new Stops([...segments, phraseSegment()]);
  }

  get entities(): Iterable<Entity> {
    return this.known;
  }

  entity(id: string): Entity | undefined {
    return this.known.entity(id);
  }

  lookup(name: string): readonly Entity[] {
    const written = comparable(name);
    const folded = foldName(written);
    const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
    if (!scanWord(written, 0, word)) return [];
    const forms = this.stops.exactly(written, word).filter((form) => form.isNamed(folded));
    const ids = new Set(forms.map(({ entityId }) => entityId));
    return [...ids].flatMap((id) => this.known.entity(id) ?? []);
  }

  search(query: string, limit: number): readonly Entity[] {
    return this.known.search(query, limit);
  }

  candidates(text: string, language: string): Candidate[] {
    const found: Candidate[] = [];
    const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
    let searched: SearchedText | undefined;
    const stem = stemBeforeClitic(text, language);
    for (let from = 0; scanWord(text, from, word); ) {
      from = word.end;
      if (this.stops.cannotStart(text, word) && stem(word.start, word.end) < 0) continue;
      const stops = this.stops.at(text, word, stem);
      if (stops.length === 0) continue;
      searched ??= searchedText(text, language);
      const match = longestName(stops, searched, word.start);
      if (match === undefined) continue;
      if (match.mention !== undefined) found.push(match.mention);
      from = Math.max(from, match.end);
    }
    return found;
  }
}
