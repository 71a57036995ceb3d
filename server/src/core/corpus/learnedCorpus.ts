import type { Steps } from '../steps.ts';
import { CountTable } from './countTable.ts';
import { GrowingHashes } from './growingHashes.ts';
import { hashLine, languageSeed, wordHash, wordKey } from './hashes.ts';
import type { ArticleSketch } from './sketch.ts';
import { SketchStore } from './sketchStore.ts';
import { Sources } from './sources.ts';

/** More different words, or lines, are not counted: the tables would outgrow 25 MB each. */
export const MOST_DIFFERENT = 3_000_000;

/** An article as `learnedArticles` lists it. */
export interface LearnedArticle extends ArticleSketch {
  readonly path: string;
  readonly stamp: string;
}

/**
 * In how many articles of a corpus words and lines stand. An article can be replaced and taken away again: its hashes
 * are kept, but for those that are so frequent that nobody needs to know how frequent. The same articles give the same
 * answers, in whatever order they came.
 *
 * Copies of one text – articles with the same two longest lines – teach once: of them the one with the least hash of
 * its whole text counts, so that an agency's garbled word does not become known by being scraped twenty times.
 */
export class LearnedCorpus {
  /** A word is known from a few articles on; a line is compared with the size of the corpus. */
  private readonly words = new CountTable(255);
  private readonly lines = new CountTable(65_535);
  private readonly store = new SketchStore();
  private readonly rareWords = new GrowingHashes();
  private readonly rareLines = new GrowingHashes();
  private readonly sources = new Sources();
  /** The numbers of the articles, by path. */
  private readonly learned = new Map<string, number>();
  private readonly stamps: string[] = [];
  private sourceOf = new Uint32Array(64);
  private textOf = new Uint32Array(64);
  private readonly seeds = new Map<string, number>();

  /** How many articles were learned, copies of one text counted once. */
  get articles(): number {
    return this.sources.size;
  }

  /** How many articles were learned. */
  get size(): number {
    return this.learned.size;
  }

  /** True where nothing more can be learned: the corpus has too many different words or lines. */
  get full(): boolean {
    return this.words.size >= MOST_DIFFERENT || this.lines.size >= MOST_DIFFERENT;
  }

  /** In how many articles a word stands, up to 255; `language`: BCP 47 primary subtag. */
  articlesWithWord(language: string, word: string): number {
    let seed = this.seeds.get(language);
    if (seed === undefined) {
      seed = languageSeed(language);
      this.seeds.set(language, seed);
    }
    return this.wordCount(wordKey(wordHash(word), seed));
  }

  /** In how many articles a line stands as a whole, its blanks and letter case aside, up to 65,535. */
  articlesWithLine(line: string): number {
    return this.lineCount(hashLine(line).hash);
  }

  /** In how many articles a word stands, by its hash as a word of a language. */
  wordCount(key: number): number {
    return this.words.count(key);
  }

  /** In how many articles a line stands, by its hash. */
  lineCount(hash: number): number {
    return this.lines.count(hash);
  }

  /** The stamp of an article as it was learned; undefined where it was not. */
  stampOf(path: string): string | undefined {
    const number = this.learned.get(path);
    return number === undefined ? undefined : this.stamps[number];
  }

  /** The paths of all articles. */
  paths(): Iterable<string> {
    return this.learned.keys();
  }

  /**
   * Learns an article, or learns it anew. Returns true where an answer may be another one now. `isRare`: the sketch
   * comes from {@link learnedArticles} and is without frequent words and lines already.
   */
  put(path: string, stamp: string, sketch: ArticleSketch, isRare = false): boolean {
    const known = this.learned.get(path);
    if (known !== undefined && this.isSame(known, sketch)) {
      this.stamps[known] = stamp;
      return false;
    }
    if (known !== undefined) this.delete(path);
    const teacher = this.sources.teacher(sketch.source);
    const teaches = teacher === undefined || sketch.text < this.text(teacher);
    if (teaches) {
      if (teacher !== undefined) this.uncount(teacher);
      this.count(sketch);
    }
    const number = this.store.add(isRare ? sketch : this.rare(sketch));
    while (number >= this.sourceOf.length) this.growIndex();
    this.sourceOf[number] = sketch.source;
    this.textOf[number] = sketch.text;
    this.sources.join(sketch.source, number);
    if (teaches) this.sources.setTeacher(sketch.source, number);
    this.learned.set(path, number);
    this.stamps[number] = stamp;
    return true;
  }

  /** Forgets an article. Returns true where it was known. */
  delete(path: string): boolean {
    const number = this.learned.get(path);
    if (number === undefined) return false;
    const source = this.sourceOf[number] ?? 0;
    const taught = this.sources.teacher(source) === number;
    if (taught) this.uncount(number);
    this.sources.leave(source, number);
    if (taught) this.appoint(source, this.text(number));
    this.store.delete(number);
    this.learned.delete(path);
    return true;
  }

  /**
   * The articles as they were learned; frequent words and lines are missing from them. The hashes of one are good until
   * the next one is asked for.
   */
  *learnedArticles(): Generator<LearnedArticle> {
    for (const [path, number] of this.learned) {
      const stamp = this.stamps[number] ?? '';
      const source = this.sourceOf[number] ?? 0;
      yield { path, stamp, source, text: this.text(number), ...this.rare(this.store.get(number)) };
    }
  }

  /** Gives back the room of articles that were replaced, where that is worth while. Nothing may be learned meanwhile. */
  tidy(): Steps<void> {
    return this.store.tidy();
  }

  /** How many different words and lines are counted. */
  get different(): { readonly words: number; readonly lines: number } {
    return { words: this.words.size, lines: this.lines.size };
  }

  /** Makes room for as many different words and lines as are expected. */
  reserve({ words, lines }: { readonly words: number; readonly lines: number }): void {
    this.words.reserve(Math.min(words, MOST_DIFFERENT));
    this.lines.reserve(Math.min(lines, MOST_DIFFERENT));
  }

  /** The words and lines that are so frequent that no article is held to have them. */
  frequent(): { readonly words: Uint32Array; readonly lines: Uint32Array } {
    return { words: this.words.saturated(), lines: this.lines.saturated() };
  }

  /** Takes over what {@link frequent} gave, before the articles. */
  setFrequent({ words, lines }: { readonly words: Uint32Array; readonly lines: Uint32Array }): void {
    for (const word of words) this.words.saturate(word);
    for (const line of lines) this.lines.saturate(line);
  }

  private isSame(number: number, sketch: ArticleSketch): boolean {
    return this.text(number) === sketch.text && this.sourceOf[number] === sketch.source;
  }

  private text(number: number): number {
    return this.textOf[number] ?? 0;
  }

  private count({ words, lines }: { readonly words: Uint32Array; readonly lines: Uint32Array }): void {
    for (const word of words) this.words.add(word);
    for (const line of lines) this.lines.add(line);
  }

  private uncount(number: number): void {
    const { words, lines } = this.store.get(number);
    for (const word of words) this.words.remove(word);
    for (const line of lines) this.lines.remove(line);
  }

  /** Lets the copy with the least hash teach, after one with hash `gone` has left. */
  private appoint(source: number, gone: number): void {
    let best: number | undefined;
    for (const member of this.sources.members(source)) {
      if (best === undefined || this.text(member) < this.text(best)) best = member;
      // Of equal copies one is as good as another.
      if (this.text(best) === gone) break;
    }
    if (best === undefined) return;
    this.sources.setTeacher(source, best);
    this.count(this.store.get(best));
  }

  /** What of an article's hashes is counted exactly, and can be taken back; good until the next call. */
  private rare({ words, lines }: { readonly words: Uint32Array; readonly lines: Uint32Array }) {
    return {
      words: rareIn(this.words, words, this.rareWords),
      lines: rareIn(this.lines, lines, this.rareLines),
    };
  }

  private growIndex(): void {
    this.sourceOf = grown(this.sourceOf);
    this.textOf = grown(this.textOf);
  }
}

function rareIn(table: CountTable, hashes: Uint32Array, room: GrowingHashes): Uint32Array {
  room.length = 0;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? 0;
    if (!table.isSaturated(hash)) room.push(hash);
  }
  return room.all();
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
