import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemBeforeClitic } from '../../server/src/core/entities/clitics.ts';
import type { Entity } from '../../server/src/core/entities/entity.ts';
import { gazetteerOf } from '../../server/src/core/entities/gazetteer.ts';
import type { Candidate } from '../../server/src/core/entities/mention.ts';
import type { NameForm } from '../../server/src/core/entities/nameForm.ts';
import { formsOf, phrasesThatAreNoNames } from '../../server/src/core/entities/nameForms.ts';
import { writingsOf } from '../../server/src/core/entities/names/firstWords.ts';
import { KnownForm } from '../../server/src/core/entities/names/knownForms.ts';
import { longestName } from '../../server/src/core/entities/names/longestName.ts';
import { foldedKey } from '../../server/src/core/entities/names/nameWalk.ts';
import { SegmentBuilder } from '../../server/src/core/entities/names/segmentBuilder.ts';
import { searchedText } from '../../server/src/core/entities/searchedText.ts';
import { type ScannedWord, scanWord } from '../../server/src/core/entities/wordScan.ts';
import { finish } from '../../server/src/core/steps.ts';
import { entity } from '../unit/core/entities/entities.ts';

const WORDS =
  'Alba alba ALBA al Qaeda Đồng Żubr Россия России Éclair St U.S. NATO Taliban Negara İzmir IŞIK 中国 中 国家 대한민국 러시아 ไทย ประเทศ のぞみ Ý 2024 the';
const written = fc
  .constantFrom(...WORDS.split(' '))
  .chain((word) =>
    fc.constantFrom(word, word, word, word.toUpperCase(), word.toLowerCase(), word.normalize('NFD')),
  );
const inName = fc.constantFrom(' ', '-', '. ', "'", '', '\u00a0', '’');
const inText = fc.constantFrom(
  ' ',
  ' ',
  '-',
  '\n',
  '\r\n',
  '\n\n',
  '\u00a0 ',
  ', ',
  '. ',
  '',
  'nya ',
  "'s ",
  ' và ',
  ' the ',
  '/',
  '\u200c',
);
const phrase = (gap: fc.Arbitrary<string>, most: number) =>
  fc.array(fc.tuple(written, gap), { minLength: 1, maxLength: most }).map((parts) => parts.flat().join(''));
const name = phrase(inName, 3).chain((made) =>
  fc.constantFrom(made, made.replace(/\P{L}+$/u, ''), `${made}.`),
);
const language = fc.constantFrom('en', 'vi', 'id', 'tr', 'zh', 'und');
const source: fc.Arbitrary<Entity[]> = fc
  .array(fc.tuple(fc.nat(4), language, fc.array(name, { minLength: 1, maxLength: 3 })), { maxLength: 5 })
  .map((list) => list.map(([id, tag, names]) => entity(`e${id}`, { [tag]: names })));
const mask = fc.constantFrom(0xffffffff, 0xffffffff, 0xff, 1, 0);

interface Form {
  readonly form: NameForm;
  readonly known: KnownForm;
  readonly key: string;
}

/** Every form of every name with its folded words. */
function allForms(sources: readonly Entity[][]): Form[] {
  const named = sources.flat().flatMap((e) => [...formsOf(0, e)].map((form) => ({ form, id: e.id })));
  const phrases = [...phrasesThatAreNoNames()].map((form) => ({ form, id: '' }));
  return [...named, ...phrases].map(({ form, id }) => ({
    form,
    known: new KnownForm(form, id),
    key: foldedKey(form.text, 0, form.text.length - form.tail.length),
  }));
}

/** The words of a text. */
function wordsOf(text: string): ScannedWord[] {
  const words: ScannedWord[] = [];
  const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
  for (let from = 0; scanWord(text, from, word); from = word.end) words.push({ ...word });
  return words;
}

/** What a gazetteer should find: all forms are tried at all words, and compared as strings. */
function naive(sources: readonly Entity[][], text: string, tag: string): Candidate[] {
  const forms = allForms(sources);
  const words = wordsOf(text);
  const stem = stemBeforeClitic(text, tag);
  const found: Candidate[] = [];
  let from = 0;
  for (const [i, first] of words.entries()) {
    if (first.start < from) continue;
    const stops = new Map<number, KnownForm[]>();
    for (let last = i; last < words.length; last++) {
      const word = words[last];
      if (word === undefined || (last > i && word.start - (words[last - 1]?.end ?? 0) > 12)) break;
      const stemEnd = stem(word.start, word.end);
      for (const end of stemEnd < 0 ? [word.end] : [stemEnd, word.end]) {
        const key = foldedKey(text, first.start, end);
        const free = first.opaque || (last === i && end === stemEnd);
        const fit = forms.filter((f) => f.key === key && (free || mayBegin(f.form, text, first)));
        if (fit.length > 0) stops.set(end, [...fit.map((f) => f.known)]);
      }
    }
    const ends = [...stops]
      .sort(([one], [other]) => one - other)
      .map(([end, known]) => ({ end, forms: known }));
    const match = longestName(ends, searchedText(text, tag), first.start);
    if (match === undefined) continue;
    if (match.mention !== undefined) found.push(match.mention);
    from = match.end;
  }
  return found;
}

function mayBegin(form: NameForm, text: string, { start, end }: ScannedWord): boolean {
  const first = wordsOf(form.text)[0] ?? { start: 0, end: 0 };
  return writingsOf(form.text.slice(first.start, first.end), form.languages).includes(text.slice(start, end));
}

function compiled(sources: readonly Entity[][], bits: number) {
  return gazetteerOf(
    sources.map((entities) => {
      const builder = new SegmentBuilder(bits);
      for (const one of entities) builder.add(one);
      return finish(builder.finish());
    }),
  );
}

const sources = fc.array(source, { maxLength: 3 });
const textOf = (known: readonly Entity[][]) => {
  const names = known.flat().flatMap((e) => [...e.names.values()].flat());
  const piece = names.length === 0 ? written : fc.oneof(written, fc.constantFrom(...names));
  return fc.array(fc.tuple(piece, inText), { maxLength: 12 }).map((parts) => parts.flat().join(''));
};
const cases = sources.chain((known) => fc.tuple(fc.constant(known), textOf(known), language, mask));

describe('the compiled names', () => {
  it('find what trying every name at every word finds, whatever collides', () => {
    fc.assert(
      fc.property(cases, ([known, text, tag, bits]) => {
        expect(compiled(known, bits).candidates(text, tag)).toEqual(naive(known, text, tag));
      }),
      { numRuns: 300 },
    );
  });

  it('find something: the cases are no empty ones', () => {
    const found = fc.sample(cases, 200).filter(([known, text, tag]) => naive(known, text, tag).length > 0);
    expect(found.length).toBeGreaterThan(50);
  });

  it('give back every entity as it was, those of one id joined', () => {
    fc.assert(
      fc.property(source, (known) => {
        const gazetteer = compiled([known], 0xffffffff);
        const ids = new Set(known.map(({ id }) => id));
        expect([...gazetteer.entities].map(({ id }) => id)).toEqual([...ids]);
        for (const id of ids) {
          const [first, second] = known.filter((e) => e.id === id);
          if (second === undefined) expect(gazetteer.entity(id)).toEqual(first);
          else expect(gazetteer.entity(id)).toMatchObject({ id, name: first?.name });
        }
      }),
    );
  });
});
