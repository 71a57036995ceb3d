import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts } from '../../server/src/core/annotations/anchor/compareTexts.ts';
import { anchorOf } from '../../server/src/core/annotations/create.ts';
import { TextOffsets } from '../../server/src/core/text/offsets.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import { AnchorPlaces } from '../../server/src/service/anchorPlaces.ts';

const WORDS =
  'menteri presiden kemarin rapat kota banjir warga jalan sekolah pasar hujan kantor partai suara pemilu gubernur ' +
  'anggaran rumah sakit dokter petani nelayan harga beras jembatan polisi hakim saksi korban berita surat kabar pagi';
const word = fc.constantFrom(...WORDS.split(' '));
const sentence = fc
  .array(word, { minLength: 5, maxLength: 12 })
  .map((words) => `${words.join(' ').replace(/^./, (c) => c.toUpperCase())}. `);
const article = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((paragraphs) => paragraphs.map((p) => p.join('').trim()).join('\n\n'));

/** An edit as people make them: words in, words out, a word for another, a sentence in. */
const edit = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('insert', 'delete', 'replace', 'sentence'),
  words: fc.array(word, { minLength: 1, maxLength: 3 }),
});

const located = (text: string) => ({ text, offsets: new TextOffsets(text), revision: revisionOf(text) });

/** The stretches of the words of a text. */
function wordsOf(text: string) {
  return [...text.matchAll(/\p{L}+/gu)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

test('tags that moved with edits are, once the article is opened anew, where they were or for review', () => {
  let [certain, same] = [0, 0];
  fc.assert(
    fc.property(article, fc.array(edit, { minLength: 1, maxLength: 5 }), (old, edits) => {
      const anchors = wordsOf(old)
        .filter((_, i) => i % 3 === 0)
        .map((range) => anchorOf({ article: old, range, suffix: '' }));
      let places = new AnchorPlaces();
      anchors.forEach((anchor, i) => void places.of('s', `${i}`, anchor, located(old)));
      let text = old;
      for (const { at, kind, words } of edits) {
        const all = wordsOf(text);
        const chosen = all[at % Math.max(1, all.length)] ?? { start: 0, end: 0 };
        const inserted = kind === 'sentence' ? `${words.join(' ')}. ` : `${words.join(' ')} `;
        const start = chosen.start;
        const oldEnd = kind === 'insert' || kind === 'sentence' ? start : chosen.end;
        const newText = kind === 'delete' ? '' : kind === 'replace' ? words.join(' ') : inserted;
        text = text.slice(0, start) + newText + text.slice(oldEnd);
        places = places.after([{ start, oldEnd, newEnd: start + newText.length }]);
      }
      const now = located(text);
      const comparison = compareTexts(old, text);
      for (const [i, anchor] of anchors.entries()) {
        const live = places.of('s', `${i}`, anchor, now);
        const reopened = comparison.locate(anchor);
        if (live?.status === 'kept' || live?.status === 'moved') {
          certain++;
          if (reopened.status === 'kept' || reopened.status === 'moved') {
            expect(reopened.range).toEqual(live.range);
            same++;
          }
        } else if (!live) {
          expect(['orphan', 'review', 'moved']).toContain(reopened.status);
        }
      }
    }),
    { numRuns: 300, seed: 7 },
  );
  expect(same / certain).toBeGreaterThan(0.9);
});
