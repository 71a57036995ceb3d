import { OFFSET_UNITS, type ReadPart } from '../readArticle.ts';
import { type CountedText, type Counting, FORMS, LINE_ENDS } from './countings.ts';
import { sameWords } from './quotes.ts';
import { cutWords } from './wordEnds.ts';

/** Every way of counting that is tried. An index into it names one. */
export const COUNTINGS: readonly Counting[] = OFFSET_UNITS.flatMap((unit) =>
  LINE_ENDS.flatMap((lineEnds) =>
    FORMS.flatMap((form) => [false, true].map((bom): Counting => ({ unit, lineEnds, form, bom }))),
  ),
);

/** How the offsets of an article count, and why that is thought. */
export interface Detection {
  readonly counting: Counting;
  /**
   * quotes: the words of the file fit. file: they fit several ways of counting, or there are none, and the rest of the file says which.
   * definition: they fit several, or there are none, and the format's definition says which. best: no way of counting
   * fits all of them. built: the text was put together by tokens. chosen: a person says so.
   */
  readonly basis: 'quotes' | 'file' | 'definition' | 'best' | 'built' | 'chosen';
  /** Quotes that fit under `counting`, of how many. */
  readonly fitted: number;
  readonly quotes: number;
  /** Quotes that fit, by index of `COUNTINGS`. */
  readonly fits: readonly number[];
  /** Other ways of counting that fit all quotes too and would put something elsewhere. */
  readonly ties: readonly Counting[];
  /** Where no counting fits all quotes: one that fits all that `counting` does not fit. Two programs counted then. */
  readonly mixedWith?: Counting;
  /** Without quotes: how many ends lie inside a word or outside the text under each unit, of how many. */
  readonly evidence?: { readonly ends: number; readonly cut: ReadonlyMap<Counting['unit'], number> };
}

/** What is known beforehand. */
export interface Beforehand {
  /** As the format's definition has it. */
  readonly own: Counting;
  /** What fits the rest of the file. */
  readonly file?: Counting;
  /** What a person says. */
  readonly chosen?: Counting;
}

/** Finds out by the quotes of an article how its offsets count. `parts`: those of all its spans. */
export function detectCounting(
  counted: CountedText,
  parts: readonly ReadPart[],
  { own, file, chosen }: Beforehand,
): Detection {
  const quoted = parts.filter((part) => part.quote !== undefined && part.quote !== '');
  const groups = groupsOf(counted, own);
  const fitting = groups.map(({ counting }) => quoted.map((part) => fitsAt(counted, counting, part)));
  const numbers = fitting.map((fit) => fit.filter(Boolean).length);
  const fits = COUNTINGS.map(() => 0);
  for (const [i, { members }] of groups.entries())
    for (const member of members) fits[member] = numbers[i] ?? 0;
  const groupOf = (wanted: Counting) => {
    const sameness = counted.sameness(wanted);
    return groups.findIndex((g) => g.sameness === sameness);
  };
  const all = groups.flatMap((_, i) => (numbers[i] === quoted.length ? [i] : []));
  const first = all[0];
  const made = (
    index: number,
    basis: Detection['basis'],
    more: Partial<Pick<Detection, 'ties' | 'mixedWith' | 'evidence'>> = {},
    counting = groups[index]?.counting ?? own,
  ): Detection => ({
    counting,
    basis,
    fitted: numbers[index] ?? 0,
    quotes: quoted.length,
    fits,
    ties: [],
    ...more,
  });
  if (chosen) return made(groupOf(chosen), 'chosen', {}, chosen);
  if (first === undefined) {
    const best = numbers.indexOf(Math.max(...numbers));
    const mixed = numbers[best] === 0 ? undefined : otherFits(fitting, best, quoted);
    const mixedWith = mixed === undefined ? undefined : groups[mixed]?.counting;
    return made(best, 'best', mixedWith ? { mixedWith } : {});
  }
  const isOpen =
    all.length > 1 &&
    (quoted.length === 0 ||
      placesDiffer(
        counted,
        parts,
        all.map((i) => groups[i]?.counting ?? own),
      ));
  const byFile = file && all.includes(groupOf(file)) ? groupOf(file) : undefined;
  const used = byFile ?? first;
  const evidence =
    quoted.length === 0 && parts.length > 0 ? { evidence: evidenceOf(counted, parts, own) } : {};
  if (quoted.length > 0 && !isOpen) return made(used, 'quotes', evidence);
  const ties = all.filter((i) => i !== used).flatMap((i) => groups[i]?.counting ?? []);
  const basis = byFile !== undefined && byFile !== groupOf(own) ? 'file' : 'definition';
  return made(used, basis, { ties: quoted.length === 0 ? [] : ties, ...evidence });
}

interface Group {
  readonly counting: Counting;
  readonly sameness: string;
  /** Indexes of `COUNTINGS` that say the same of this text. */
  readonly members: number[];
}

/** Ways of counting that differ in this text: the format's own first, then those that differ from it in least. */
function groupsOf(counted: CountedText, own: Counting): readonly Group[] {
  const groups = new Map<string, Group>();
  const of = (counting: Counting): Group => {
    const sameness = counted.sameness(counting);
    const group = groups.get(sameness) ?? { counting, sameness, members: [] };
    groups.set(sameness, group);
    return group;
  };
  of(own);
  const near = COUNTINGS.map((counting, index) => ({ counting, index, away: distance(counting, own) }));
  for (const { counting, index } of near.sort((a, b) => a.away - b.away || a.index - b.index))
    of(counting).members.push(index);
  return [...groups.values()];
}

/** Another unit is likelier than another line end, and that than another form or a mark. */
export function distance(a: Counting, b: Counting): number {
  return (
    (a.unit === b.unit ? 0 : 2) +
    (a.lineEnds === b.lineEnds ? 0 : 3) +
    (a.form === b.form ? 0 : 6) +
    (a.bom === b.bom ? 0 : 6)
  );
}

/** True where a part's quote stands at its offsets. */
export function fitsAt(counted: CountedText, counting: Counting, part: ReadPart): boolean {
  const [start, end] = [counted.place(counting, part.start), counted.place(counting, part.end)];
  if (start.inside || end.inside || end.at < start.at) return false;
  return sameWords(counted.text.slice(start.at, end.at), part.quote ?? '');
}

/** A shorter quote may stand anywhere by chance. */
const TELLING = 3;

/** The counting that fits every quote that `best` does not. */
function otherFits(
  fitting: readonly (readonly boolean[])[],
  best: number,
  quoted: readonly ReadPart[],
): number | undefined {
  const misfits = (fitting[best] ?? []).flatMap((fits, i) => (fits ? [] : [i]));
  if (misfits.every((i) => (quoted[i]?.quote ?? '').length < TELLING)) return undefined;
  const other = fitting.findIndex((fit) => misfits.every((i) => fit[i]));
  return other < 0 ? undefined : other;
}

function placesDiffer(
  counted: CountedText,
  parts: readonly ReadPart[],
  countings: readonly Counting[],
): boolean {
  const [first, ...others] = countings;
  if (!first) return false;
  return parts.some((part) =>
    [part.start, part.end].some((offset) => {
      const place = counted.place(first, offset);
      return others.some((other) => {
        const there = counted.place(other, offset);
        return there.at !== place.at || there.inside !== place.inside;
      });
    }),
  );
}

function evidenceOf(
  counted: CountedText,
  parts: readonly ReadPart[],
  own: Counting,
): NonNullable<Detection['evidence']> {
  const cut = new Map(OFFSET_UNITS.map((unit) => [unit, cutWords(counted, { ...own, unit }, parts)]));
  return { ends: 2 * parts.length, cut };
}
