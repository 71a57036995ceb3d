import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorOf } from '../../server/src/core/annotations/create.ts';
import { TextOffsets } from '../../server/src/core/text/offsets.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';
import { AnchorPlaces } from '../../server/src/service/anchorPlaces.ts';

const located = (text: string) => ({ text, offsets: new TextOffsets(text), revision: revisionOf(text) });
const words = fc
  .array(fc.constantFrom('a', 'b', ' ', 'ab ', 'tag'), { maxLength: 12 })
  .map((w) => w.join(''));

test('edits on either side of a tag, however many, leave it on its own words, though they stand elsewhere too', () => {
  const edits = fc.array(
    fc.record({ from: fc.nat(30), length: fc.nat(5), newText: words, after: fc.boolean() }),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(words, words, edits, (left, right, all) => {
      let text = `${left}tag${right}`;
      let start = left.length;
      const anchor = anchorOf({ article: text, range: { start, end: start + 3 }, suffix: '' });
      const places = new AnchorPlaces();
      places.of('s', 'id', anchor, located(text));
      const changes = all.map(({ from, length, newText, after }) => {
        const [low, high] = after ? [start + 3, text.length] : [0, start];
        const at = Math.min(low + from, high);
        const oldEnd = Math.min(at + length, high);
        text = text.slice(0, at) + newText + text.slice(oldEnd);
        if (!after) start += newText.length - (oldEnd - at);
        return { start: at, oldEnd, newEnd: at + newText.length };
      });
      const place = places.after(changes).of('s', 'id', anchor, located(text));
      expect(place).toEqual({ range: { start, end: start + 3 }, status: 'kept' });
    }),
  );
});
