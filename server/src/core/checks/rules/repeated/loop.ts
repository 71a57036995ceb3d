import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { Token } from '../../../text/tokens.ts';
import type { Observation, Severity } from '../../finding.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';
import { doublingOf, SOUNDS } from './doubling.ts';
import { isParted, type Period, periodsOf } from './periods.ts';

const FEWEST = 3;
/** So often nobody repeats a phrase on purpose: “Location, location, location” has three. */
const FEWEST_OF_A_CRY = 5;
/** The parts of a word that may come three times inside it, in UTF-16 units; two letters are laughter (hahaha). */
const SHORTEST_PART = 3;
const LONGEST_PART = 20;
const LETTERS = /\p{L}{2}/u;

export const loop: ParagraphRule = {
  code: 'repeated/loop',
  title: 'Loop',
  description:
    'A word, a part of a word or a phrase three times or more in a row, as a machine that got stuck writes.',
  group: 'garbled',
  severity: 'error',
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Reaktor itu memakai [[uranium-uranium-uranium-uranium]] lama.',
        fixed: 'Reaktor itu memakai uranium lama.',
      },
      {
        language: 'en',
        text: 'The ferry [[left the harbour left the harbour left the harbour]] at noon.',
        fixed: 'The ferry left the harbour at noon.',
      },
      {
        language: 'en',
        text: 'She painted the door [[BlueBlueBlueBlue]].',
        fixed: 'She painted the door Blue.',
      },
      { language: 'vi', text: 'Cây cầu [[của của của]] xã.', fixed: 'Cây cầu của xã.' },
      { language: 'en', text: 'He said: [[location, location, location]].', note: 'a hint: a saying' },
    ],
    good: [
      { language: 'tr', text: 'Ekipler hep birlikte ilerlerler.', note: 'a root and two suffixes' },
      { language: 'en', text: 'Ha ha ha! No, no, no. He sang la la la and blahblahblah.', note: 'sounds' },
      { language: 'id', text: 'Kupu-kupu itu terbang. Skornya 1-1-1-1.' },
      { language: 'en', text: 'One by one they came, day after day.' },
    ],
  },
  scope: 'paragraph',
  check(paragraph, context) {
    const { tokens } = paragraph;
    const found: Observation[] = [];
    for (const period of periodsOf(paragraph)) {
      const observation = overTokens(tokens, period, context);
      if (observation !== undefined) found.push(observation);
    }
    insideWords(paragraph, context.language, found);
    return found;
  },
};

function overTokens(tokens: readonly Token[], period: Period, context: RuleContext): Observation | undefined {
  const unit = tokens.slice(period.first, period.first + period.unit);
  const marks = unit.filter((token) => token.kind === 'mark');
  // The mark after the last word is the sentence's own: `a, a, a.`
  const times = Math.floor((period.length + (unit[0]?.kind === 'mark' ? 0 : marks.length)) / period.unit);
  const words = unit.filter((token) => token.kind === 'word' && LETTERS.test(token.text));
  const [word] = words;
  const first = unit[0];
  if (times < FEWEST || word === undefined || first === undefined) return undefined;
  if (words.every(({ text }) => SOUNDS.has(text.toLowerCase()))) return undefined;
  const joined = marks.every(({ text }) => text === '-');
  const lastOfUnit = unit.findLast((token) => token.kind !== 'mark') ?? word;
  const stretch = tokens.slice(period.first, period.first + period.length);
  const last = stretch.findLast((token) => token.kind !== 'mark') ?? word;
  if (context.accepts(last.text)) return undefined;
  const single = words.length === 1 && unit.length === marks.length + 1;
  const parted = !joined && isParted(unit);
  const certain =
    times >= FEWEST_OF_A_CRY ||
    (!parted && (!single || marks.length > 0 || times > FEWEST || isDamage(word, context)));
  return observed(first.start, last.end, lastOfUnit.end, times, certain ? 'error' : 'hint', certain);
}

/** One word that is not said three times for effect, as “never never never” is. */
function isDamage({ text }: Token, { language }: RuleContext): boolean {
  const doubling = doublingOf(language);
  return 'only' in doubling ? doubling.only.has(text) : /^\p{Ll}/u.test(text) && !doubling.except.has(text);
}

/** Suffixes that a word may take after a root that ends alike: Turkish `ilerlerler`, they advance. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  tr: ['ler', 'lar'],
  az: ['lər', 'lar'],
  uz: ['lar'],
  kk: ['лар', 'лер'],
};

function insideWords({ tokens }: Paragraph, language: string, into: Observation[]): void {
  for (const token of tokens) {
    const offset = token.start;
    // Most words end here.
    if (token.end - offset < FEWEST * SHORTEST_PART || token.kind !== 'word') continue;
    const { text } = token;
    const found = loopInside(text);
    if (found === undefined) continue;
    const { start, end, part } = found;
    const sign = text.slice(start, start + part).toLowerCase();
    // A single letter that is held long, and sounds, are other things.
    if (SOUNDS.has(sign) || new Set(sign).size === 1 || SUFFIXES[language]?.includes(sign)) continue;
    const times = Math.floor((end - start) / part);
    into.push(
      observed(offset + start, offset + start + times * part, offset + start + part, times, 'error', false),
    );
  }
}

/** The first loop of the shortest part inside a word. */
function loopInside(text: string): { start: number; end: number; part: number } | undefined {
  const longest = Math.min(LONGEST_PART, Math.floor(text.length / FEWEST));
  for (let part = SHORTEST_PART; part <= longest; part++) {
    const fewestEqual = (FEWEST - 1) * part;
    const equal = (i: number) => text.charCodeAt(i) === text.charCodeAt(i - part);
    // So many equal units in a row cannot lie between two of these places.
    for (let i = part + fewestEqual - 1; i < text.length; i += fewestEqual) {
      if (!equal(i)) continue;
      let first = i;
      let end = i + 1;
      while (first > part && equal(first - 1)) first--;
      while (end < text.length && equal(end)) end++;
      if (end - first >= fewestEqual) return { start: first - part, end, part };
    }
  }
  return undefined;
}

function observed(
  start: number,
  end: number,
  keepUntil: number,
  times: number,
  severity: Severity,
  // Of a part of a word nobody knows how often it belongs there.
  keepsOne: boolean,
): Observation {
  return {
    start,
    end,
    severity,
    message: msg('The same text stands here {0} times in a row. Keep one, or delete all.', times),
    why: msg('It repeats without a change, {0} times.', times),
    fixes: [
      {
        title: msg('Keep one'),
        edits: [{ start: keepUntil, end, newText: '' }],
        certain: keepsOne,
      },
    ],
  };
}
