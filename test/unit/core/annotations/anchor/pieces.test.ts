import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CharacterAlignment } from '../../../../../server/src/core/annotations/anchor/alignCharacters.ts';
import { linkRest, linkSureRuns } from '../../../../../server/src/core/annotations/anchor/anchorRuns.ts';
import { Draft } from '../../../../../server/src/core/annotations/anchor/draft.ts';
import { wholeOf } from '../../../../../server/src/core/annotations/anchor/gaps.ts';
import { heaviestChain } from '../../../../../server/src/core/annotations/anchor/heaviestChain.ts';
import { readableView } from '../../../../../server/src/core/annotations/anchor/readableView.ts';
import { BREAK, Tokenizer } from '../../../../../server/src/core/annotations/anchor/tokens.ts';
import {
  ComparedWord,
  wordSimilarity,
} from '../../../../../server/src/core/annotations/anchor/wordSimilarity.ts';
import { finish } from '../../../../../server/src/core/steps.ts';

function draftOf(old: string, text: string): Draft {
  const tokenizer = new Tokenizer();
  const [before, now] = [finish(tokenizer.read(old)), finish(tokenizer.read(text))];
  tokenizer.weigh(before);
  tokenizer.weigh(now);
  return new Draft(tokenizer, before, now);
}

describe('Tokenizer', () => {
  const read = (text: string) => {
    const { starts, ends, breaks } = finish(new Tokenizer().read(text));
    return { words: Array.from(starts, (start, at) => text.slice(start, ends[at])), breaks: [...breaks] };
  };

  it('reads words, signs, and characters of scripts without blanks', () => {
    expect(read('Kata-kata "U.S."… 3,5 kg').words).toEqual([
      'Kata',
      '-',
      'kata',
      '"',
      'U',
      '.',
      'S',
      '.',
      '"',
      '…',
      '3',
      ',',
      '5',
      'kg',
    ]);
    expect(read('Năm\u00a02019年会议ทำ').words).toEqual(['Năm', '2019', '年', '会', '议', 'ท', 'ำ']);
    expect(read('Ka\u00adbul\u200b 👍🏽 \u0007').words).toEqual(['Ka\u00adbul', '👍', '🏽']);
  });

  it('ranks what parts the tokens', () => {
    const { paragraph, sentence, line, blank, glued } = BREAK;
    expect(read('Satu. Dua,\ntiga.\nEmpat').breaks).toEqual([
      paragraph,
      glued,
      sentence,
      glued,
      line,
      glued,
      paragraph,
      paragraph,
    ]);
    expect(read('a b').breaks).toEqual([paragraph, blank, paragraph]);
  });

  it('gives one key to what only looks different', () => {
    const tokenizer = new Tokenizer();
    const keys = (text: string) => [...finish(tokenizer.read(text)).keys];
    expect(keys('“Đà Nẵng’s”—…'.normalize('NFD'))).toEqual(keys('"Đà Nẵng\'s"-...'));
    expect(keys('Ka\u00adbul ﬁne')).toEqual(keys('Kabul fine'));
    expect(keys('Kabul')).not.toEqual(keys('kabul'));
  });
});

describe('heaviestChain', () => {
  it('keeps the most tokens that do not cross, and cuts what overlaps', () => {
    const [a, b, c] = [
      { o: 0, n: 50, length: 9 },
      { o: 20, n: 0, length: 10 },
      { o: 28, n: 9, length: 6 },
    ];
    expect(finish(heaviestChain([a, b, c]))).toEqual([b, { o: 30, n: 11, length: 4 }]);
  });

  it('never crosses', () => {
    const run = fc.record({ o: fc.nat(50), n: fc.nat(50), length: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 20 }), (runs) => {
        let [oldEnd, newEnd] = [0, 0];
        for (const { o, n, length } of finish(heaviestChain(runs))) {
          expect(o).toBeGreaterThanOrEqual(oldEnd);
          expect(n).toBeGreaterThanOrEqual(newEnd);
          [oldEnd, newEnd] = [o + length, n + length];
        }
      }),
    );
  });
});

describe('linkRest', () => {
  it('keeps to its budget, and leaves the rest without links', () => {
    const words = (count: number, step: number) =>
      Array.from({ length: count }, (_, at) => `kata${(at * step) % count}`).join(' ');
    const draft = draftOf(words(3001, 1), words(3001, 1234));
    const budget = { cells: 5000, edits: 100 };
    finish(linkSureRuns(draft, wholeOf(draft), 0));
    finish(linkRest(draft, wholeOf(draft), 0, budget));
    expect(budget.cells).toBeGreaterThanOrEqual(0);
    expect(budget.edits).toBeGreaterThanOrEqual(0);
    expect(draft.to.filter((to) => to < 0).length).toBeGreaterThan(1000);
  });

  it('finds what no unique word shows', () => {
    const row = 'nol nol satu nol satu satu ';
    const draft = draftOf(row.repeat(200), `${row.repeat(100)}dua ${row.repeat(99)}`);
    finish(linkRest(draft, wholeOf(draft), 0, { cells: 1000, edits: 10_000 }));
    expect(draft.to.filter((to) => to >= 0).length).toBeGreaterThan(1100);
  });
});

describe('CharacterAlignment', () => {
  it('follows a cut inside a word', () => {
    expect(new CharacterAlignment('Talibanku', 'Talibanlah').end(7)).toEqual({ at: 7, sure: true });
    expect(new CharacterAlignment('diKabul', 'di Kabul').start(2)).toEqual({ at: 3, sure: true });
    expect(new CharacterAlignment('oni', 'oini').start(2)).toEqual({ at: 3, sure: true });
  });

  it('does not know which of two equal letters is new', () => {
    expect(new CharacterAlignment('onions', 'onioons').start(3).sure).toBe(false);
  });

  it('reads letters with their marks, and Hangul in any form', () => {
    const decomposed = 'Nguyễn'.normalize('NFD');
    expect(new CharacterAlignment('Nguyễn', decomposed).end(5)).toEqual({
      at: decomposed.length - 1,
      sure: true,
    });
    const hangul = '탈레반은'.normalize('NFD');
    expect(new CharacterAlignment('탈레반은', hangul).end(3).at).toBe('탈레반'.normalize('NFD').length);
  });
});

describe('wordSimilarity', () => {
  const similarity = (a: string, b: string) => wordSimilarity(new ComparedWord(a), new ComparedWord(b));

  it('tells a misspelling from another word', () => {
    expect(similarity('Taliban', 'Talibna')).toBeCloseTo(12 / 14);
    expect(similarity('Kabul', 'kabul')).toBeCloseTo(0.99);
    expect(similarity('Taliban', 'Imarah')).toBe(0);
    expect(similarity('x'.repeat(50), `${'x'.repeat(49)}y`)).toBeCloseTo(0.98);
  });
});

describe('readableView', () => {
  it('repairs what the other version has repaired, and nothing else', () => {
    const view = readableView('Le dÃ©bat â€œvifâ€\u009d', 'Le débat “vif”');
    expect(view?.text).toBe('Le débat “vif”');
    expect(Array.from(view?.offsets ?? []).slice(3, 7)).toEqual([3, 4, 6, 7]);
    expect(readableView('Le dÃ©bat', 'Le dÃ©bat')).toBeUndefined();
    expect(readableView('CAFÉ»', 'CAFÉ')).toBeUndefined();
  });
});
