import { expect, it } from 'vitest';
import { yedda } from '../../../../server/src/core/formats/yedda.ts';
import { readDataset } from '../../../property/core/formats/roundTrip.ts';

async function read(marked: string) {
  const { articles, problems } = await readDataset(
    yedda,
    new Map([['x.txt.ann', new Uint8Array(Buffer.from(marked))]]),
  );
  const [article] = articles;
  const spans = article?.spans.map((s) => [s.label, s.parts[0]?.start, s.parts[0]?.end, s.line]);
  return { name: article?.name, text: article?.text, spans, problems: problems.map((p) => [p.code, p.line]) };
}

it('reads marks, also inside each other, and words that only look like them', async () => {
  expect(await read('Di [@Pasar [@Johar#Place*]#Market*],\r\n#1 [dua] *] dan [@Bandung#LOC*].')).toEqual({
    name: 'x.txt',
    text: 'Di Pasar Johar,\n#1 [dua] *] dan Bandung.',
    spans: [
      ['Place', 9, 14, 1],
      ['Market', 3, 14, 1],
      ['LOC', 32, 39, 2],
    ],
    problems: [],
  });
});

it('leaves suggestions out and says so, and what is never closed', async () => {
  expect(await read('[$Johar#Place*] dan\n[@Bandung')).toEqual({
    name: 'x.txt',
    text: 'Johar dan\nBandung',
    spans: [],
    problems: [
      ['yedda/no-close', 2],
      ['yedda/suggestions', undefined],
    ],
  });
  expect((await read('kata #b*] kata')).text).toBe('kata #b*] kata');
});
