import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { BLANKS, Kind, LETTERS } from '../../../text/signs.ts';
import type { Fix, Observation } from '../../finding.ts';
import { ownCommonness } from '../../ownWords.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';
import { AFTER_SUSPENDED, PREFIXES } from './hyphen/words.ts';

const LETTER = String.raw`[\p{L}\p{M}]`;
/** A word, a hyphen with blanks on one side only, a word. Two letters at least: not `A- by`, not `ls -l`. */
const ASYMMETRIC = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{Nd}_./@#'’])(${LETTER}{2,40})([ \u00a0]{1,3}[-‐‑]|[-‐‑][ \u00a0]{1,3})(?=(${LETTER}{2,40})(?![\p{L}\p{M}\p{Nd}_/@]|\.\p{L}))`,
  'gu',
);

/** `-`, and those beyond ASCII. */
const HYPHENS = Kind.hyphen | Kind.other;

export const hyphen: ParagraphRule = {
  code: 'spacing/hyphen',
  title: 'Space beside a hyphen',
  description: 'A hyphen with a space on one side only, which takes a word apart.',
  group: 'garbled',
  severity: 'error',
  // Suspended hyphens, and hyphens before suffixes, are ordinary there; the others have no hyphenated words.
  notFor: ['fi', 'he', 'ja', 'zh', 'th'],
  scope: 'paragraph',
  needs: (signs) =>
    (signs.hasPair(BLANKS, HYPHENS) && signs.hasPair(HYPHENS, LETTERS)) ||
    (signs.hasPair(LETTERS, HYPHENS) && signs.hasPair(HYPHENS, BLANKS)),
  examples: {
    bad: [
      { language: 'id', text: 'Hujan turun [[baru -baru]] ini.', fixed: 'Hujan turun baru-baru ini.' },
      {
        language: 'id',
        text: 'Semua [[kantor- kantor]] tutup, kata [[orang -orangnya]].',
        fixed: 'Semua kantor-kantor tutup, kata orang-orangnya.',
      },
      {
        language: 'ms',
        text: 'Program [[anti- rasuah]] diteruskan.',
        fixed: 'Program anti-rasuah diteruskan.',
      },
      {
        language: 'en',
        text: 'A [[long -term]] plan for the [[two- storey]] house.',
        fixed: 'A long-term plan for the two-storey house.',
      },
    ],
    good: [
      { language: 'id', text: 'Masa pra- dan pascabencana, serta rute Jakarta - Bogor.' },
      {
        language: 'en',
        text: 'From mid- to late June, an A- rating, 2019 -2020, and so - he said - it went.',
      },
      {
        language: 'de',
        text: 'Die Ein- und Ausgänge, Haupt-, Neben- sowie Hintertüren, Montagmorgen oder -abend.',
      },
      { language: 'vi', text: 'Tuyến Hà Nội - Hải Phòng dài 120 km.' },
      { language: 'en', text: 'Run it as make -f build.mk, or grep -rn here.' },
      { language: 'en', text: 'The prefix re-, the suffix “-ness”, and “anti-”.' },
    ],
  },
  *check({ text }: Paragraph, context: RuleContext): Generator<Observation> {
    if (!text.includes('-') && !text.includes('‐') && !text.includes('‑')) return;
    for (const match of text.matchAll(ASYMMETRIC)) {
      const [whole, left = '', joint = '', right = ''] = match;
      const isAfter = joint.charAt(0) !== ' ' && joint.charAt(0) !== '\u00a0';
      if (AFTER_SUSPENDED.has((isAfter ? right : left).toLowerCase())) continue;
      const start = match.index;
      const end = start + whole.length + right.length;
      const sure = isDoubling(left, right) || PREFIXES.has(left.toLowerCase());
      // `grep -rn` and Vietnamese or Indonesian suffixes quoted as such; but `line -up`, `Jong -un`.
      if (!sure && !isAfter && right.length < 3 && !isCapital(left) && ownCommonness(right, context) < 3)
        continue;
      const from = start + left.length;
      yield {
        start,
        end,
        severity: sure ? 'error' : 'warning',
        message: msg('There is a space on one side of the hyphen only. Remove it, or write a dash.'),
        why: sure
          ? msg('“{0}” and “{1}” belong together: {0}-{1}.', left, right)
          : msg('“{0}” and “{1}” are either one word with a hyphen or two with a dash.', left, right),
        fixes: fixes(from, from + joint.length, sure || !isCapital(right) || context.language === 'en', sure),
      };
    }
  },
};

/** Indonesian and Malay double words: whole, with a suffix or with a prefix (`orang-orangnya`, `melihat-lihat`). */
function isDoubling(left: string, right: string): boolean {
  const a = left.toLowerCase();
  const b = right.toLowerCase();
  return a === b || (a.length > 2 && b.length > 2 && (b.startsWith(a) || a.endsWith(b)));
}

function isCapital(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}

function fixes(start: number, end: number, joinFirst: boolean, certain: boolean): Fix[] {
  const join: Fix = { title: msg('Remove the space'), edits: [{ start, end, newText: '-' }], certain };
  const dash: Fix = { title: msg('Write a dash'), edits: [{ start, end, newText: ' – ' }] };
  return joinFirst ? [join, dash] : [dash, join];
}
