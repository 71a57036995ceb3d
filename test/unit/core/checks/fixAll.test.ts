import { describe, expect, it, test } from 'vitest';
import { CATALOGUE } from '../../../../server/src/core/checks/catalogue.ts';
import { checkArticle, ruleSet } from '../../../../server/src/core/checks/check.ts';
import type { Finding, Fix } from '../../../../server/src/core/checks/finding.ts';
import { jointFix } from '../../../../server/src/core/checks/fixAll.ts';
import { msg } from '../../../../server/src/core/message.ts';
import { ParagraphCache, splitArticle } from '../../../../server/src/core/text/article.ts';
import { applyReplacements } from '../../../../server/src/core/text/range.ts';
import { unmarked } from '../../../support/examples.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

function fix(certain: boolean, ...edits: [number, number, string][]): Fix {
  return {
    title: msg('…'),
    edits: edits.map(([start, end, newText]) => ({ start, end, newText })),
    certain,
  };
}

function finding(start: number, end: number, ...fixes: Fix[]): Finding {
  return { start, end, rule: 'a/b', severity: 'error', message: msg('…'), why: msg('…'), fixes };
}

describe('the repair of many findings', () => {
  it('takes the first repair of each finding, where that is certain', () => {
    const all = [
      finding(0, 2, fix(true, [0, 1, 'X'])),
      finding(3, 5, fix(false, [3, 4, 'X'])),
      finding(6, 8, fix(false, [6, 7, 'X']), fix(true, [6, 7, 'Y'])),
      finding(9, 10),
    ];
    const { edits, fixed, left } = jointFix(all);
    expect(applyReplacements('abcdefghij', edits)).toBe('Xbcdefghij');
    expect([fixed, left]).toEqual([[all[0]], 0]);
  });

  it('takes the left one of two that touch the same text, and leaves the other for the next time', () => {
    const outer = finding(0, 9, fix(true, [8, 9, '']));
    const inner = finding(2, 4, fix(true, [2, 3, 'X']));
    expect(jointFix([outer, inner])).toMatchObject({ fixed: [outer], left: 1 });
    const insertion = finding(4, 4, fix(true, [4, 4, ' ']));
    expect(jointFix([finding(2, 4, fix(true, [2, 4, 'X'])), insertion])).toMatchObject({ left: 1 });
    const beside = finding(4, 6, fix(true, [4, 6, 'Y']));
    expect(jointFix([inner, beside])).toMatchObject({ left: 0 });
  });

  it('leaves alone what dismissed findings would change, also where those overlap', () => {
    const inside = finding(4, 5, fix(true, [4, 5, 'X']));
    const outside = finding(9, 10, fix(true, [9, 10, 'X']));
    const dismissed = [
      finding(0, 8, fix(true, [0, 1, 'Y'])),
      finding(6, 9, fix(true, [6, 7, 'Y'])),
      finding(0, 10),
    ];
    expect(jointFix([inside, outside], dismissed)).toMatchObject({ fixed: [outside], left: 1 });
  });

  it('sees what an earlier finding changes further right', () => {
    const pair = finding(0, 1, fix(true, [0, 1, '“'], [8, 9, '”']));
    const between = finding(3, 5, fix(true, [3, 5, 'XX']));
    const onSecond = finding(8, 9, fix(true, [8, 9, '']));
    const { edits, left } = jointFix([pair, between, onSecond]);
    expect(applyReplacements('"bcdefgh"', edits)).toBe('“bcXXfgh”');
    expect(left).toBe(1);
  });
});

/** The text after as many rounds as it takes, and how many those are. */
function repaired(text: string, language: string): { text: string; rounds: number } {
  const set = ruleSet(CATALOGUE, () => 'default', 'fix all');
  for (let rounds = 0; ; rounds++) {
    const steps = checkArticle(text, splitArticle(text, new ParagraphCache()), set, ruleContext(language));
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { edits } = jointFix(step.value);
    if (edits.length === 0 || rounds > 9) return { text, rounds };
    text = applyReplacements(text, edits);
  }
}

test('repairs of all rules together come to an end, on the examples of every rule', () => {
  for (const { examples } of CATALOGUE) {
    for (const { text, language } of [...examples.bad, ...examples.good]) {
      const { rounds } = repaired(unmarked(text).text, language);
      expect(rounds, text).toBeLessThan(5);
    }
  }
});

test('an article with damage of many kinds is repaired, and what is a guess is left', () => {
  const damaged =
    'Wali kota menerima warga di di kantornya.Ia berkata , "harga  beras naik” dariBBCpada pagi.\nRombongan tiba dari Kazakhtsan dengan b\u200beras.';
  expect(repaired(damaged, 'id').text).toBe(
    'Wali kota menerima warga di kantornya. Ia berkata, “harga beras naik” dari BBC pada pagi.\nRombongan tiba dari Kazakhtsan dengan beras.',
  );
});
