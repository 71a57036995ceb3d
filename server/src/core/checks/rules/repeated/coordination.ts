import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { Token } from '../../../text/tokens.ts';
import type { Observation, Severity } from '../../finding.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';
import { conjunctionsOf } from './conjunctions.ts';
import { SOUNDS } from './doubling.ts';

/** The longest part on either side that is compared, in tokens. */
const LONGEST = 6;
/** `X and X` is how people say “very” and “for long” (`more and more`, `ran and ran`), with one or two words. */
const FEWEST_OF_AND = 3;
/** No conjunction is longer; longer words have no bit. */
const MOST_BITS = 30;
const CLAUSE_END = /^[.,;:!?…)”"»]$/;

export const coordination: ParagraphRule = {
  code: 'repeated/coordination',
  title: 'Same words joined by “and” or “or”',
  description: 'A conjunction between two equal halves: `opt-out or opt-out`.',
  group: 'garbled',
  severity: 'warning',
  examples: {
    bad: [
      {
        language: 'en',
        text: 'Farmers may choose [[drip-feed or drip-feed]].',
        fixed: 'Farmers may choose drip-feed.',
      },
      {
        language: 'id',
        text: 'Warga boleh memilih [[uang tunai atau uang tunai]].',
        fixed: 'Warga boleh memilih uang tunai.',
      },
      {
        language: 'vi',
        text: 'Họ bán [[gạo nếp hoặc gạo nếp]], tùy mùa.',
        fixed: 'Họ bán gạo nếp, tùy mùa.',
      },
      {
        language: 'en',
        text: 'The plan was praised by [[the old fishermen and the old fishermen]].',
        fixed: 'The plan was praised by the old fishermen.',
      },
      { language: 'id', text: 'Ia datang [[lebih dulu atau lebih dulu]].', fixed: 'Ia datang lebih dulu.' },
      { language: 'en', text: 'It was [[painted and painted]] last year.', note: 'a hint: it may be meant' },
    ],
    good: [
      { language: 'en', text: 'More and more people came, again and again. It is now or never.' },
      {
        language: 'en',
        text: 'Johnson and Johnson sell it in ones and ones.',
        note: 'names and short words',
      },
      { language: 'id', text: 'Ia terus dan terus berjalan, 3 atau 3 kali.' },
    ],
  },
  scope: 'paragraph',
  *check(paragraph, context) {
    const conjunctions = conjunctionsOf(context.language);
    if (conjunctions === undefined) return;
    const { text, tokens } = paragraph;
    const { firsts, lengths } = conjunctions;
    for (let i = 1; i + 1 < tokens.length; i++) {
      const token = tokens[i];
      // Most words end here.
      if (token === undefined || token.end - token.start > MOST_BITS) continue;
      if ((lengths & (1 << (token.end - token.start))) === 0 || !firsts.has(text.charCodeAt(token.start)))
        continue;
      const isOr = conjunctions.or.has(token.text);
      if (!isOr && !conjunctions.and.has(token.text)) continue;
      const length = equalAround(tokens, i);
      if (length === 0) continue;
      const observation = observe(paragraph, i, length, isOr, context);
      if (observation !== undefined) yield observation;
    }
  },
};

/** How many tokens before the conjunction come once more after it; the most, 0 for none. */
function equalAround(tokens: readonly Token[], at: number): number {
  for (let length = Math.min(LONGEST, at, tokens.length - at - 1); length > 0; length--) {
    let same = true;
    for (let k = 0; k < length && same; k++)
      same = tokens[at - length + k]?.text.toLowerCase() === tokens[at + 1 + k]?.text.toLowerCase();
    if (same) return length;
  }
  return 0;
}

function observe(
  { text, tokens }: Paragraph,
  at: number,
  length: number,
  isOr: boolean,
  context: RuleContext,
): Observation | undefined {
  const half = tokens.slice(at - length, at);
  const first = half[0];
  const endOfHalf = half[length - 1];
  const last = tokens[at + length];
  if (!first || !endOfHalf || !last) return undefined;
  const severity = grade(half, isOr, tokens[at + length + 1], context);
  if (severity === undefined || context.accepts(text.slice(first.start, last.end))) return undefined;
  const written = text.slice(first.start, endOfHalf.end);
  return {
    start: first.start,
    end: last.end,
    severity,
    message: msg(
      '“{0}” stands on both sides of “{1}”. Delete one of the two.',
      written,
      tokens[at]?.text ?? '',
    ),
    why: msg('A conjunction joins two different things.'),
    fixes: [
      {
        title: msg('Delete one “{0}”', written),
        edits: [{ start: endOfHalf.end, end: last.end, newText: '' }],
      },
    ],
  };
}

/** A warning where a clause ends behind the second half and it can be no emphasis; nothing for names and idioms. */
function grade(
  half: readonly Token[],
  isOr: boolean,
  next: Token | undefined,
  context: RuleContext,
): Severity | undefined {
  if (half.some(({ kind, text }) => kind === 'number' || (kind === 'mark' && text !== '-'))) return undefined;
  const words = half.filter(({ kind }) => kind === 'word');
  const [word] = words;
  if (word === undefined || words.every(({ text }) => SOUNDS.has(text.toLowerCase()))) return undefined;
  const short = words.length === 1 && word.text.length < 4;
  if (short || words.every(({ text }) => /^\p{Lu}/u.test(text))) return undefined;
  // `more and more`, `again and again`; `or` never says “very”.
  if (!isOr && words.every(({ text }) => context.commonWords.has(context.language, text))) return undefined;
  if (!isOr && words.length < FEWEST_OF_AND) return 'hint';
  return next === undefined || CLAUSE_END.test(next.text) ? 'warning' : 'hint';
}
