import { changed, replaced, type SentenceOperator } from '../damage.ts';
import type { Random } from '../random.ts';
import { wordRun, words } from '../words.ts';
import { typographic } from './encoding.ts';

const NAMED: ReadonlyMap<string, readonly string[]> = new Map([
  ['"', ['&quot;', '&#34;']],
  ["'", ['&#39;', '&apos;', '&#x27;']],
  ['“', ['&ldquo;', '&#8220;']],
  ['”', ['&rdquo;', '&#8221;']],
  ['‘', ['&lsquo;', '&#8216;']],
  ['’', ['&rsquo;', '&#8217;']],
  ['–', ['&ndash;', '&#8211;']],
  ['&', ['&amp;', '&#38;']],
  ['ê', ['&ecirc;']],
  ['ô', ['&ocirc;']],
  ['á', ['&aacute;']],
  ['à', ['&agrave;']],
  ['é', ['&eacute;']],
]);
const PLACEHOLDERS = [
  '{{title}}',
  '{{ author.name }}',
  `\${name}`,
  '%s',
  '%d',
  '{0}',
  '[object Object]',
  'undefined',
  '<UNK>',
  '[UNK]',
  'Lorem ipsum dolor sit amet',
];

/** The places of a text where a pattern matches, with what stands there. */
const places = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), (m) => ({ at: m.index, sign: m[0] }));

/** A place between two words. */
function gap(text: string, random: Random): number | undefined {
  return random.pick(places(text, /(?<=\p{L}) (?=\p{L})/gu))?.at;
}

const entity: SentenceOperator = {
  name: 'html_entity',
  family: 'markup',
  scope: 'sentence',
  codes: ['markup/entity'],
  inTable: true,
  apply: ({ text }, random) => {
    const set = typographic(text);
    const sign = random.pick(places(set, /["'“”‘’–&êôáàé]/gu));
    if (sign && random.below(3) > 0) {
      return replaced(set, sign.at, sign.at + 1, random.pick(NAMED.get(sign.sign) ?? []) ?? sign.sign);
    }
    const at = gap(set, random);
    return at === undefined ? undefined : replaced(set, at, at + 1, random.pick(['&nbsp;', '&#160;']) ?? '');
  },
};

const WRAPS: readonly (readonly [string, string])[] = [
  ['<b>', '</b>'],
  ['<strong>', '</strong>'],
  ['<em>', '</em>'],
  ['<a href="https://example.com/berita/1">', '</a>'],
  ['<span class="name">', '</span>'],
  ['<font color="red">', '</font>'],
];
const LONE = [
  '<br>',
  '<br/>',
  '</p>',
  '<p>',
  '</div>',
  '<!-- more -->',
  '<img src="a.jpg" alt="">',
  '[caption id="1"]',
];

const tag: SentenceOperator = {
  name: 'html_tag',
  family: 'markup',
  scope: 'sentence',
  codes: ['markup/tag'],
  inTable: true,
  apply: ({ text }, random) => {
    const run = random.below(2) === 0 ? wordRun(text, 1 + random.below(3), random) : undefined;
    const [open, close] = random.pick(WRAPS) ?? ['', ''];
    if (run) return replaced(text, run.start, run.end, open + run.text + close);
    const at = gap(text, random);
    return at === undefined ? undefined : replaced(text, at, at + 1, random.pick(LONE) ?? '');
  },
};

const hex = (sign: string) => sign.charCodeAt(0).toString(16).padStart(4, '0');
const percent = (sign: string) => encodeURIComponent(sign);

const escaped: SentenceOperator = {
  name: 'escape',
  family: 'markup',
  scope: 'sentence',
  codes: ['encoding/escape'],
  inTable: true,
  apply: ({ text }, random) => {
    const set = typographic(text);
    const sign = random.pick(places(set, /[^\u0000-\u007f]/g));
    const quote = random.pick(places(text, /["']/g));
    const way = random.below(4);
    if (sign && way < 2) return replaced(set, sign.at, sign.at + 1, `\\u${hex(sign.sign)}`);
    if (sign && way === 2) return replaced(set, sign.at, sign.at + 1, percent(sign.sign));
    if (quote) return replaced(text, quote.at, quote.at + 1, random.pick([`\\${quote.sign}`, '\\x92']) ?? '');
    const at = gap(text, random);
    return at === undefined
      ? undefined
      : replaced(text, at, at + 1, random.pick(['\\n', '%20', '\\t', '\\r\\n', '\\u00a0']) ?? '');
  },
};

/** Puts what a template left for a word. */
const placeholder = (
  name: string,
  left: readonly string[],
  more: Partial<SentenceOperator>,
): SentenceOperator => ({
  name,
  family: 'markup',
  scope: 'sentence',
  codes: ['markup/placeholder'],
  ...more,
  apply: ({ text }, random) => {
    const word = random.pick(words(text));
    return word && replaced(text, word.start, word.end, random.pick(left) ?? '');
  },
});

const allEntities: SentenceOperator = {
  // As a page's source has them: every letter beyond ASCII.
  name: 'html_entity_all',
  family: 'markup',
  scope: 'sentence',
  codes: ['markup/entity'],
  apply: ({ text }) => {
    const set = typographic(text);
    return changed(
      set,
      set.replace(/[^\u0000-\u007f]/gu, (c) => `&#${c.codePointAt(0)};`),
    );
  },
};

export const MARKUP: readonly SentenceOperator[] = [
  entity,
  allEntities,
  tag,
  escaped,
  placeholder('placeholder', PLACEHOLDERS, { inTable: true }),
  placeholder('placeholder_null', ['null', 'NaN'], { quiet: true }),
];
