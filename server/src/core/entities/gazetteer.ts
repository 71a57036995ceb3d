import { finish, type Steps } from '../steps.ts';
import { stemBeforeClitic } from './clitics.ts';
import type { Entity } from './entity.ts';
import { foldName } from './fold.ts';
import type { Candidate } from './mention.ts';
import { mergeEntities } from './mergeEntities.ts';
import { comparable, type NameForm } from './nameForm.ts';
import { formsOf, phrasesThatAreNoNames } from './nameForms.ts';
import { nameScore } from './nameScore.ts';
import type { Segment } from './names/segment.ts';
import { NameTrie, type Stop } from './nameTrie.ts';
import { type SearchedText, searchedText } from './searchedText.ts';
import { searchNames } from './searchNames.ts';
import { insideAddress } from './webAddress.ts';
import { isMark, isWordUnit, type ScannedWord, scanWord, standsAlone } from './wordScan.ts';

/** All names of all entities, compiled. Immutable. */
export interface Gazetteer {
  /**
   * Names in a paragraph (UTF-16 units), left to right, without overlap, the longest at each place. `language` is the
   * article's (BCP 47 primary subtag; `und` where unknown). Linear in the text; the number of names hardly matters.
   */
  candidates(text: string, language: string): Candidate[];
  entity(id: string): Entity | undefined;
  /** Entities that bear exactly this name in any language; letter case and canonical form do not matter. */
  lookup(name: string): readonly Entity[];
  /** At most `limit` entities by a part of any name: equal first, then beginning with it, then holding it. */
  search(query: string, limit: number): readonly Entity[];
  readonly entities: Iterable<Entity>;
  /** How many spellings it knows. */
  readonly names: number;
}

/**
 * Compiles entities. Those of the same id become one: an entity file's goes before the built-in, the names are joined.
 * Names that cannot be matched (one letter, no letter, longer than 200 units) are left out.
 */
export function buildGazetteer(entities: Iterable<Entity>): Gazetteer {
  return finish(compileGazetteer(entities));
}

/** The names of several sources as one; costs little beside compiling them. */
export function gazetteerOf(segments: readonly Segment[]): Gazetteer {
  return buildGazetteer(segments.flatMap(({ entities }) => entities));
}

/** Entities between two steps: a few milliseconds of compiling. */
const ENTITIES_A_STEP = 50;

/** {@link buildGazetteer} in steps. */
export function* compileGazetteer(entities: Iterable<Entity>): Steps<Gazetteer> {
  const merged = mergeEntities(entities);
  const trie = new NameTrie();
  let names = 0;
  for (const [i, entity] of merged.entries()) {
    for (const form of formsOf(i, entity)) if (trie.add(form) && !form.plain) names++;
    if (i % ENTITIES_A_STEP === 0) yield;
  }
  for (const form of phrasesThatAreNoNames()) trie.add(form);
  return new CompiledGazetteer(merged, trie, names);
}

class CompiledGazetteer implements Gazetteer {
  readonly names: number;
  private readonly merged: readonly Entity[];
  private readonly byId: ReadonlyMap<string, number>;
  private readonly trie: NameTrie;

  constructor(merged: readonly Entity[], trie: NameTrie, names: number) {
    this.merged = merged;
    this.byId = new Map(merged.map((entity, i) => [entity.id, i]));
    this.trie = trie;
    this.names = names;
  }

  get entities(): Iterable<Entity> {
    return this.merged;
  }

  entity(id: string): Entity | undefined {
    const i = this.byId.get(id);
    return i === undefined ? undefined : this.merged[i];
  }

  lookup(name: string): readonly Entity[] {
    const folded = foldName(comparable(name));
    const found = new Set<Entity>();
    for (const form of this.trie.exactly(name)) {
      const entity = this.merged[form.thing];
      if (entity !== undefined && !form.plain && foldName(form.text) === folded) found.add(entity);
    }
    return [...found];
  }

  search(query: string, limit: number): readonly Entity[] {
    return searchNames(this.merged, query, limit);
  }

  candidates(text: string, language: string): Candidate[] {
    const found: Candidate[] = [];
    const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
    let searched: SearchedText | undefined;
    const stem = stemBeforeClitic(text, language);
    for (let from = 0; scanWord(text, from, word); ) {
      from = word.end;
      if (this.trie.cannotStart(word) && stem(word.start, word.end) < 0) continue;
      const stops = this.trie.stops(text, word.start, word.end, stem);
      if (stops.length === 0 || continuesRun(text, word.start)) continue;
      searched ??= searchedText(text, language);
      const match = this.longest(stops, searched, word.start);
      if (match === undefined) continue;
      if (match.mention !== undefined) found.push(match.mention);
      from = Math.max(from, match.end);
    }
    return found;
  }

  /** What starts at `start`: a mention, a phrase that is none, or nothing. */
  private longest(
    stops: readonly Stop[],
    at: SearchedText,
    start: number,
  ): { end: number; mention: Candidate | undefined } | undefined {
    for (let i = stops.length - 1; i >= 0; i--) {
      const stop = stops[i];
      if (stop === undefined || !mayEnd(at.text, stop.end)) continue;
      const best = this.best(stop, at, start);
      if (best !== undefined && !insideAddress(at.text, best.start, best.end))
        return { end: best.end, mention: best };
      if (stop.forms.some((form) => form.thing < 0 && nameScore(form, at, start, stop.end) > 0)) {
        return { end: stop.end, mention: undefined };
      }
    }
    return undefined;
  }

  private best(stop: Stop, at: SearchedText, start: number): Candidate | undefined {
    const scores = new Map<number, { score: number; end: number }>();
    for (const form of stop.forms) {
      if (form.thing < 0 || !hasTail(form, at.text, stop.end)) continue;
      const end = stop.end + form.tail.length;
      const score = nameScore(form, at, start, end);
      const before = scores.get(form.thing);
      if (
        score > 0 &&
        (before === undefined || end > before.end || (end === before.end && score > before.score))
      ) {
        scores.set(form.thing, { score, end });
      }
    }
    const end = Math.max(0, ...[...scores.values()].map((s) => s.end));
    const ranked = [...scores].filter(([, s]) => s.end === end).sort((a, b) => b[1].score - a[1].score);
    if (ranked.length === 0) return undefined;
    const shared = ranked.length > 1 ? 0.8 : 1;
    const readings = ranked.map(([thing, { score }]) => ({
      entityId: this.merged[thing]?.id ?? '',
      score: score * shared,
    }));
    return { start, end, readings };
  }
}

/** True in the middle of a run of a script whose words have blanks between them but whose letters stand alone here. */
function continuesRun(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  return start > 0 && before >= 0xac00 && before <= 0xd7a3;
}

/** True where no mark and no letter of the same word follows. */
function mayEnd(text: string, end: number): boolean {
  if (end >= text.length) return true;
  if (isMark(text, end)) return false;
  return standsAlone(text.charCodeAt(end - 1)) || !isWordUnit(text, end) || stemEnds(text, end);
}

/** True where a clitic follows; the stops at such places were made by the clitic's own rule. */
function stemEnds(text: string, end: number): boolean {
  return text.startsWith('nya', end);
}

function hasTail(form: NameForm, text: string, end: number): boolean {
  return form.tail === '' || comparable(text.slice(end, end + form.tail.length)) === form.tail;
}
