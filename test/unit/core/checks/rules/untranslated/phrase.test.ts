import { expect, test } from 'vitest';
import { checkArticle, ruleSet } from '../../../../../../server/src/core/checks/check.ts';
import { untranslatedPhrase as rule } from '../../../../../../server/src/core/checks/rules/untranslated/phrase.ts';
import { createSourceArticle } from '../../../../../../server/src/core/checks/sourceArticle.ts';
import { ParagraphCache, splitArticle } from '../../../../../../server/src/core/text/article.ts';
import type { Commonness, Lexicon } from '../../../../../../server/src/core/text/lexicon/lexicon.ts';
import { ruleContext } from '../../../../../support/ruleContext.ts';

/** `severity words` of what is found. */
function found(
  text: string,
  language = 'id',
  options: Readonly<Record<string, unknown>> = {},
  context = ruleContext(language),
): string[] {
  const set = ruleSet(
    [rule],
    () => 'default',
    'test',
    () => new Map(Object.entries(options)),
  );
  const run = checkArticle(text, splitArticle(text, new ParagraphCache()), set, context);
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value.map((f) => `${f.severity} ${text.slice(f.start, f.end)}`);
}

test.each([
  ['id', 'Warga berkata the money itu hilang.', ['warning the money']],
  ['id', 'Bank itu memberi kredit dengan fixed rate selama dua tahun.', ['hint fixed rate']],
  ['id', 'Laba bank itu tumbuh year on year menurut laporan.', ['hint year on year']],
  ['id', 'Laba bank itu (because of the flood) turun.', []],
  ['id', 'Ia menyebutnya “the beginning of the end” kemarin.', []],
  [
    'id',
    '“Kami semua pulang because of the flood kemarin,” kata warga itu.',
    ['warning because of the flood'],
  ],
  ['id', 'Kata orang, Lord of the Rings itu film yang bagus.', []],
  [
    'id',
    'Ia bekerja di National Commission on the Freedom of Speech sejak lama.',
    ['hint Commission on the Freedom of Speech'],
  ],
  ['id', 'Alamatnya www.the-old-bridge.com/because/of/the/flood sejak lama.', []],
  ['vi', 'Anh do so sánh hai giá in trong sách can me.', []],
  ['vi', 'Người dân nói rằng the old bridge đã đóng cửa.', ['warning the old bridge']],
  ['vi', 'Anh ấy mua một smart phone mới hôm qua.', ['hint smart phone']],
  ['en', 'They ate nasi goreng and went home after the show.', ['warning nasi goreng']],
  ['ru', 'Мэр сказал, что because of the old flood мост закрыт.', ['warning because of the old flood']],
  ['sw', 'Meya alisema kwamba because of the flood daraja limefungwa.', []],
  ['ms', 'Datuk bandar berkata because of the flood jambatan itu ditutup.', ['warning because of the flood']],
  [
    'de',
    'Der Bürgermeister sagte, dass that the bridge would be closed for repairs wahr ist.',
    ['warning that the bridge would be closed for repairs'],
  ],
  ['de', '„They said that they would be there“ sagte er gestern vor der Presse in Berlin.', []],
  ['und', 'Warga berkata the money itu hilang.', []],
])('%s: %s', (language, text, expected) => {
  expect(found(text, language)).toEqual(expected);
});

test('a sentence that is mostly foreign is left to the rule for sentences', () => {
  expect(
    found('The old bridge will be closed for repairs until the end of the year, kata wali kota.'),
  ).toEqual([]);
});

test('a project may ask for longer runs, and accept a language', () => {
  const text = 'Warga berkata the money itu hilang, dan because of the flood jembatan ditutup.';
  expect(found(text)).toEqual(['warning the money', 'warning because of the flood']);
  expect(found(text, 'id', { leastWords: 3 })).toEqual(['warning because of the flood']);
  expect(found(text, 'id', { accept: ['en'] })).toEqual([]);
});

test('words of the project’s dictionary belong to the language', () => {
  const text = 'Bank itu memberi kredit dengan fixed rate selama dua tahun.';
  expect(found(text, 'id', {}, ruleContext('id', ['rate']))).toEqual([]);
});

test('without word lists it says nothing', () => {
  const lists = (words: Readonly<Record<string, Commonness>>, tag: string): Lexicon => ({
    key: tag,
    of: (language) => (language === tag ? { commonness: (word) => words[word] ?? 0 } : undefined),
  });
  const text = 'Warga berkata the money itu hilang.';
  const context = ruleContext('id');
  expect(found(text, 'id', {}, { ...context, lexicon: lists({ itu: 5 }, 'id') })).toEqual([]);
  expect(found(text, 'id', {}, { ...context, lexicon: lists({ the: 5, money: 4 }, 'en') })).toEqual([]);
});

test('words of the source article are left-overs, and its names are names', () => {
  const source = createSourceArticle(
    'They gave a fixed rate.\nHe works at the National Commission on the Freedom of Speech.',
    'en',
    'one',
  );
  const translated = { ...ruleContext('id'), source };
  expect(found('Bank itu memberi kredit dengan fixed rate selama dua tahun.', 'id', {}, translated)).toEqual([
    'warning fixed rate',
  ]);
  const name = 'Ia bekerja di National Commission on the Freedom of Speech sejak lama.';
  expect(found(name, 'id', {}, translated)).toEqual([]);
});

test('in an article that may be in either language nothing is more than a hint', () => {
  const languageKnown = { language: 'id', confidence: 0.5, margin: 0.1, sentences: 10, declared: false };
  const text = 'Warga berkata the money itu hilang.';
  expect(found(text, 'id', {}, { ...ruleContext('id'), languageKnown })).toEqual(['hint the money']);
});
