import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHAR_MAPS } from '../../../../server/src/core/checks/mojibake/charmaps.ts';
import { damageOf } from '../../../../server/src/core/checks/mojibake/damage.ts';
import { fixEncoding } from '../../../../server/src/core/checks/mojibake/fixEncoding.ts';
import { traced } from '../../../../server/src/core/checks/mojibake/traced.ts';
import { decodeUtf8 } from '../../../../server/src/core/checks/mojibake/utf8.ts';
import { fixVietnamese } from '../../../../server/src/core/checks/mojibake/vietnamese.ts';
import { Paragraph } from '../../../../server/src/core/text/paragraph.ts';
import { applyReplacements } from '../../../../server/src/core/text/range.ts';
import { misread } from '../../../support/misread.ts';

const page = fc.constantFrom(...CHAR_MAPS.map((map) => map.name));
const words = fc
  .array(
    fc.constantFrom('Cuộc', 'họp', 'café', '“Kami', 'siap”', 'plain', 'Österreich', '–', 'Мэр', '5 €', 'đã'),
    { maxLength: 12 },
  )
  .map((some) => some.join(' '));
const mixed = fc
  .array(fc.tuple(words, page, fc.boolean()), { maxLength: 4 })
  .map((parts) => parts.map(([text, name, spoilt]) => (spoilt ? misread(text, name) : text)).join(' '));
const anything = fc.oneof(mixed, fc.string({ unit: 'binary', maxLength: 80 }));

test('decoding UTF-8 agrees with the platform on every byte string', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      // CESU-8 and the overlong U+0000 are read on purpose.
      fc.pre(!bytes.includes(0xed) && !bytes.includes(0xc0));
      let expected: string | undefined;
      try {
        expected = strict.decode(bytes);
      } catch {}
      expect(decodeUtf8(traced(String.fromCharCode(...bytes)))?.text).toBe(expected);
    }),
    { numRuns: 2_000 },
  );
});

test('what is misread and recognised is repaired to a text that needs no more repair', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const once = fixEncoding(text)?.repaired.text ?? text;
      expect(fixEncoding(once)?.repaired.text ?? once).toBe(once);
    }),
  );
});

test('origins grow with the text and lie in the original', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const repair = fixEncoding(text);
      if (repair === undefined) return;
      const { starts, ends, text: repaired } = repair.repaired;
      expect(starts.length).toBe(repaired.length);
      expect(ends.length).toBe(repaired.length);
      for (const [i, start] of starts.entries()) {
        expect(start).toBeLessThan(ends[i] ?? 0);
        expect(start).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
        expect(ends[i]).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

test('the damaged stretches are apart, in order, and replacing them all gives the repair but for lone controls', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const damages = damageOf(new Paragraph(text));
      for (const [i, damage] of damages.entries()) {
        expect(damage.start).toBeGreaterThanOrEqual(damages[i - 1]?.end ?? 0);
        expect(text.slice(damage.start, damage.end)).toBe(damage.damaged);
      }
      const replaced = applyReplacements(
        text,
        damages.map((damage) => ({ ...damage, newText: damage.decoded })),
      );
      const repaired = (fixEncoding(text) ?? fixVietnamese(text))?.repaired.text ?? text;
      expect(fixEncoding(replaced)?.repaired.text ?? replaced).toBe(repaired);
    }),
  );
});
