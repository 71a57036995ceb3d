import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { BLANKS, Kind } from '../../../text/signs.ts';
import type { Observation } from '../../finding.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';

const FEW_BLANKS = String.raw`[ \u00a0\u202f]{1,3}`;
/** Before the blank: what a mark follows. */
const BEFORE = String.raw`[\p{L}\p{M}\p{Nd}%)\]”’»"]`;
/**
 * A mark that blanks keep from its word. A full stop, colon, question or exclamation mark counts where nothing is
 * glued to it (`.com`, `:)`, `.5`, `...`, `?!`); a comma or semicolon also where a word is.
 */
const LOOSE_MARK = new RegExp(
  String.raw`(?<=${BEFORE})${FEW_BLANKS}(?:[,،;؛](?![,;\p{Nd}\-)(])|[.](?![.\p{L}\p{Nd}_\-/\\]|[ \u00a0][.])|[:!?؟](?![\p{L}\p{Nd}_:!?)(/|\\\-]))`,
  'gu',
);
/** `( word` and `word )`; not `( )`, `[ ]`, `:( word`, `1 )`. */
const AFTER_OPENING = new RegExp(
  String.raw`(?<![:;=\-([{])[(\[{]${FEW_BLANKS}(?=[\p{L}\p{Nd}“"‘])(?!x[ \u00a0]?[\])])`,
  'gu',
);
const BEFORE_CLOSING = new RegExp(String.raw`(?<=[\p{L}\p{M}%”"’.])${FEW_BLANKS}[)\]}]`, 'gu');

/** A blank beside any of these: a quick look that passes over most paragraphs. */
const SUSPECT = /[ \u00a0\u202f][,،;؛.:!?؟)\]}]|[([{][ \u00a0\u202f]/;

/** Where typographers put a space before these marks. */
const SPACED_MARKS: ReadonlyMap<string, string> = new Map([
  ['fr', ':;!?'],
  ['br', ':;!?'],
]);

/** With those of Arabic. */
const MARKS = Kind.stop | Kind.comma | Kind.colon | Kind.cry | Kind.closing | Kind.other;

export const punct: ParagraphRule = {
  code: 'spacing/punct',
  title: 'Space before a mark',
  description:
    'A space before a comma, full stop, colon, semicolon, question or exclamation mark, or inside brackets.',
  group: 'garbled',
  severity: 'warning',
  // Their marks are as wide as a character, and blanks there mean something else.
  notFor: ['zh', 'ja', 'th', 'lo', 'km', 'my', 'bo'],
  scope: 'paragraph',
  needs: (signs) => signs.hasPair(BLANKS, MARKS) || signs.hasPair(Kind.opening, BLANKS),
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Harga beras naik[[ ,]] kata pedagang[[ .]]',
        fixed: 'Harga beras naik, kata pedagang.',
      },
      {
        language: 'en',
        text: 'Who pays[[ ?]] The city [[( ]]not the state[[ )]] does[[ ,]]again.',
        fixed: 'Who pays? The city (not the state) does, again.',
      },
      { language: 'vi', text: 'Giá xăng giảm[[ :]] người dân vui.', fixed: 'Giá xăng giảm: người dân vui.' },
      { language: 'fr', text: 'Il pleut[[ ,]] dit-elle[[ .]]', fixed: 'Il pleut, dit-elle.' },
    ],
    good: [
      { language: 'fr', text: 'Qui paie ? La ville : personne d’autre !' },
      { language: 'en', text: 'The .com boom, .NET, a .5 share ... and so on . . . he said :)' },
      { language: 'id', text: 'Skor 2 : 1, daftar: 1 ) beras, [ ] kosong.' },
      { language: 'zh', text: '他说 ：好 ，走吧 。' },
      { language: 'en', text: 'It rained, then it stopped; why? Nobody knew!' },
    ],
  },
  *check({ text }: Paragraph, context: RuleContext): Generator<Observation> {
    if (!SUSPECT.test(text)) return;
    const spaced = SPACED_MARKS.get(context.language) ?? '';
    for (const match of text.matchAll(LOOSE_MARK)) {
      const mark = match[0].slice(-1);
      if (spaced.includes(mark) || isScore(text, match.index, mark, match.index + match[0].length)) continue;
      yield loose(text, match.index, match[0]);
    }
    for (const match of text.matchAll(AFTER_OPENING)) yield opening(match.index, match[0]);
    for (const match of text.matchAll(BEFORE_CLOSING)) yield loose(text, match.index, match[0]);
  },
};

/** `2 : 1`, `10 : 30`. */
function isScore(text: string, start: number, mark: string, end: number): boolean {
  return (
    mark === ':' &&
    /\p{Nd}/u.test(text.charAt(start - 1)) &&
    /^[ \u00a0]?\p{Nd}/u.test(text.slice(end, end + 2))
  );
}

function loose(text: string, start: number, written: string): Observation {
  const end = start + written.length;
  const mark = written.slice(-1);
  // `word ,word`: the space is on the wrong side.
  const newText = /[,;]/.test(mark) && /^\p{L}/u.test(text.slice(end, end + 2)) ? `${mark} ` : mark;
  return {
    start,
    end,
    message: msg('A space stands before “{0}”. Remove it.', mark),
    why: msg('In this language “{0}” follows its word without a space.', mark),
    fixes: [{ title: msg('Remove the space'), edits: [{ start, end, newText }], certain: true }],
  };
}

function opening(start: number, written: string): Observation {
  const end = start + written.length;
  return {
    start,
    end,
    message: msg('A space stands after “{0}”. Remove it.', written.charAt(0)),
    why: msg('The opening bracket stands directly before its first word.'),
    fixes: [
      { title: msg('Remove the space'), edits: [{ start: start + 1, end, newText: '' }], certain: true },
    ],
  };
}
