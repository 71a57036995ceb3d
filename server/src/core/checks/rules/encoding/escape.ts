import { type Message, msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { Kind } from '../../../text/signs.ts';
import { isInAddress } from '../../addresses.ts';
import type { Observation } from '../../finding.ts';
import type { ParagraphRule } from '../../rule.ts';
import { blankBetween, decodeCodePoints, decodePercents } from './escape/decode.ts';

/** `\u2019`, `\u{1f600}`, `\x92`; several in a row are one, since they may be the bytes of one character. */
const CODE_POINTS = /(?:\\\\?(?:u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}))+/g;
/** `\n`, `\r\n`, `\t`. */
const LINE_ENDS = /(?:\\\\?[nrt])+/g;
/** `\"`, `\'`, and the `\/` of JSON between letters. */
const QUOTES = /\\{1,3}["'“”‘’]|(?<=[\p{L}\p{Nd}])\\\/(?=[\p{L}\p{Nd}])/gu;
/** `%20` and `%E2%80%99` after a letter or a mark: `%22'si` is how Turkish writes a percentage. */
const PERCENTS =
  /(?<=[\p{L}\p{M}.,;:!?"'”’)])%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*|(?:%[C-Fc-f][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f])+)+/gu;

/** A path of Windows (`C:\new`, `\\host`, `tables\items`) somewhere in a run of non-blanks. */
const PATH = /(?<!\p{L})[A-Za-z]:\\|(?<!\S)\\\\\w|\\(?![nrtux])\w/u;
const REACH = 100;

export const escaped: ParagraphRule = {
  code: 'encoding/escape',
  title: 'Characters written as program codes',
  description:
    'A character written as programs escape it (`\\u2019`, `\\n`, `%20`), which reached the text undecoded.',
  group: 'garbled',
  severity: 'error',
  scope: 'paragraph',
  needs: (signs) => signs.has(Kind.escape),
  examples: {
    bad: [
      {
        language: 'en',
        text: 'The mayor[[\\u2019]]s caf[[\\xc3\\xa9]] and his brother[[\\x92]]s.',
        fixed: 'The mayor’s café and his brother’s.',
      },
      {
        language: 'id',
        text: 'Harga beras naik.[[\\n]]Warga berkata, [[\\"]]Kami rugi.[[\\"]]',
        fixed: 'Harga beras naik. Warga berkata, "Kami rugi."',
      },
      {
        language: 'vi',
        text: 'Gi[[\\u00e1]] x[[\\u0103]]ng[[%20]]gi[[%E1%BA%A3]]m.',
        fixed: 'Giá xăng giảm.',
      },
    ],
    good: [
      {
        language: 'en',
        text: 'See https://example.org/a%20b?q=%E2%80%99 or example.org/caf%C3%A9 for more.',
      },
      { language: 'en', text: 'Open C:\\news\\new\\table.txt or \\\\server\\tools now.', note: 'paths' },
      { language: 'tr', text: "Oran %20'den %25'e, sonra %30 oldu." },
      { language: 'en', text: 'Shares fell 5%, then 20% more; he shrugged ¯\\_(ツ)_/¯ and waved \\o/.' },
    ],
  },
  *check({ text }: Paragraph): Generator<Observation> {
    if (text.includes('\\')) {
      for (const m of text.matchAll(CODE_POINTS)) {
        const decoded = decodeCodePoints(m[0]);
        if (decoded !== undefined) yield observe(m.index, m[0], decoded);
      }
      for (const m of text.matchAll(LINE_ENDS)) {
        const after = text.slice(m.index + m[0].length, m.index + m[0].length + 2);
        if (isPath(text, m.index, m.index + m[0].length)) continue;
        const decoded = blankBetween(text.charAt(m.index - 1), after.charAt(0));
        // `\name` may be a command or a user's name.
        const severity = /^\p{Ll}/u.test(after) ? 'warning' : 'error';
        yield { ...observe(m.index, m[0], decoded), severity };
      }
      for (const m of text.matchAll(QUOTES)) yield observe(m.index, m[0], m[0].slice(-1));
    }
    if (!text.includes('%')) return;
    for (const m of text.matchAll(PERCENTS)) {
      const end = m.index + m[0].length;
      const decoded = decodePercents(m[0]);
      if (decoded === undefined || isInAddress(text, m.index, end)) continue;
      // `growth%20` is a percentage that lost its space.
      if (decoded === ' ' && !/^[\p{L}\p{Nd}"'“‘(–—-]/u.test(text.slice(end, end + 2))) continue;
      yield observe(m.index, m[0], decoded);
    }
  },
};

function observe(start: number, written: string, decoded: string): Observation {
  const end = start + written.length;
  return {
    start,
    end,
    message: msg('“{0}” is a program code that was not turned into its character.', written),
    why: why(decoded),
    fixes: [
      {
        title: decoded === '' ? msg('Remove it') : msg('Replace by “{0}”', decoded),
        edits: [{ start, end, newText: decoded }],
        certain: decoded.trim() !== '',
      },
    ],
  };
}

function why(decoded: string): Message {
  return decoded.trim() === ''
    ? msg('It stands for a space or a line end.')
    : msg('It stands for “{0}”.', decoded);
}

/** True where the run of non-blanks that has `start` to `end` is a path, whose folders a backslash separates. */
function isPath(text: string, start: number, end: number): boolean {
  const before = /\S*$/.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? '';
  const after = /^\S*/.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return PATH.test(before + text.slice(start, Math.min(end, start + REACH)) + after);
}
