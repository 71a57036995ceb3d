import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { Kind, LETTERS } from '../../../text/signs.ts';
import { isInAddress } from '../../addresses.ts';
import type { Observation } from '../../finding.ts';
import { isOneLetterWord } from '../../oneLetterWords.ts';
import { endsQuestion } from '../../questionMarks.ts';
import type { ParagraphRule } from '../../rule.ts';

const JOINT =
  /(?<=\p{Ll}{2})[;:!?](?=[\p{Lu}\p{Ll}]{2})|(?<=[\p{Lu}\p{Ll}][\p{Lu}\p{Ll}\p{M}]),(?=[\p{Lu}\p{Ll}])/gu;
const SUSPECT = /[,;:!?](?=[^\s\d,;:!?"'“”‘’)\]])/;
const WORD_BEFORE = /[\p{L}\p{M}]*$/u;
const WORD_AFTER = /^[\p{L}\p{M}]*/u;
const REACH = 60;
/** An HTML reference ends in a semicolon; markup/entity has those. */
const REFERENCE_BEFORE = /&#?\w*$/;
/** `siap!Warga` is reported as two sentences by fused/sentence. */
const NEW_SENTENCE = /^\p{Lu}\p{Ll}/u;
/** Where a colon joins an ending to a word (EU:n, tv:n, Lehrer:innen), or stands for a wide one without a space. */
const TIGHT_COLON: ReadonlySet<string> = new Set(['de', 'fi', 'sv', 'ja', 'zh']);

const MARKS = Kind.comma | Kind.colon | Kind.cry;

export const fusedComma: ParagraphRule = {
  code: 'fused/comma',
  title: 'No space after a mark',
  description: 'A comma, semicolon, colon, exclamation or question mark that a word follows without a space.',
  group: 'garbled',
  severity: 'warning',
  scope: 'paragraph',
  needs: (signs) => signs.hasPair(LETTERS, MARKS) && signs.hasPair(MARKS, LETTERS),
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Harga beras [[naik,kata]] pedagang di [[pasar;pembeli]] mengeluh.',
        fixed: 'Harga beras naik, kata pedagang di pasar; pembeli mengeluh.',
      },
      {
        language: 'en',
        text: '[[First,Helen]] spoke, [[then,a]] guest.',
        fixed: 'First, Helen spoke, then, a guest.',
      },
      {
        language: 'id',
        text: 'Siaran [[TVRI,kata]] dia, mulai pagi.',
        fixed: 'Siaran TVRI, kata dia, mulai pagi.',
      },
      { language: 'vi', text: 'Giá xăng [[giảm,người]] dân vui.', fixed: 'Giá xăng giảm, người dân vui.' },
      { language: 'id', text: 'Mau ke [[mana?tanya]] warga.', fixed: 'Mau ke mana? tanya warga.' },
    ],
    good: [
      {
        language: 'en',
        text: 'At 10:30, 1,500 people; see https://example.org/a,bc or mailto:desk@example.org.',
      },
      { language: 'de', text: 'Die Lehrer:innen kamen.' },
      { language: 'fi', text: 'Yhtiö myi tv:n ja EU:lle.' },
      { language: 'vi', text: 'Người Vi?t ở đây.', note: 'a lost letter: encoding/lost' },
      { language: 'en', text: 'The points p,q and ab,c are free.', note: 'symbols' },
      { language: 'en', text: 'Fish &amp;chips &quot;twice.' },
    ],
  },
  *check({ text }: Paragraph, context): Generator<Observation> {
    if (!SUSPECT.test(text)) return;
    for (const match of text.matchAll(JOINT)) {
      const mark = match[0];
      const at = match.index + 1;
      const before = WORD_BEFORE.exec(text.slice(Math.max(0, match.index - REACH), match.index))?.[0] ?? '';
      const after = WORD_AFTER.exec(text.slice(at, at + REACH))?.[0] ?? '';
      if (after.length === 1 && !isOneLetterWord(after, context.language)) continue;
      if (mark === ':' && TIGHT_COLON.has(context.language)) continue;
      if (mark === ';' && REFERENCE_BEFORE.test(text.slice(Math.max(0, match.index - REACH), match.index)))
        continue;
      if ((mark === '!' || mark === '?') && before.length > 2 && NEW_SENTENCE.test(after)) continue;
      if (mark === '?' && !endsQuestion(before, after, context)) continue;
      if (isInAddress(text, match.index, at) || context.accepts(before + mark + after)) continue;
      yield {
        start: match.index - before.length,
        end: at + after.length,
        message: msg('A space is missing after “{0}”, before “{1}”.', mark, after),
        why: msg('“{0}” stands between two words: “{1}” and “{2}”.', mark, before, after),
        fixes: [
          { title: msg('Insert a space'), edits: [{ start: at, end: at, newText: ' ' }], certain: true },
        ],
      };
    }
  },
};
