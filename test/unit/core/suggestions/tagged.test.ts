import { describe, expect, it } from 'vitest';
import type { GivenTag } from '../../../../server/src/core/suggestions/tagged/givenTag.ts';
import { beginsAfter, isSameCase } from '../../../../server/src/core/suggestions/tagged/sameCase.ts';
import { TaggedIndex } from '../../../../server/src/core/suggestions/tagged/taggedIndex.ts';

const plain = (text: string) => ({ text, startsSentence: false });
const first = (text: string) => ({ text, startsSentence: true });

let place = 0;
function tag(text: string, label: string, more: Partial<GivenTag> = {}): GivenTag {
  place += 100;
  return { text, label, startsSentence: false, annotator: undefined, entity: undefined, place, ...more };
}

function indexOf(articles: Readonly<Record<string, readonly GivenTag[]>>): TaggedIndex {
  const index = new TaggedIndex();
  for (const [article, tags] of Object.entries(articles)) index.put(article, tags, false);
  return index;
}

describe('letter case of tagged words', () => {
  it.each([
    ['Taliban', 'TALIBAN', true],
    ['Nato', 'NATO', true],
    ['us', 'US', false],
    ['Us', 'US', false],
    ['aids', 'AIDS', false],
    ['Nga', 'nga', false],
    ['al-Qaeda', 'Al-qaeda', true],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isSameCase(plain(a), plain(b))).toBe(same);
    expect(isSameCase(plain(b), plain(a))).toBe(same);
  });

  it('joins a capital at the start of a sentence only', () => {
    expect(isSameCase(first('Pemerintah'), plain('pemerintah'))).toBe(true);
    expect(isSameCase(plain('Pemerintah'), plain('pemerintah'))).toBe(false);
    expect(isSameCase(plain('Pemerintah'), first('pemerintah'))).toBe(false);
  });

  it('knows where sentences begin', () => {
    expect(['', 'Satu. ', 'satu\n', 'kata: “', 'satu ', 'satu, '].map(beginsAfter)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('what was tagged teaches', () => {
  it('nothing after one tag, the label after a second place or a second person', () => {
    const once = indexOf({ a: [tag('Zorvan', 'ORG')] });
    expect(once.learned(plain('Zorvan'))).toBeUndefined();
    const places = indexOf({ a: [tag('Zorvan', 'ORG')], b: [tag('ZORVAN', 'ORG')] });
    expect(places.learned(plain('Zorvan'))).toMatchObject({
      label: 'ORG',
      score: 0.75,
      given: 2,
      articles: 2,
    });
    const people = indexOf({
      a: [
        tag('Zorvan', 'ORG', { annotator: 'ana', place: 7 }),
        tag('Zorvan', 'ORG', { annotator: 'ben', place: 7 }),
      ],
    });
    expect(people.learned(plain('Zorvan'))).toMatchObject({ people: 2, articles: 1 });
  });

  it('a label that two thirds agree on, and an entity that nobody contradicts', () => {
    const org = () => tag('Zorvan', 'ORG', { entity: 'Q1' });
    expect(indexOf({ a: [org(), org(), tag('Zorvan', 'GPE')] }).learned(plain('Zorvan'))).toMatchObject({
      label: 'ORG',
      entity: 'Q1',
      score: 3 / 5,
    });
    expect(indexOf({ a: [org(), tag('Zorvan', 'GPE')] }).learned(plain('Zorvan'))).toBeUndefined();
    const two = indexOf({ a: [org(), tag('Zorvan', 'ORG', { entity: 'Q2' })] });
    expect(two.learned(plain('Zorvan'))?.entity).toBeUndefined();
  });

  it('nothing of words that mostly stand without a tag', () => {
    const tags = [tag('tempo', 'ORG'), tag('tempo', 'ORG')];
    const text = 'tempo '.repeat(200);
    const index = indexOf({ a: tags });
    expect(index.learned(plain('tempo'))?.label).toBe('ORG');
    index.count('a', text, 'id');
    expect(index.learned(plain('tempo'))).toBeUndefined();
    index.count('a', 'tempo '.repeat(20), 'id');
    expect(index.learned(plain('tempo'))?.score).toBeCloseTo(3 / (2 + 1.8 + 2));
    index.put('a', tags, true);
    index.count('a', 'tempo '.repeat(20), 'id');
    expect(index.learned(plain('tempo'))).toBeUndefined();
  });

  it('counts no place without a tag that is not there any more', () => {
    const tags = [tag('tempo', 'ORG'), tag('tempo', 'ORG')];
    const index = indexOf({ a: tags, b: [tag('Zorvan', 'ORG')] });
    for (const article of ['a', 'b']) index.count(article, 'tempo '.repeat(200), 'id');
    expect(index.learned(plain('tempo'))).toBeUndefined();
    index.count('a', 'Tidak ada.', 'id');
    expect(index.learned(plain('tempo'))).toBeUndefined();
    index.delete('b');
    expect(index.learned(plain('tempo'))?.score).toBe(0.75);
  });

  it('and forgets with the article', () => {
    const index = indexOf({ a: [tag('Zorvan', 'ORG')], b: [tag('Zorvan', 'ORG')] });
    const { version } = index;
    index.delete('b');
    expect(index.version).not.toBe(version);
    expect(index.learned(plain('Zorvan'))).toBeUndefined();
    index.delete('a');
    expect([...index.strings()]).toEqual([]);
    expect(index.find('Zorvan', 'id', () => false)).toEqual([]);
  });

  it('and is the same as before where nobody has tagged anything', () => {
    const tags = [tag('Zorvan', 'ORG'), tag('Zorvan', 'ORG')];
    const index = indexOf({ a: tags });
    index.count('a', 'Zorvan dan Zorvan.', 'id');
    const { version } = index;
    index.put('a', [...tags], false);
    index.count('a', 'Zorvan, lalu Zorvan.', 'id');
    expect(index.version).toBe(version);
    index.put('a', tags, true);
    expect(index.version).not.toBe(version);
  });

  it('finds its words between word boundaries, over line ends, inside marks and before clitics', () => {
    const index = indexOf({
      a: [
        tag('Zorvan Group', 'ORG'),
        tag('Zorvan  Group', 'ORG'),
        tag('«Merpati»', 'ORG'),
        tag('«Merpati»', 'ORG'),
      ],
    });
    const at = (text: string) =>
      index.find(text, 'id', () => false).map(({ start, end }) => text.slice(start, end));
    expect(at('Kata Zorvan\nGroup dan ZORVAN GROUP, ZorvanGroup Groupie.')).toEqual([
      'Zorvan\nGroup',
      'ZORVAN GROUP',
    ]);
    expect(at('harian «Merpati» dan Merpati')).toEqual(['«Merpati»']);
    expect(at('milik Zorvan Groupnya, di www.zorvan-group.com')).toEqual(['Zorvan Group']);
    expect(index.find('联合国 dan 联合国', 'zh', () => false)).toEqual([]);
  });
});
