import type { Steps } from '../../steps.ts';
import type { Entity } from '../entity.ts';
import { MOST_WORDS, type NameForm } from '../nameForm.ts';
import { formsOf } from '../nameForms.ts';
import { hashOf, type ScannedWord, scanWord } from '../wordScan.ts';
import { bitFilter, hold, holdSecond, newFilter } from './bitFilter.ts';
import { RecordTexts, textsOf, writeEntity, writeTexts } from './entityRecord.ts';
import { beginningOf, beginsSmall, hasUsualWritings, writingsOf } from './firstWords.ts';
import { writeForm } from './formRecord.ts';
import { HashSet } from './hashSet.ts';
import { spread } from './keyHash.ts';
import { NameWalk } from './nameWalk.ts';
import { PagedBytes, PagedNumbers } from './pages.ts';
import { RecordWriter } from './records.ts';
import type { Segment } from './segmentData.ts';
import { newFormTable, newIdTable, putForm, putId } from './tables.ts';
import { Words } from './words.ts';

/** Entries of a table between two steps: some milliseconds. */
const ENTRIES_A_STEP = 20_000;
/** Places in the blob are 32 bits. */
const MOST_BYTES = 0xf000_0000;
const ALL_BITS = 0xffffffff;
/** So many first words are remembered: names begin with the same ones again and again. */
const FIRSTS_KEPT = 10_000;

/**
 * Compiles the entities of one source, given one at a time: they are not kept, so a source may be of any length. Ten
 * million names take some 70 bytes each while they come, and the same afterwards.
 */
export class SegmentBuilder {
  private readonly blob = new PagedBytes();
  private readonly records = new PagedNumbers();
  private readonly places = new PagedNumbers();
  private readonly hashesA = new PagedNumbers();
  private readonly hashesB = new PagedNumbers();
  private readonly noted = new Set<string>();
  private readonly first = new HashSet();
  private readonly small = new HashSet();
  private readonly beginnings = new HashSet();
  private readonly languages = new Words();
  private readonly types = new Words();
  private readonly sources = new Words();
  private readonly body = new RecordWriter();
  private readonly record = new RecordWriter();
  private readonly walk = new NameWalk();
  private readonly word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
  private readonly mask: number;
  private spellings = 0;

  /** `mask`: bits of hashes that count; fewer than all only for tests of what happens when names collide. */
  constructor(mask = ALL_BITS) {
    this.mask = mask >>> 0;
  }

  /** How many entities were added. */
  get entities(): number {
    return this.records.length;
  }

  /** How many spellings were added, those without their diacritics not counted. */
  get names(): number {
    return this.spellings;
  }

  /**
   * Compiles one more. Up to 64 entities of one id are one for whoever asks by that id; their names are joined. Of
   * more than 64 bearers of one name, the first 64 are found by it. False where the segment is full: its texts would
   * exceed 4 GB.
   */
  add(entity: Entity): boolean {
    if (this.blob.length > MOST_BYTES) return false;
    this.body.length = 0;
    const texts = textsOf(entity);
    const forms = formsOf(this.records.length, entity);
    const numbers = forms.map((form) => texts.numberOf(form.text));
    const places = writeTexts(texts, this.body);
    writeEntity(entity, texts, this.body, this.languages, this.types, this.sources);
    this.begin(entity.id);
    this.addForms(forms, (i) => places[numbers[i] ?? 0] ?? 0);
    return true;
  }

  /** Adds phrases that hold a name and do not mean it; no entity has them. */
  addPhrases(phrases: Iterable<NameForm>): void {
    this.body.length = 0;
    const texts = new RecordTexts();
    const forms = [...phrases];
    const numbers = forms.map((form) => texts.numberOf(form.text));
    const places = writeTexts(texts, this.body);
    this.begin('');
    this.addForms(forms, (i) => places[numbers[i] ?? 0] ?? 0);
  }

  /** The names of all that was added. Call it once, at the end: it takes what was gathered with it. */
  *finish(): Steps<Segment> {
    const firstWords = bitFilter(this.first, this.first.size);
    this.first.clear();
    const smallWords = bitFilter(this.small, this.small.size);
    this.small.clear();
    yield;
    const beginnings = newFilter(this.beginnings.size + this.places.length);
    for (const hash of this.beginnings) hold(beginnings, spread(hash));
    this.beginnings.clear();
    yield;
    const forms = newFormTable(this.places.length);
    for (let i = 0; i < this.places.length; i++) {
      const [a, b] = [this.hashesA.at(i), this.hashesB.at(i)];
      holdSecond(beginnings, spread(beginningOf(a, b)));
      putForm(forms, a, b, this.places.at(i), this.mask);
      if (i % ENTRIES_A_STEP === 0) yield;
    }
    for (const numbers of [this.places, this.hashesA, this.hashesB]) numbers.clear();
    const blob = this.blob.join();
    yield;
    const records = this.records.join();
    const ids = newIdTable(records.length);
    for (let i = 0; i < records.length; i++) {
      putId(ids, blob, records, i);
      if (i % ENTRIES_A_STEP === 0) yield;
    }
    const shared = {
      languages: this.languages.list,
      types: this.types.list,
      sources: this.sources.list,
      mask: this.mask,
    };
    const counts = { entities: records.length, names: this.spellings };
    return { ...counts, blob, records, forms, ids, firstWords, smallWords, beginnings, shared };
  }

  /** Puts the id and the body into a new record. */
  private begin(id: string): void {
    this.records.push(this.blob.length);
    this.record.length = 0;
    this.record.text(id);
    this.record.number(this.body.length);
    this.record.append(this.body);
  }

  /** Adds the forms to the record, and the record to the blob. `placeIn`: where the text of a form is in the body. */
  private addForms(forms: readonly NameForm[], placeIn: (i: number) => number): void {
    const bodyAt = this.record.length - this.body.length;
    for (const [i, form] of forms.entries()) {
      if (!this.file(form)) continue;
      this.places.push(this.blob.length + this.record.length);
      const back = this.record.length - bodyAt - placeIn(i);
      writeForm(form, back, this.record, (language) => this.languages.numberOf(language));
      if (!form.plain && form.thing >= 0) this.spellings++;
    }
    this.blob.push(this.record.bytes, this.record.length);
  }

  /** Notes the hashes of a form; false where it has no word, or too many of them. */
  private file({ text, thing, languages }: NameForm): boolean {
    const { walk, word } = this;
    if (!scanWord(text, 0, word)) return false;
    const first = text.slice(word.start, word.end);
    walk.begin(text, word.start, word.end, text.length);
    let last = 0;
    while (walk.reach(last + 1)) last++;
    if (scanWord(text, walk.ends[last] ?? 0, word)) return false;
    if (last >= MOST_WORDS && thing >= 0 && !isUnspaced(walk, last)) return false;
    for (let step = 0; step < last; step++) {
      this.beginnings.add(beginningOf(walk.a[step] ?? 0, walk.b[step] ?? 0));
    }
    this.hashesA.push((walk.a[last] ?? 0) >>> 0);
    this.hashesB.push((walk.b[last] ?? 0) >>> 0);
    this.noteFirst(first, languages);
    return true;
  }

  /** Notes how the first word of a name may be written. */
  private noteFirst(word: string, languages: readonly string[]): void {
    if (hasUsualWritings(languages)) {
      if (this.noted.has(word)) return;
      if (this.noted.size >= FIRSTS_KEPT) this.noted.clear();
      this.noted.add(word);
    }
    for (const written of writingsOf(word, languages)) {
      (beginsSmall(written.charCodeAt(0)) ? this.small : this.first).add(hashOf(written));
    }
  }
}

/** True for names in scripts without blanks, whose every letter is a word here. */
function isUnspaced(walk: NameWalk, last: number): boolean {
  for (let step = 0; step <= last; step++) {
    const before = step === 0 ? (walk.starts[0] ?? 0) : (walk.ends[step - 1] ?? 0);
    if ((walk.ends[step] ?? 0) - before > 2) return false;
  }
  return true;
}
