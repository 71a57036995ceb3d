import type { ScannedWord } from '../wordScan.ts';
import { type BitFilter, hasFirst, hasSecond, joined, mayHold, wordOf } from './bitFilter.ts';
import { beginningOf, beginsSmall } from './firstWords.ts';
import { spread } from './keyHash.ts';
import { type KnownForm, KnownForms } from './knownForms.ts';
import { NameWalk } from './nameWalk.ts';
import type { Segment } from './segmentData.ts';

/** A place in the text where the words of some names end. */
export interface Stop {
  readonly end: number;
  readonly forms: readonly KnownForm[];
}

/** Finds where names of several segments end that start at a word. */
export class Stops {
  private readonly known: readonly KnownForms[];
  private readonly firstWords: readonly BitFilter[];
  private readonly smallWords: readonly BitFilter[];
  private readonly walk = new NameWalk();

  constructor(segments: readonly Segment[]) {
    this.known = segments.map((segment) => new KnownForms(segment));
    this.firstWords = joined(segments.map((segment) => segment.firstWords));
    this.smallWords = joined(segments.map((segment) => segment.smallWords));
  }

  /** True where no name can start with this word, told by its hash alone. */
  cannotStart(text: string, word: ScannedWord): boolean {
    if (word.opaque) return false;
    const filters = beginsSmall(text.charCodeAt(word.start)) ? this.smallWords : this.firstWords;
    const hash = spread(word.hash);
    for (let i = 0; i < filters.length; i++) {
      const filter = filters[i];
      if (filter !== undefined && hasFirst(wordOf(filter, hash), hash)) return false;
    }
    return true;
  }

  /**
   * Where names end that start with a word of the text, shortest first. `stem` says where a word ends without its
   * clitic, or −1: a name's last word may stop there too.
   */
  at(text: string, word: ScannedWord, stem: (start: number, end: number) => number): readonly Stop[] {
    const stops: Stop[] = [];
    this.walk.begin(text, word.start, word.end);
    for (const known of this.known) this.follow(known, text, word, stem, stops);
    return this.known.length > 1 && stops.length > 1 ? merged(stops) : stops;
  }

  /** The forms whose words are exactly these; their tails and letter case may differ. */
  exactly(text: string, first: ScannedWord): KnownForm[] {
    const { walk } = this;
    walk.begin(text, first.start, first.end, text.length);
    let last = 0;
    while (walk.reach(last + 1)) last++;
    const [a, b, end] = [walk.a[last] ?? 0, walk.b[last] ?? 0, walk.ends[last] ?? 0];
    return this.known.flatMap((known) => known.find(a, b, text, first.start, end));
  }

  private follow(
    known: KnownForms,
    text: string,
    { start, end: firstEnd, hash, opaque }: ScannedWord,
    stem: (start: number, end: number) => number,
    stops: Stop[],
  ): void {
    const { walk } = this;
    const { firstWords, smallWords, beginnings } = known.segment;
    const filter = beginsSmall(text.charCodeAt(start)) ? smallWords : firstWords;
    const mayStart = opaque || mayHold(filter, hash);
    for (let step = 0; step === 0 || (mayStart && walk.reach(step)); step++) {
      const end = walk.ends[step] ?? 0;
      const stemEnd = stem(walk.starts[step] ?? 0, end);
      if (stemEnd >= 0) {
        const { a, b } = walk.stem(step, stemEnd);
        const hash = spread(beginningOf(a, b));
        if (hasSecond(wordOf(beginnings, hash), hash)) {
          const forms = known.find(a, b, text, start, stemEnd);
          addStop(stops, stemEnd, step === 0 || opaque ? forms : beginning(forms, text, start, firstEnd));
        }
      }
      if (!mayStart) return;
      const a = walk.a[step] ?? 0;
      const b = walk.b[step] ?? 0;
      const hash = spread(beginningOf(a, b));
      const told = wordOf(beginnings, hash);
      if (hasSecond(told, hash)) {
        const forms = known.find(a, b, text, start, end);
        if (forms.length > 0) addStop(stops, end, opaque ? forms : beginning(forms, text, start, firstEnd));
      }
      if (!hasFirst(told, hash)) return;
    }
  }
}

/** Those of the forms whose first word may be written as it stands in the text. */
function beginning(
  forms: readonly KnownForm[],
  text: string,
  start: number,
  end: number,
): readonly KnownForm[] {
  const [first] = forms;
  if (first !== undefined && forms.length === 1 && first.mayBegin(text, start, end)) return forms;
  return forms.filter((form) => form.mayBegin(text, start, end));
}

function addStop(stops: Stop[], end: number, forms: readonly KnownForm[]): void {
  if (forms.length > 0) stops.push({ end, forms });
}

/** The stops in order, those of several segments at one place joined. */
function merged(stops: Stop[]): readonly Stop[] {
  const joined: Stop[] = [];
  for (const stop of stops.sort((one, other) => one.end - other.end)) {
    const last = joined.at(-1);
    if (last?.end === stop.end)
      joined[joined.length - 1] = { end: stop.end, forms: [...last.forms, ...stop.forms] };
    else joined.push(stop);
  }
  return joined;
}
