import { beforeEach, describe, expect, test } from 'vitest';
import { WORD_LANGUAGES } from '../../../scripts/data/words/languages.mjs';
import { packWords } from '../../../scripts/data/words/pack.mjs';
import { LISTED_LANGUAGES, WordLists } from '../../../server/src/service/wordLists.ts';
import { MemoryHost } from '../../support/lsp/memoryHost.ts';

class CountingHost extends MemoryHost {
  readonly asked: string[] = [];
  readonly lists = new Map<string, Uint8Array>();

  override async data(name: string): Promise<Uint8Array> {
    this.asked.push(name);
    const list = this.lists.get(name);
    if (!list) throw new Error('no such file');
    return list;
  }
}

let host: CountingHost;
let lists: WordLists;

beforeEach(() => {
  host = new CountingHost();
  for (const [language, word] of [
    ['en', 'the'],
    ['id', 'yang'],
    ['vi', 'của'],
    ['de', 'und'],
  ] as const)
    host.lists.set(`words/${language}.bin`, packWords(new Map([[word, 5]]), { thorough: false }));
  lists = new WordLists(host);
});

describe('WordLists', () => {
  test('loads the lists of a language and of those always wanted, once each', async () => {
    const [first] = await Promise.all([lists.for('de'), lists.for('de'), lists.for('und')]);
    expect(first?.of('de')?.commonness('und')).toBe(5);
    expect(first?.of('id')?.commonness('yang')).toBe(5);
    expect(host.asked.toSorted()).toEqual(['de', 'en', 'id', 'vi'].map((tag) => `words/${tag}.bin`));
  });

  test('answers at once, and the same, where everything is loaded', async () => {
    const loaded = await lists.for('id');
    expect(lists.for('id')).toBe(loaded);
    expect(lists.for('und')).toBe(loaded);
    expect(loaded.key).not.toBe((await lists.for('de')).key);
  });

  test('knows nothing of a language without a list, and asks for no such file', async () => {
    const lexicon = await lists.for('sw');
    expect(lexicon.of('sw')).toBeUndefined();
    await lists.for('../../secret');
    expect(host.asked.filter((name) => name.includes('sw') || name.includes('secret'))).toEqual([]);
  });

  test('logs a list that is missing or broken, once, and does without it', async () => {
    host.lists.delete('words/en.bin');
    host.lists.set('words/id.bin', new Uint8Array(48));
    const lexicon = await lists.for('vi');
    await lists.for('vi');
    expect(lexicon.of('en')).toBeUndefined();
    expect(lexicon.of('id')).toBeUndefined();
    expect(lexicon.of('vi')?.commonness('của')).toBe(5);
    expect(host.lines).toHaveLength(2);
    expect(host.lines.join('\n')).toMatch(/words\/id\.bin is no word list/);
  });

  test('the list of languages is that of the files which the build writes', () => {
    expect([...LISTED_LANGUAGES].sort()).toEqual([...WORD_LANGUAGES]);
  });
});
