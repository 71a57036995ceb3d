import { msg } from '../../../message.ts';
import type { ParagraphRule } from '../../rule.ts';

/** No language writes a letter six times in a row. */
const FEWEST_LETTERS = 6;
/** Leaders and rules of dots are shorter in text. */
const FEWEST_MARKS = 12;
const LETTER = /^\p{L}$/u;
const MARK = /^[\p{P}\p{S}]$/u;
const OPENING = /["“«‘„'][^"”»’]{0,200}$/u;

export const character: ParagraphRule = {
  code: 'repeated/char',
  title: 'Held character',
  description: 'One letter six times or more in a row, or one mark twelve times or more.',
  group: 'garbled',
  severity: 'hint',
  options: [
    {
      name: 'least',
      description: 'How often a letter must stand in a row.',
      type: 'number',
      default: FEWEST_LETTERS,
      least: 3,
      most: 50,
      whole: true,
    },
    {
      name: 'leastMarks',
      description: 'How often a mark, such as a full stop or a dash, must stand in a row.',
      type: 'number',
      default: FEWEST_MARKS,
      least: 4,
      most: 200,
      whole: true,
    },
  ],
  examples: {
    bad: [
      {
        language: 'en',
        text: 'The crowd wrote [[NOOOOOO]] on the wall.',
        fixed: 'The crowd wrote NO on the wall.',
      },
      { language: 'id', text: 'Harga beras[[...............]] 12.000', fixed: 'Harga beras... 12.000' },
      { language: 'vi', text: 'Ông hét: “[[Khônggggggg]]!”', fixed: 'Ông hét: “Không!”' },
    ],
    good: [
      { language: 'en', text: 'Hmmm... Nooo! The code is 1000000000 and xxxxx.' },
      { language: 'en', text: 'Wait......' },
    ],
  },
  scope: 'paragraph',
  *check({ text }, context, options) {
    const fewestLetters = options.number('least');
    const fewestMarks = options.number('leastMarks');
    const fewest = Math.min(fewestLetters, fewestMarks);
    // A run of six has two equal neighbours at a multiple of five.
    for (let i = fewest - 1; i < text.length; i += fewest - 1) {
      const code = text.charCodeAt(i);
      if (code !== text.charCodeAt(i - 1)) continue;
      let at = i - 1;
      while (at > 0 && text.charCodeAt(at - 1) === code) at--;
      while (i < text.length && text.charCodeAt(i) === code) i++;
      const length = i - at;
      const sign = text.charAt(at);
      if (length < fewest) continue;
      const isLetter = LETTER.test(sign);
      if (length < (isLetter ? fewestLetters : fewestMarks) || !(isLetter || MARK.test(sign))) continue;
      const from = isLetter ? edge(text, at, -1) : at;
      const to = isLetter ? edge(text, i, 1) : i;
      if (context.accepts(text.slice(from, to))) continue;
      const kept = isLetter ? 1 : 3;
      yield {
        start: from,
        end: to,
        // Speech and titles may shout.
        severity: isLetter && !OPENING.test(text.slice(Math.max(0, from - 200), from)) ? 'warning' : 'hint',
        message: msg('“{0}” stands {1} times in a row. Shorten it.', sign, length),
        why: msg('No word needs “{0}” so often.', sign),
        fixes: [{ title: msg('Shorten it'), edits: [{ start: at + kept, end: i, newText: '' }] }],
      };
    }
  },
};

/** The end of the word around an offset, at most 40 units away. */
function edge(text: string, offset: number, step: 1 | -1): number {
  let at = offset;
  const next = () => text.charAt(step === 1 ? at : at - 1);
  while (Math.abs(at - offset) < 40 && /\p{L}/u.test(next())) at += step;
  return at;
}
