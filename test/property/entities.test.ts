import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../server/src/core/entities/entity.ts';
import { readEntityFile } from '../../server/src/core/entities/entityFile.ts';
import { foldName } from '../../server/src/core/entities/fold.ts';
import { buildGazetteer } from '../../server/src/core/entities/gazetteer.ts';
import { comparable } from '../../server/src/core/entities/nameForm.ts';
import { mentionsIn } from '../../server/src/core/entities/recognition/recognise.ts';
import { entity } from '../unit/core/entities/entities.ts';

const WORDS = [
  'Alba',
  'Borduria',
  'Đồng',
  'Éclair',
  'Khemed',
  'Nuevo',
  'Rico',
  'Syldavia',
  'St',
  'Żubr',
  'Россия',
  '中国',
];
const word = fc.constantFrom(...WORDS);
const gap = fc.constantFrom(' ', '-', '\u00a0', '\n', '  ', ', ', '. ', '', ' và ');
const name = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '-', '. ')), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map(([w, g], i) => (i === parts.length - 1 ? w : w + g)).join(''));
const entities: fc.Arbitrary<Entity[]> = fc
  .array(fc.tuple(fc.array(name, { minLength: 1, maxLength: 3 }), fc.constantFrom('en', 'vi', 'fr')), {
    maxLength: 6,
  })
  .map((list) => list.map(([names, language], i) => entity(`e${i}`, { [language]: names })));
const text = fc.oneof(
  fc
    .array(fc.tuple(fc.oneof(word, name, fc.constantFrom('and', 'the', '👍', '\ud800')), gap))
    .map((p) => p.flat().join('')),
  fc.string({ unit: 'binary' }),
);
const language = fc.constantFrom('en', 'vi', 'fr', 'id', 'und');
const folded = (s: string) => comparable(s).toLowerCase().normalize('NFC');
const plain = (s: string) => folded(s).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

describe('mentions of any names in any text', () => {
  it('lie in the text, in order, without overlap', () => {
    fc.assert(
      fc.property(entities, text, language, (known, where, lang) => {
        let from = 0;
        for (const mention of mentionsIn(buildGazetteer(known), where, lang)) {
          expect(mention.start).toBeGreaterThanOrEqual(from);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.score).toBeGreaterThan(0);
          expect(mention.score).toBeLessThanOrEqual(1);
          from = mention.end;
        }
        expect(from).toBeLessThanOrEqual(where.length);
      }),
    );
  });

  it('are names of their entity, but for letter case, blanks and diacritics', () => {
    fc.assert(
      fc.property(entities, text, language, (known, where, lang) => {
        const gazetteer = buildGazetteer(known);
        for (const mention of mentionsIn(gazetteer, where, lang)) {
          const slice = where.slice(mention.start, mention.end);
          const names = [...(gazetteer.entity(mention.entityId)?.names.values() ?? [])].flat();
          expect(names.map(plain)).toContain(plain(slice));
          if (lang === 'vi' && names.every((n) => known.some((e) => e.names.get('vi')?.includes(n)))) {
            expect(names.map(folded)).toContain(folded(slice));
          }
        }
      }),
    );
  });

  it('are the same when a name is added that the text does not hold', () => {
    fc.assert(
      fc.property(entities, text, language, (known, where, lang) => {
        const more = [...known, entity('more', { en: ['Zzyzx', 'Zzyzx Road'] })];
        expect(mentionsIn(buildGazetteer(more), where, lang)).toEqual(
          mentionsIn(buildGazetteer(known), where, lang),
        );
      }),
    );
  });

  it('do not depend on the order in which entities come, but for equals', () => {
    fc.assert(
      fc.property(entities, text, language, (known, where, lang) => {
        const spans = (list: Entity[]) =>
          mentionsIn(buildGazetteer(list), where, lang).map((m) => [m.start, m.end]);
        expect(spans(known.toReversed())).toEqual(spans(known));
      }),
    );
  });

  it('hold every name that stands between words that are none', () => {
    const long = fc.constantFrom(
      'Borduria',
      'Khemed City',
      'Syldavia-Nord',
      'St. Żubr',
      'Éclair du Nord',
      'Đồng Nai',
    );
    fc.assert(
      fc.property(fc.array(long, { minLength: 1 }), fc.constantFrom('en', 'vi', 'de'), (names, lang) => {
        const gazetteer = buildGazetteer(names.map((n) => entity(n, { en: [n] })));
        const where = `so ${names.join(' so ')} so`;
        expect(mentionsIn(gazetteer, where, lang).map((m) => where.slice(m.start, m.end))).toEqual(names);
      }),
    );
  });

  it('can be looked up', () => {
    fc.assert(
      fc.property(entities, (known) => {
        const gazetteer = buildGazetteer(known);
        for (const one of known) {
          for (const n of [...one.names.values()].flat()) {
            if (foldName(n).length < 2) continue;
            expect(gazetteer.lookup(n.toUpperCase()).map((e) => e.id)).toContain(one.id);
          }
        }
      }),
    );
  });
});

describe('work', () => {
  it('grows with the text, not with the square of it', () => {
    // Counts looks at the text instead of seconds.
    const looks = (length: number) => {
      let count = 0;
      class Counting extends String {
        override charCodeAt(index: number): number {
          count++;
          return super.charCodeAt(index);
        }
      }
      const gazetteer = buildGazetteer([entity('a', { en: [`The ${'the '.repeat(14)}End`, 'The The'] })]);
      mentionsIn(gazetteer, new Counting('The '.repeat(length)) as unknown as string, 'en');
      return count;
    };
    expect(looks(1000)).toBeGreaterThan(4000);
    expect(looks(2000) / looks(1000)).toBeLessThan(2.2);
  });
});

describe('entity files', () => {
  it('are read without throwing, whatever they hold', () => {
    const line = fc.oneof(
      fc.json(),
      fc.string(),
      fc.object().map((o) => JSON.stringify({ id: 'x', type: 'PER', name: 'X Y', names: o })),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const content = lines.join('\n');
        const { entities: read, problems } = readEntityFile(content, 'file:///x');
        for (const problem of problems) expect(problem.end).toBeLessThanOrEqual(content.length);
        expect(() => mentionsIn(buildGazetteer(read), content, 'en')).not.toThrow();
      }),
    );
  });
});
