import { foldName } from '../fold.ts';
import type { NameForm } from '../nameForm.ts';
import { type ScannedWord, scanWord } from '../wordScan.ts';
import { writingsOf } from './firstWords.ts';
import { formAt } from './formRecord.ts';
import { foldedKey } from './nameWalk.ts';
import type { Segment } from './segmentData.ts';
import { findForms } from './tables.ts';

/** A form of a segment's names, read from it. */
export class KnownForm {
  readonly form: NameForm;
  /** Whose name it is; '' for a phrase that is no mention. */
  readonly entityId: string;
  /** The words of the name without the marks that end it. */
  private readonly core: string;
  private folded: string | undefined;
  private writings: readonly string[] | undefined;

  constructor(form: NameForm, entityId: string) {
    this.form = form;
    this.entityId = entityId;
    this.core = form.text.slice(0, form.text.length - form.tail.length);
  }

  /** True where the words of a text at `start`–`end` are those of this name: not only their hashes are equal. */
  isAt(text: string, start: number, end: number): boolean {
    if (end - start === this.core.length && text.startsWith(this.core, start)) return true;
    this.folded ??= foldedKey(this.core, 0, this.core.length);
    return this.folded === foldedKey(text, start, end);
  }

  /** True where a word is the first of the name in one of the letter cases in which that may be written. */
  mayBegin(text: string, start: number, end: number): boolean {
    if (text.startsWith(this.core.slice(0, end - start), start)) return true;
    if (this.writings === undefined) {
      const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
      scanWord(this.core, 0, word);
      this.writings = writingsOf(this.core.slice(word.start, word.end), this.form.languages);
    }
    return this.writings.includes(text.slice(start, end));
  }

  /** True where this is the whole name, letter case and canonical form aside. */
  isNamed(folded: string): boolean {
    return this.form.thing >= 0 && !this.form.plain && foldName(this.form.text) === folded;
  }
}

/** So many forms are kept as they were read: a text names the same things again and again. */
const MOST_KEPT = 8192;
const NONE: readonly KnownForm[] = [];

/** The forms of a segment by the hashes of their words. */
export class KnownForms {
  readonly segment: Segment;
  private readonly kept = new Map<number, KnownForm>();
  private readonly places: number[] = [];

  constructor(segment: Segment) {
    this.segment = segment;
  }

  /** The forms whose words have these hashes and stand at `start`–`end` of the text. */
  find(a: number, b: number, text: string, start: number, end: number): readonly KnownForm[] {
    this.places.length = 0;
    findForms(this.segment, a, b, this.places);
    let found: KnownForm[] | undefined;
    for (const place of this.places) {
      const form = this.at(place);
      if (!form.isAt(text, start, end)) continue;
      if (found === undefined) found = [form];
      else found.push(form);
    }
    return found ?? NONE;
  }

  private at(place: number): KnownForm {
    const kept = this.kept.get(place);
    if (kept !== undefined) return kept;
    const { form, entityId } = formAt(this.segment, place);
    const known = new KnownForm(form, entityId);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(place, known);
    return known;
  }
}
