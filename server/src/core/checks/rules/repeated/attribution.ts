import { lazyByKey } from '../../../lazy.ts';
import { msg } from '../../../message.ts';
import { Kind } from '../../../text/signs.ts';
import type { Token } from '../../../text/tokens.ts';
import type { ParagraphRule } from '../../rule.ts';
import { REPORTING_VERBS, type ReportingVerbs } from './reportingVerbs.ts';

/** The longest name of a speaker, in words. */
const MOST_WORDS = 6;
const NAME = String.raw`[\p{L}\p{M}\p{Nd}’'.()/-]+(?: [\p{L}\p{M}\p{Nd}’'()/-]+){0,${MOST_WORDS - 1}}`;
const END = String.raw`(?=[.!?]?["”’»]?(?:\s+\p{Lu}|$))`;

const patternsOf = lazyByKey((language: string): readonly RegExp[] =>
  Object.hasOwn(REPORTING_VERBS, language) ? patterns(REPORTING_VERBS[language] ?? {}) : [],
);

/** The longest word of each verb of a language: a statement with two speakers has two of them. */
const wordsOf = lazyByKey((language: string): ReadonlySet<string> => {
  const {
    before = '',
    after = '',
    source = '',
  } = Object.hasOwn(REPORTING_VERBS, language) ? (REPORTING_VERBS[language] ?? {}) : {};
  return new Set(
    [before, after, source]
      .filter(Boolean)
      .flatMap((verbs) => verbs.split('|'))
      .map((verb) =>
        verb.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest), ''),
      ),
  );
});

export const attribution: ParagraphRule = {
  code: 'repeated/attribution',
  title: 'Two speakers for one statement',
  description: 'A statement that is given to a speaker twice, as a machine translation of a headline does.',
  group: 'garbled',
  severity: 'warning',
  languages: Object.keys(REPORTING_VERBS),
  examples: {
    bad: [
      { language: 'id', text: 'Jembatan itu aman dilalui, [[kata Dinas Perhubungan, kata petugas dinas]]' },
      {
        language: 'id',
        text: 'Jembatan itu aman, [[ujar Kepala Dinas, kata Pak Susilo]].',
        note: 'two verbs of saying',
      },
      { language: 'en', text: 'The bridge is safe again, [[said the road office, said an officer]].' },
      {
        language: 'en',
        text: 'The bridge is safe again, [[the road office said, officers of the road office said]].',
      },
      { language: 'vi', text: 'Cây cầu đã an toàn, [[Sở Giao thông cho biết, cán bộ của sở cho biết]].' },
    ],
    good: [
      { language: 'id', text: '“Jembatan itu aman,” kata Budi. “Kami sudah memeriksanya,” kata Ani.' },
      {
        language: 'id',
        text: 'Kata ibu, kata itu tidak boleh diucapkan.',
        note: 'kata is also a word for “word”',
      },
      { language: 'en', text: 'The bridge is safe, the mayor said, according to the Harbour Post.' },
      { language: 'en', text: 'It was a matter of he said, she said.', note: 'an idiom' },
    ],
  },
  scope: 'paragraph',
  needs: (signs) => signs.hasPair(Kind.comma, Kind.space),
  *check({ text, tokens }, context) {
    if (!hasTwo(tokens, wordsOf(context.language))) return;
    for (const pattern of patternsOf(context.language)) {
      for (const match of text.matchAll(pattern)) {
        const verb = match.groups?.verb ?? '';
        yield {
          start: match.index,
          end: match.index + match[0].length,
          message: msg('The statement is given to a speaker twice. Keep one of them.'),
          why: msg('“{0}” introduces two speakers of one sentence.', verb.toLowerCase()),
        };
      }
    }
  },
};

function hasTwo(tokens: readonly Token[], words: ReadonlySet<string>): boolean {
  let found = 0;
  for (const { text } of tokens) if (words.has(text) && ++found === 2) return true;
  return false;
}

function patterns({ before, after, source }: ReportingVerbs): RegExp[] {
  const sources: string[] = [];
  // One verb twice, or two verbs; but who said it and where it was read are two things.
  const verbs = [before, source].filter((verb) => verb !== undefined);
  for (const verb of verbs) sources.push(`(?<=[,”"“] ?)(?<verb>${verb}) ${NAME}, (?:${verb}) ${NAME}${END}`);
  if (after !== undefined)
    sources.push(
      String.raw`(?<=, )${NAME} (?<verb>${after}), ${NAME} (?:${after})(?=[.!?]?["”’»]?(?:\s+\p{Lu}|$))`,
    );
  return sources.map((source) => new RegExp(source, 'gu'));
}
