import { msg } from '../../../message.ts';
import { wordBookOf } from '../../../text/lexicon/lexicon.ts';
import { NO_WORD } from '../../../text/lexicon/wordBook.ts';
import type { Token } from '../../../text/tokens.ts';
import { hasVietnameseMark, isSyllable } from '../../../text/vietnamese/syllable.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';

/** No Vietnamese or borrowed word that is written in one piece is longer. */
const LONGEST = 16;
/** Letters that Vietnamese has, in small letters: a word with another is foreign. */
const LETTERS_ONLY = /^[a-eg-ik-vxyàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]+$/;
const VOWEL = /[aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/;
/** Two consonants that begin words of other languages, and no damaged syllable: prôtêin, crème, stôn. */
const FOREIGN_ONSET = /^(?:[bcgkp][lr]|[dđ]r|s[cklmnpt])/;
/** Borrowed words with a syllable that Vietnamese has not. Others are two syllables side by side (`môtơ`, `virút`). */
const BORROWED: ReadonlySet<string> = new Set(
  'hyđrô hiđrô hiđro hyđro glucôzơ glixêrin xtê xtắc đắk đăk êtylen mêtyl pôlyme axêtylen êtanol mêtanol'.split(
    ' ',
  ),
);
/** So many in one paragraph, and more than the sound ones: another language, or an encoding that was misread. */
const FEWEST_OF_FOREIGN = 3;
const MOST_FIXES = 3;

export const syllable: ParagraphRule = {
  code: 'vietnamese/syllable',
  title: 'Impossible syllable',
  description: 'A word with Vietnamese accents that no Vietnamese syllable is written like.',
  group: 'garbled',
  severity: 'warning',
  languages: ['vi'],
  heedsDictionary: true,
  examples: {
    bad: [
      { language: 'vi', text: 'Cây cầu mới đã [[khánhh]] thành.', fixed: 'Cây cầu mới đã khánh thành.' },
      { language: 'vi', text: 'Người dân [[đưươc]] về nhà sau trận lũ.' },
      { language: 'vi', text: 'Giá lúa [[tăgnề]] trong tháng này.' },
    ],
    good: [
      { language: 'vi', text: 'Người thợ lắp môtơ, bê tông và ôtô; bệnh do virút.', note: 'borrowed words' },
      {
        language: 'vi',
        text: 'Xe đi 60 km/h, giá 5.000 đ, hđqt họp ở Đắk Lắk.',
        note: 'abbreviations and names',
      },
      { language: 'vi', text: 'Khuya khoắt, nó ngoằn ngoèo qua quãng đường khúc khuỷu.' },
      { language: 'vi', text: 'Quán café, crème brûlée, à la carte.', note: 'words of another language' },
    ],
  },
  scope: 'paragraph',
  *check({ text, tokens }, context) {
    const impossible: Token[] = [];
    let sound = 0;
    const book = wordBookOf(context.lexicon, context.language);
    const numbers = book.numbersOf(tokens);
    const verdicts = book.verdicts('vietnamese/syllable', verdictOn);
    for (let i = 0; i < numbers.length; i++) {
      const token = tokens[i];
      const verdict = verdicts.of(numbers[i] ?? NO_WORD, token);
      if (verdict === SOUND) sound++;
      else if (verdict === IMPOSSIBLE && token !== undefined) impossible.push(token);
    }
    if (impossible.length >= FEWEST_OF_FOREIGN && impossible.length * 2 > sound) return;
    for (const token of impossible) {
      if (isPart(text, token) || context.accepts(token.text)) continue;
      yield {
        start: token.start,
        end: token.end,
        message: msg('“{0}” is no Vietnamese syllable. Check its letters and accents.', token.text),
        why: msg('No initial, rime and tone of Vietnamese are written “{0}”.', token.text),
        fixes: nearest(token.text, context).map((word) => ({
          title: msg('Write “{0}”', word),
          edits: [{ start: token.start, end: token.end, newText: word }],
        })),
      };
    }
  },
};

const SOUND = 1;
const IMPOSSIBLE = 2;

function verdictOn(word: string): number {
  if (isPlain(word)) return 0;
  if (isSyllable(word)) return SOUND;
  return hasVietnameseMark(word) && isImpossible(word) ? IMPOSSIBLE : 0;
}

/** True for a word of ASCII, which lacks any mark. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** A marked word that is no syllable, and nothing else that Vietnamese text has. */
function isImpossible(word: string): boolean {
  const composed = word.normalize('NFC');
  // Names and abbreviations have capitals; foreign words have foreign letters; đkm has no vowel.
  if (composed.length > LONGEST || !LETTERS_ONLY.test(composed) || !VOWEL.test(composed)) return false;
  return !FOREIGN_ONSET.test(composed) && !BORROWED.has(composed) && !isSyllables(composed, 3);
}

/** True where a word is a row of syllables: borrowed words are written so, and so are words that lost a space. */
function isSyllables(word: string, most: number): boolean {
  if (isSyllable(word)) return true;
  if (most === 1) return false;
  for (let at = 1; at < word.length && at <= 7; at++)
    if (isSyllable(word.slice(0, at)) && isSyllables(word.slice(at), most - 1)) return true;
  return false;
}

/** A part of an address, a hashtag or a compound with hyphens, as foreign names are spelt. */
function isPart(text: string, { start, end }: Token): boolean {
  return (
    /[-@#/._\p{Nd}]/u.test(text.charAt(start - 1)) ||
    /^(?:[-@/_\p{Nd}]|\.\p{L})/u.test(text.slice(end, end + 2))
  );
}

/** Syllables that the word becomes without one of its letters, or with two neighbours exchanged; common ones first. */
function nearest(word: string, { commonWords }: RuleContext): string[] {
  const composed = word.normalize('NFC');
  const found = new Set<string>();
  for (let i = 0; i < composed.length; i++) {
    found.add(composed.slice(0, i) + composed.slice(i + 1));
    found.add(composed.slice(0, i) + composed.charAt(i + 1) + composed.charAt(i) + composed.slice(i + 2));
  }
  const rank = (candidate: string) => (commonWords.has('vi', candidate) ? 0 : 1);
  return [...found]
    .filter((candidate) => isSyllable(candidate) && hasVietnameseMark(candidate))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_FIXES);
}
