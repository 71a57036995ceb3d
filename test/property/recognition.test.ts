import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../server/src/core/entities/entity.ts';
import { buildGazetteer } from '../../server/src/core/entities/gazetteer.ts';
import { buildNearIndex } from '../../server/src/core/entities/near/nearIndex.ts';
import { nearNames } from '../../server/src/core/entities/near/nearNames.ts';
import { namesInParagraph, recogniseMentions } from '../../server/src/core/entities/recognition/recognise.ts';
import { finish } from '../../server/src/core/steps.ts';
import { articleMentions } from '../support/goldEntities.ts';

const word = fc.constantFrom(
  ...'Anna Petrov Ivan Lee Xi Federal Security Service FSB (FSB) (AFP) Москве Путина 中国 ペルー the negara Islam Negara said. to Mr Victoria City al- Assad وروسيا'.split(
    ' ',
  ),
);
const paragraph = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
const article = fc.array(paragraph, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));
const language = fc.constantFrom('en', 'id', 'vi', 'ru', 'ar', 'zh', 'ja', 'es', 'hu', 'de');
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const entities = fc
  .array(
    fc.record({
      type: fc.constantFrom('PER', 'GPE', 'ORG'),
      names: fc.array(name, { minLength: 1, maxLength: 2 }),
      of: language,
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(
      ({ type, names, of }, i): Entity => ({
        id: `e${i}`,
        type,
        name: names[0] ?? '',
        names: new Map([[of, names]]),
        description: new Map([['en', `Of ${names[0]}`]]),
        source: { kind: 'file', uri: 'file:///x', line: i },
      }),
    ),
  );

describe('the mentions of any article', () => {
  it('lie in it, in order, without overlap, with ranked scores from 0 to 1', () => {
    fc.assert(
      fc.property(entities, article, language, (known, text, lang) => {
        let end = 0;
        for (const mention of articleMentions(text, lang, buildGazetteer(known))) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          end = mention.end;
          const scores = [mention, ...mention.alternatives].map(({ score }) => score);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
          expect(Math.max(...scores)).toBeLessThanOrEqual(1);
          expect(Math.min(...scores)).toBeGreaterThan(0);
          const ids = [mention, ...mention.alternatives].map(({ entityId }) => entityId);
          expect(new Set(ids).size).toBe(ids.length);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('do not depend on the order in which entities come', () => {
    fc.assert(
      fc.property(entities, article, language, (known, text, lang) => {
        const one = articleMentions(text, lang, buildGazetteer(known));
        expect(articleMentions(text, lang, buildGazetteer(known.toReversed()))).toEqual(one);
      }),
    );
  });

  it('are the same when a paragraph is added behind that names nobody', () => {
    fc.assert(
      fc.property(entities, article, language, (known, text, lang) => {
        const gazetteer = buildGazetteer(known);
        const more = `${text}\n\nnothing is known of this, and nobody comes.`;
        expect(articleMentions(more, lang, gazetteer)).toEqual(articleMentions(text, lang, gazetteer));
      }),
    );
  });

  it('are names as they were, whatever comes behind', () => {
    fc.assert(
      fc.property(entities, article, article, language, (known, text, more, lang) => {
        const gazetteer = buildGazetteer(known);
        const names = (whole: string) =>
          articleMentions(whole, lang, gazetteer).filter(
            (m) => m.manner !== 'surname' && m.end <= text.length,
          );
        expect(names(`${text}.\n\n${more}`)).toEqual(names(`${text}.`));
      }),
    );
  });
});

describe('work', () => {
  it('of the article’s pass grows with the article, not with its square', () => {
    // Counts what is cut out of the text instead of seconds.
    const cuts = (paragraphs: number) => {
      let count = 0;
      class Counting extends String {
        override slice(start?: number, end?: number): string {
          count++;
          return super.slice(start, end);
        }
      }
      const person: Entity = {
        id: 'p',
        type: 'PER',
        name: 'Ivan Petrov',
        names: new Map(),
        description: new Map(),
        source: { kind: 'built-in' },
      };
      const gazetteer = buildGazetteer([person]);
      const text = 'So Ivan Petrov came, and Petrov left with Anna.';
      const named = Array.from({ length: paragraphs }, (_, i) => ({
        ...namesInParagraph(gazetteer, text, 'en'),
        text: new Counting(text) as unknown as string,
        start: i * 60,
        follows: true,
      }));
      expect(finish(recogniseMentions(named, gazetteer, 'en'))).toHaveLength(2 * paragraphs);
      return count;
    };
    expect(cuts(500)).toBeGreaterThan(500);
    expect(cuts(1000) / cuts(500)).toBeLessThan(2.2);
  });
});

describe('near names', () => {
  it('never are a known name, and do not overlap', () => {
    fc.assert(
      fc.property(entities, paragraph, language, (known, text, lang) => {
        const index = buildNearIndex(known);
        const names = new Set(known.flatMap((e) => [...e.names.values()].flat()).map((n) => n.toLowerCase()));
        let end = 0;
        for (const near of nearNames(text, [], index, lang, () => false)) {
          expect(near.start).toBeGreaterThanOrEqual(end);
          end = near.end;
          expect(names.has(text.slice(near.start, near.end).toLowerCase())).toBe(false);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('find a long name with any letter taken out, doubled or replaced', () => {
    const known = 'Kyrgyzstan';
    const index = buildNearIndex([
      {
        id: 'kg',
        type: 'GPE',
        name: known,
        names: new Map(),
        description: new Map(),
        source: { kind: 'built-in' },
      },
    ]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: known.length - 1 }),
        fc.constantFrom('', '2', 'x', 'swap'),
        (i, how) => {
          const letter = known.charAt(i);
          const instead = how === '2' ? letter + letter : how === 'swap' ? known.charAt(i + 1) + letter : how;
          const rest = known.slice(i + (how === 'swap' ? 2 : 1));
          const damaged = known.slice(0, i) + instead + rest;
          fc.pre(damaged !== known && letter !== known.charAt(i + 1));
          expect(nearNames(damaged, [], index, 'en', () => false)[0]?.name).toBe(known);
        },
      ),
    );
  });
});
