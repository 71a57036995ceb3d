import { msg } from '../../../message.ts';
import { scriptsOf } from '../../../text/language/scripts.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { parseSyllable } from '../../../text/vietnamese/syllable.ts';
import type { Observation } from '../../finding.ts';
import { damageAt } from '../../mojibake/damage.ts';
import { ownCommonness } from '../../ownWords.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';
import { type Alphabet, alphabetOf, inAlphabet } from './lookAlikes.ts';
import { isMeant } from './stray.ts';

const ALPHABETS: ReadonlyMap<string, Alphabet> = new Map([
  ['Latn', 'Latin'],
  ['Cyrl', 'Cyrillic'],
  ['Grek', 'Greek'],
]);
/** Letters of the other alphabets: a quick look that passes over most paragraphs of a language. */
const BESIDE: Readonly<Record<Alphabet, RegExp>> = {
  Latin: /[\u0370-\u03ff\u0400-\u052f]/,
  Cyrillic: /[A-Za-z\u0370-\u03ff]/,
  Greek: /[A-Za-z\u0400-\u052f]/,
};
/** Words of one letter, which lists of common words do not tell from letters that are meant as such. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ['ru', 'осуа'],
  ['uk', 'осуаі'],
  ['bg', 'осуа'],
  ['mk', 'оса'],
]);

export const whole: ParagraphRule = {
  code: 'script/whole',
  title: 'A word in look-alikes of another alphabet',
  description: 'A word all of whose letters are of another alphabet and look the same.',
  group: 'garbled',
  severity: 'error',
  scope: 'paragraph',
  heedsDictionary: true,
  examples: {
    bad: [
      { language: 'vi', text: 'Ông [[\u0441\u043e]] ba con.', fixed: 'Ông co ba con.' },
      {
        language: 'ru',
        text: 'Мэр приехал [[c]] женой [[o]] полудне.',
        fixed: 'Мэр приехал с женой о полудне.',
      },
    ],
    good: [
      { language: 'en', text: 'The Russian word “сахар” means sugar, and TASS (ТАСС) said so.' },
      { language: 'ru', text: 'Витамин C, вариант A и компания CNN.' },
      { language: 'vi', text: 'Cuộc họp bắt đầu lúc chín giờ.' },
    ],
  },
  *check(paragraph: Paragraph, context): Generator<Observation> {
    const own = alphabetOfLanguage(context.language);
    if (own === undefined || !BESIDE[own].test(paragraph.text)) return;
    for (const { text: word, kind, start, end } of paragraph.tokens) {
      if (kind !== 'word' || alphabetOf(word) === own) continue;
      const alphabets = new Set([...word].map(alphabetOf).filter((a) => a !== undefined));
      if (alphabets.size !== 1 || alphabets.has(own)) continue;
      const meant = inAlphabet(word, own);
      if (meant === undefined || damageAt(paragraph, start) !== undefined || context.accepts(word)) continue;
      const known = isKnown(meant, context);
      if (!known && !(own === 'Latin' && word.length > 1 && isOutOfPlace(paragraph, start, end))) continue;
      yield {
        start,
        end,
        severity: known ? 'error' : 'warning',
        message: msg(
          '“{0}” is written in the look-alike letters of another alphabet. Replace it by “{1}”.',
          word,
          meant,
        ),
        why: known
          ? msg('Letters of {0}; “{1}” is a common word.', [...alphabets].join(', '), meant)
          : msg('Letters of {0}, alone among words of another alphabet.', [...alphabets].join(', ')),
        fixes: [
          {
            title: msg('Replace by “{0}”', meant),
            edits: [{ start, end, newText: meant }],
            certain: known,
          },
        ],
      };
    }
  },
};

/**
 * Latin words are common in any text; in a Latin one, a Cyrillic word that looks Latin is not, unless it is introduced
 * or stands among others.
 */
function isOutOfPlace({ text, tokens }: Paragraph, start: number, end: number): boolean {
  if (isMeant(text, start, end)) return false;
  return !tokens.some(
    ({ kind, text: word }) =>
      kind === 'word' && alphabetOf(word) !== 'Latin' && inAlphabet(word, 'Latin') === undefined,
  );
}

function alphabetOfLanguage(language: string): Alphabet | undefined {
  const scripts = scriptsOf(language);
  return scripts?.length === 1 ? ALPHABETS.get(scripts[0] ?? '') : undefined;
}

/** A common word in small letters but perhaps the first, or a Vietnamese syllable. */
function isKnown(word: string, context: RuleContext): boolean {
  if (word.length === 1) return SINGLE.get(context.language)?.includes(word) === true;
  if (word.slice(1) !== word.slice(1).toLowerCase()) return false;
  if (context.language === 'vi') return parseSyllable(word) !== undefined;
  return ownCommonness(word.toLowerCase(), context) >= 2;
}
