import { describe, expect, it } from 'vitest';
import { Detective } from '../../../../../server/src/core/formats/offsets/detective.ts';
import { placeRead } from '../../../../../server/src/core/formats/offsets/placeRead.ts';
import type {
  OffsetUnit,
  ReadArticle,
  ReadPart,
} from '../../../../../server/src/core/formats/readArticle.ts';
import { formatMessage } from '../../../../../server/src/core/message.ts';

type Mark = readonly [start: number, end: number, quote?: string];

function read(text: string, marks: readonly Mark[], unit: OffsetUnit = 'codePoint', line = 1): ReadArticle {
  return {
    text,
    textIs: 'given',
    unit,
    line,
    relations: [],
    documentLabels: [],
    spans: marks.map(([start, end, quote], i) => ({
      id: `s${i}`,
      label: 'PER',
      line: line + i,
      attributes: new Map(),
      parts: [part(start, end, quote)],
    })),
  };
}

function part(start: number, end: number, quote: string | undefined): ReadPart {
  return quote === undefined ? { start, end } : { start, end, quote };
}

function found(article: ReadArticle, text?: string) {
  const placed = placeRead(article, text);
  return {
    words: placed.articles.flatMap((a) => a.spans.map((s) => `${s.start}:${a.text.slice(s.start, s.end)}`)),
    unsure: placed.unsure.map((u) => `${u.line} ${u.doubt.code}: ${formatMessage(u.doubt.message)}`),
    lost: placed.lost.map((l) => `${l.line} ${l.doubt.code}: ${formatMessage(l.doubt.message)}`),
    basis: placed.detection.basis,
  };
}

function told(articles: readonly ReadArticle[]): string {
  const detective = new Detective();
  for (const article of articles) detective.add(article, placeRead(article).detection);
  return detective
    .verdict('brat')
    .report.map((m) => formatMessage(m))
    .join(' ');
}

/** The line and the sentence about what a person has to decide, or nothing. */
function undecided(articles: readonly ReadArticle[]): string {
  const detective = new Detective();
  for (const article of articles) detective.add(article, placeRead(article).detection);
  const found = detective.verdict('brat').undecided;
  return found ? `${found.line} ${formatMessage(found.message)}` : '';
}

describe('one article', () => {
  it('is read as its quotes count, whatever the format says', () => {
    expect(found(read('😀 Ani', [[3, 6, 'Ani']])).words).toEqual(['3:Ani']);
    expect(found(read('Bà Ani', [[4, 7, 'Ani']], 'byte')).words).toEqual(['3:Ani']);
    expect(found(read('Bà Ani', [[3, 6, 'Ani']], 'byte')).words).toEqual(['3:Ani']);
  });

  it('takes blanks for line ends, and runs of them for one', () => {
    expect(found(read('Ani\nAna', [[0, 7, 'Ani Ana']]))).toMatchObject({ unsure: [], words: ['0:Ani\nAna'] });
    expect(found(read('Ani \n Ana', [[0, 9, 'Ani Ana']]))).toMatchObject({ unsure: [] });
    expect(found(read('Ani\nAna', [[0, 7, 'AniAna']])).lost).toHaveLength(1);
  });

  it('puts words that do not stand where they should where they stand, and says so', () => {
    expect(
      found(
        read('Ani dan Budi dan Ani.', [
          [0, 3, 'Ani'],
          [9, 13, 'Budi'],
          [14, 17, 'Ani'],
        ]),
      ),
    ).toEqual({
      basis: 'best',
      words: ['0:Ani', '8:Budi', '17:Ani'],
      unsure: [
        '2 requoted: “Budi” does not stand at 9–13. It stands once in the text, and was put there.',
        '3 requoted: “Ani” does not stand at 14–17. It stands 2 times in the text; the nearest place was taken.',
      ],
      lost: [],
    });
  });

  it('prefers a unique quote to a place that contradicts it', () => {
    const text = `Ani pergi. ${'Dan lalu. '.repeat(20)}`;
    expect(found(read(text, [[0, 150, 'Ani pergi.']])).words).toEqual(['0:Ani pergi.']);
  });

  it('lists what is nowhere, and what hangs on it', () => {
    const article: ReadArticle = {
      ...read('Ani', [
        [0, 3, 'Ani'],
        [0, 4, 'Budi'],
      ]),
      relations: [
        { id: 'r0', label: 'knows', from: 's0', to: 's1', line: 7, attributes: new Map() },
        { id: 'r1', label: 'why', from: 's0', to: 'r0', line: 8, attributes: new Map() },
      ],
    };
    expect(found(article).lost).toEqual([
      '2 no-words: Its words, “Budi”, stand nowhere in the text.',
      '7 end: What it links is not there: s1.',
      '8 end: What it links is not there: r0.',
    ]);
    expect(placeRead(article).articles[0]?.relations).toEqual([]);
  });

  it('does not trust a place without words beside places that were wrong', () => {
    const { unsure } = found(
      read('Ani dan Budi', [
        [0, 3, 'Ani'],
        [2, 6, 'Budi'],
        [4, 7],
      ]),
    );
    expect(unsure.map((u) => u.split(':')[0])).toEqual(['2 requoted', '3 unproven']);
  });

  it('has nothing outside the text', () => {
    expect(
      found(
        read('Ani', [
          [1, 9],
          [3, 2],
          [3, 3],
        ]),
      ),
    ).toMatchObject({
      words: ['3:'],
      lost: ['1 outside: It ends at 9, and the text ends before that.', '2 order: It ends before it begins.'],
    });
  });

  it('finds its words in another version of the text, as the editor does', () => {
    const old = 'Presiden Ani datang ke Jakarta pada hari Senin untuk rapat.';
    const text = 'Kemarin Presiden Ani datang ke kota Jakarta untuk rapat.';
    const result = found(
      read(old, [
        [9, 12, 'Ani'],
        [23, 30, 'Jakarta'],
        [36, 46, 'hari Senin'],
      ]),
      text,
    );
    expect(result.words).toEqual(['17:Ani', '36:Jakarta']);
    expect(result.lost).toEqual(['3 gone: The article does not have these words: “hari Senin”.']);
  });
});

describe('a whole file', () => {
  it('says that all ways of counting are the same in plain letters', () => {
    expect(told([read('Ani dan', [[0, 3, 'Ani']])])).toBe(
      'Offsets count code points: 1 of 1 quotes fit. Code points, UTF-16 units and bytes are all the same here.',
    );
  });

  it('says which one fitted, and that the format says otherwise', () => {
    expect(told([read('Ani', [[0, 3, 'Ani']]), read('😀 Ani', [[3, 6, 'Ani']], 'codePoint', 9)])).toBe(
      'Offsets count UTF-16 units: 2 of 2 quotes fit. brat as such counts otherwise; the words of this file decide.',
    );
    expect(told([read('à Ani', [[2, 5, 'Ani']])])).toBe(
      'Offsets count code points: 1 of 1 quotes fit. UTF-16 units are the same here.',
    );
    expect(told([read('\nBà Ani', [[6, 9, 'Ani']], 'byte'), read('\n\nBà', [[4, 7, 'Bà']], 'byte')])).toBe(
      'Offsets count bytes: 2 of 2 quotes fit. Every line end counts twice, as CRLF.',
    );
  });

  it('says what there is to go by without quotes', () => {
    expect(
      told([
        read('😀 Ani dan Budi', [
          [2, 5],
          [10, 14],
        ]),
      ]),
    ).toBe(
      'The file has no quotes to check offsets by. They are read as code points, as brat has them. Of 4 beginnings and ends, so many lie inside a word: 0 as code points, 2 as UTF-16 units, 3 as bytes.',
    );
  });

  it('leaves it to a person where another way of counting cuts fewer words', () => {
    const marks: Mark[] = [
      [0, 4],
      [11, 14],
      [18, 23],
    ];
    const text = 'Anna met 😀 Lin in Hanoi.';
    expect(undecided([read('Ibu Ani', [[4, 7]], 'utf16'), read(text, marks, 'utf16', 2)])).toMatch(
      /^2 .* of 8 beginnings and ends 2 lie inside a word or outside the text as UTF-16, which brat has, but only 0 as code points\. Say --offsets codePoint if .* or --offsets utf16 if/,
    );
    expect(undecided([read(text, marks)])).toBe('');
    expect(undecided([{ ...read(text, marks, 'utf16'), unitIs: 'stated' }])).toBe('');
    // Parts of words are tagged as well, and no way of counting leaves all of them whole.
    expect(undecided([read(`${text} ${'Budinya '.repeat(3)}`, [...marks, [25, 29]], 'codePoint')])).toBe('');
    // Behind the end of the text there is no word either.
    expect(undecided([read('😀😀 Ani', [[9, 12]])])).toContain('--offsets byte');
    // Nobody can see where a word ends here.
    expect(undecided([read('😀中文中文', [[3, 5]], 'utf16')])).toBe('');
    const chosen = new Detective();
    chosen.add(read(text, marks, 'utf16'), placeRead(read(text, marks), text, { unit: 'utf16' }).detection);
    expect(chosen.verdict('brat').undecided).toBeUndefined();
  });

  it('names the places of two ways of counting, in one article or in two', () => {
    const one = read(
      '😀 Ani dan Budi',
      [
        [2, 5, 'Ani'],
        [11, 15, 'Budi'],
      ],
      'codePoint',
      4,
    );
    expect(told([one])).toContain('at line 4 code points, at line 5 UTF-16.');
    const two = [
      read('😀 Ani', [[2, 5, 'Ani']], 'codePoint', 1),
      read('😀 Ani', [[3, 6, 'Ani']], 'codePoint', 2),
    ];
    expect(told(two)).toContain('at line 1 code points, at line 2 UTF-16.');
  });
});
