import { decodeHTMLStrict } from 'entities/decode';
import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { Kind } from '../../../text/signs.ts';
import type { Observation } from '../../finding.ts';
import type { ParagraphRule } from '../../rule.ts';

/** `&amp;`, `&#39;`, `&#x27;`, and the doubly escaped `&amp;quot;`. */
const REFERENCE = /&(?:amp;)*(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/g;
/** Common references without their semicolon; not in the parameters of an address (`?a=1&copy=2`). */
const OPEN = /&(?:quot|nbsp|amp|apos|lsquo|rsquo|ldquo|rdquo|hellip|ndash|mdash|#[0-9]{2,5})(?![\w;=])/g;
/** References that a translator or a tokeniser took apart: `& quot;`, `& # 39 ;`. */
const APART =
  /& (?:quot|nbsp|amp|apos|lsquo|rsquo|ldquo|rdquo|hellip|ndash|mdash|lt|gt|# ?[0-9]{2,5}) ?;|&(?:quot|nbsp|amp|apos|lt|gt|#[0-9]{2,5}) ;/g;
/** `TN&MT;` is `TN&MT` to which a program that writes HTML added a semicolon; before a capital it may be a list's. */
const ADDED_SEMICOLON = /(?<![\p{L}\p{Nd}&])\p{Lu}{1,6}&\p{Lu}{1,6};(?!\s+\p{Lu}|$)/gu;
/** Where the characters of an address end. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]*/g;

/** Decoded forms that nobody wants in running text. */
const WANTED: ReadonlyMap<string, string> = new Map([
  ['\u00a0', ' '],
  ['\u00ad', ''],
  ['\u200b', ''],
  ['\u2060', ''],
  ['\ufeff', ''],
]);

export const entity: ParagraphRule = {
  code: 'markup/entity',
  title: 'HTML character references',
  description: 'A character written as HTML writes it (`&amp;`, `&#39;`), which reached the text undecoded.',
  group: 'garbled',
  severity: 'error',
  scope: 'paragraph',
  needs: (signs) => signs.has(Kind.ampersand),
  examples: {
    bad: [
      {
        language: 'en',
        text: 'Food [[&amp;]] drink, and the mayor[[&#39;]]s plan.',
        fixed: "Food & drink, and the mayor's plan.",
      },
      {
        language: 'id',
        text: 'Ia berkata, [[&amp;quot;]]Kami siap[[&quot;]].',
        fixed: 'Ia berkata, "Kami siap".',
      },
      {
        language: 'vi',
        text: 'Giá xăng[[&nbsp;]]giảm [[&#x2013;]] dầu tăng.',
        fixed: 'Giá xăng giảm – dầu tăng.',
      },
      { language: 'en', text: 'They said [[& quot;]]no[[&quot]] twice.', fixed: 'They said "no" twice.' },
      {
        language: 'vi',
        text: 'Sở [[TN&MT;]] tỉnh đã kiểm tra.',
        fixed: 'Sở TN&MT tỉnh đã kiểm tra.',
        note: 'a semicolon added by a program',
      },
    ],
    good: [
      { language: 'en', text: 'AT&T and R&D; Q&A at noon, Marks & Spencer.' },
      { language: 'vi', text: 'Bộ TN&MT; Bộ Công Thương cùng họp.', note: 'the semicolon of a list' },
      {
        language: 'en',
        text: 'See https://example.org/?a=1&copy=2&amp;b=3 for more.',
        note: 'inside an address',
      },
      { language: 'en', text: 'The &foo; of the manual is no HTML name.' },
    ],
  },
  *check({ text }: Paragraph): Generator<Observation> {
    const addresses = Array.from(text.matchAll(ADDRESS), (m) => ({
      start: m.index,
      end: m.index + m[0].length,
    }));
    const found: Observation[] = [];
    for (const m of text.matchAll(REFERENCE)) found.push(...reference(m.index, m[0], 'error'));
    for (const m of text.matchAll(OPEN)) found.push(...reference(m.index, m[0], 'error'));
    for (const m of text.matchAll(APART)) found.push(...reference(m.index, m[0], 'warning'));
    for (const m of text.matchAll(ADDED_SEMICOLON)) found.push(...addedSemicolon(m.index, m[0]));
    found.sort((a, b) => a.start - b.start);
    let next = 0;
    let until = 0;
    for (const observation of found) {
      while ((addresses[next]?.end ?? text.length) <= observation.start) next++;
      const address = addresses[next];
      if (observation.start < until || (address && address.start <= observation.start)) continue;
      until = observation.end;
      yield observation;
    }
  },
};

function reference(start: number, written: string, severity: 'error' | 'warning'): Observation[] {
  const decoded = decode(written);
  if (decoded === undefined) return [];
  const wanted = WANTED.get(decoded) ?? decoded;
  const end = start + written.length;
  return [
    {
      start,
      end,
      severity,
      message: msg('“{0}” is an HTML code that was not turned into its character.', written),
      why: msg('It stands for “{0}”.', decoded),
      fixes: [
        {
          title: wanted === '' ? msg('Remove it') : msg('Replace by “{0}”', wanted),
          edits: [{ start, end, newText: wanted }],
          certain: severity === 'error',
        },
      ],
    },
  ];
}

function addedSemicolon(start: number, written: string): Observation[] {
  if (decode(written.slice(written.indexOf('&'))) !== undefined) return [];
  const end = start + written.length;
  const name = written.slice(0, -1);
  return [
    {
      start,
      end,
      severity: 'warning',
      message: msg(
        'The semicolon after “{0}” was probably added by a program that took it for an HTML code.',
        name,
      ),
      why: msg('HTML has no code “{0}”.', written.slice(written.indexOf('&'))),
      fixes: [{ title: msg('Replace by “{0}”', name), edits: [{ start, end, newText: name }] }],
    },
  ];
}

/** The character of a reference, however often it was escaped; undefined where HTML has no such name. */
function decode(written: string): string | undefined {
  const body = written
    .replaceAll(' ', '')
    .replace(/^&(?:amp;)*/, '')
    .replace(/;$/, '');
  const name = body === '' ? 'amp' : body;
  const decoded = decodeHTMLStrict(`&${name};`);
  return decoded === `&${name};` || decoded === '\ufffd' ? undefined : decoded;
}
