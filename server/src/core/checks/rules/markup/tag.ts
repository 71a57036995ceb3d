import { type Message, msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { TextRange, TextReplacement } from '../../../text/range.ts';
import { Kind } from '../../../text/signs.ts';
import type { Observation } from '../../finding.ts';
import type { ParagraphRule } from '../../rule.ts';
import { findTags, type Tag } from './tag/scan.ts';

const WORD = /[\p{L}\p{M}\p{Nd}]/u;
const BLANK = /\s/;
const OPENER = /[([{“‘«]/;
const STOP = /[.,;:!?…”’»)]/;

export const tag: ParagraphRule = {
  code: 'markup/tag',
  title: 'HTML tags',
  description: 'A tag or comment of HTML, or a shortcode of a publishing system, that was left in the text.',
  group: 'garbled',
  severity: 'error',
  scope: 'paragraph',
  needs: (signs) => signs.has(Kind.angle | Kind.opening),
  examples: {
    bad: [
      {
        language: 'en',
        text: 'The plan was [[<b>]]not[[</b>]] approved.',
        fixed: 'The plan was not approved.',
      },
      {
        language: 'id',
        text: 'Warga mengungsi.[[</p><p class="isi">]]Bantuan tiba sore itu.',
        fixed: 'Warga mengungsi. Bantuan tiba sore itu.',
        note: 'the space that the tag stood for comes back',
      },
      { language: 'vi', text: 'Nước H[[<sub>]]2[[</sub>]]O đã sạch.', fixed: 'Nước H2O đã sạch.' },
      {
        language: 'en',
        text: 'It rained. [[<!-- ad slot 3 -->]] It stopped.',
        fixed: 'It rained. It stopped.',
      },
      {
        language: 'en',
        text: 'See [[[caption id="a1" align="left"]]]the square[[[/caption]]].',
        fixed: 'See the square.',
      },
    ],
    good: [
      { language: 'en', text: 'If a <b and b> c, then a < c.' },
      { language: 'en', text: 'The film <Time> opens on Friday.', note: 'a title between angle brackets' },
      { language: 'en', text: 'Write to <desk@example.org> [sic], he said [laughs].' },
      { language: 'en', text: 'He ♥ it: <3.' },
      { language: 'en', text: 'The <script> element runs code.', note: 'a tag that is spoken of' },
    ],
  },
  *check({ text }: Paragraph): Generator<Observation> {
    for (const run of touching(findTags(text))) {
      const { start, end } = run;
      yield {
        start,
        end,
        message: msg('“{0}” is web-page code, not text.', shortened(text.slice(start, end))),
        why: why(run.tags),
        fixes: [{ title: msg('Remove it'), edits: [removal(text, run)], certain: true }],
      };
    }
  },
};

/** Tags with nothing between them. */
interface Run extends TextRange {
  readonly tags: readonly Tag[];
}

function touching(tags: readonly Tag[]): Run[] {
  const runs: { start: number; end: number; tags: Tag[] }[] = [];
  for (const t of tags) {
    const last = runs.at(-1);
    if (last === undefined || last.end !== t.start) runs.push({ start: t.start, end: t.end, tags: [t] });
    else {
      last.end = t.end;
      last.tags.push(t);
    }
  }
  return runs;
}

function why(tags: readonly Tag[]): Message {
  const names = [...new Set(tags.map((t) => t.name))].filter((name) => name !== '').join(', ');
  if (tags.some((t) => t.form === 'shortcode')) return msg('Shortcode of a publishing system: {0}.', names);
  return names === '' ? msg('A comment of HTML.') : msg('Element of HTML: {0}.', names);
}

/** Takes the code out; what it stood between stays two words, or one blank remains where two would. */
function removal(text: string, run: Run): TextReplacement {
  const { start, end, tags } = run;
  const inner = tags.map((t) => t.inner).join('');
  const before = start > 0 ? text.charAt(start - 1) : ' ';
  const after = end < text.length ? text.charAt(end) : ' ';
  if (inner !== '') return { start, end, newText: inner };
  if (BLANK.test(before) && BLANK.test(after)) {
    if (end < text.length) return { start, end: end + 1, newText: '' };
    return { start: Math.max(0, start - 1), end, newText: '' };
  }
  return { start, end, newText: separates(tags, before, after) ? ' ' : '' };
}

function separates(tags: readonly Tag[], before: string, after: string): boolean {
  if (BLANK.test(before) || !WORD.test(after)) return false;
  if (tags.some((t) => t.kind === 'block')) return !OPENER.test(before);
  return tags.every((t) => t.kind !== 'glued') && (WORD.test(before) || STOP.test(before));
}

function shortened(written: string): string {
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}
