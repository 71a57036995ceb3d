import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brat } from '../../server/src/core/formats/brat.ts';
import { placeRead } from '../../server/src/core/formats/offsets/placeRead.ts';
import { yedda } from '../../server/src/core/formats/yedda.ts';
import { readDataset } from '../property/core/formats/roundTrip.ts';
import { bytesOf, notFetched, peerPath } from '../support/peerFiles.ts';

const folder = peerPath('jiesutd/YEDDA', 'demotext');
const skipped = folder ? '' : `: ${notFetched('jiesutd/YEDDA')}`;

describe.skipIf(skipped)(`YEDDA's files${skipped}`, () => {
  it.each([
    ['UserA.ann', 324, 0, 'one of five annotators, Chinese with blanks between words'],
    ['UserB.ann', 348, 0, 'the second, with a tag inside another'],
    ['UserC.ann', 326, 0, 'the third, with CRLF'],
    ['UserD.ann', 479, 0, 'the fourth'],
    ['UserE.ann', 470, 0, 'the fifth, with a tag inside another'],
    ['ChineseDemo.ann', 324, 0, 'the same text'],
    ['ChineseDemo.txt.ann', 16, 2, 'suggestions'],
    ['EnglishDemo.txt.ann', 48, 7, 'suggestions'],
    ['EnglishDemo1.txt.ann', 58, 24, 'suggestions, one tag inside another'],
    ['Jie_resumeSample.txt.ann', 749, 10, 'many tags'],
  ])('%s: %d tags, %d suggestions; %s', async (file, tags, suggestions) => {
    const bytes = bytesOf(`${folder}/${file}`);
    const { articles, problems } = await readDataset(yedda, new Map([[file, bytes]]));
    expect(problems.map((p) => [p.code, p.message.args[0]])).toEqual(
      suggestions > 0 ? [['yedda/suggestions', suggestions]] : [],
    );
    const [article] = articles;
    if (!article) throw new Error('no article');
    expect([article.name, article.spans.length]).toEqual([file.replace(/(\.txt)?\.ann$/, '.txt'), tags]);
    expect(article.text).not.toMatch(/\[[@$]|\*\]/);
    // Every tag's words, taken from the file by an expression of its own where nothing is nested.
    const raw = Buffer.from(bytes).toString().replaceAll('\r\n', '\n');
    const flat = [...raw.matchAll(/\[@([^[\]#*]*)#([^#*[\]\n]+)\*\]/g)].map(
      ([, words, label]) => `${label}: ${words}`,
    );
    const read = placeRead(article).articles[0]?.spans.map(
      (s) => `${s.label}: ${article.text?.slice(s.start, s.end)}`,
    );
    expect(flat.length).toBeGreaterThan(tags * 0.9);
    expect(read).toEqual(expect.arrayContaining(flat));
    expect(brat.recognise(file, raw.slice(0, 4096))).toBe(0);
    expect(yedda.recognise(file, raw.slice(0, 4096))).toBe(0.95);
  });

  it('EnglishDemo.txt: what is left without the tags begins with the text', async () => {
    const bytes = bytesOf(`${folder}/EnglishDemo.txt.ann`);
    const { articles } = await readDataset(yedda, new Map([['EnglishDemo.txt.ann', bytes]]));
    const text = readFileSync(`${folder}/EnglishDemo.txt`, 'utf8').trim();
    expect(articles[0]?.text?.trimStart().startsWith(text)).toBe(true);
  });
});
