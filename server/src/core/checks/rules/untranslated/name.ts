import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { TextRange } from '../../../text/range.ts';
import type { Token } from '../../../text/tokens.ts';
import type { ArticleRule, RuleContext } from '../../rule.ts';
import { DEMONYMS, PEOPLE, ROLES, titlesOf } from './name/words.ts';

/** What stands twice in an article is what its writer calls it. */
const NAME_FROM = 2;

/** An English noun and the word before it. */
interface Pair extends TextRange {
  readonly before: string;
  readonly noun: string;
}

export const untranslatedName: ArticleRule = {
  code: 'untranslated/name',
  title: 'Noun left in English',
  description: 'An English noun with a capital that is no name, beside a title or a nationality.',
  group: 'untranslated',
  severity: 'hint',
  notFor: ['en'],
  examples: {
    bad: [
      { language: 'id', text: 'Menurut [[Sekretaris Person]] Kremlin, jembatan itu akan ditutup.' },
      { language: 'id', text: 'Polisi menahan tiga [[Tajik Nationals]] di perbatasan.' },
      { language: 'vi', text: 'Cảnh sát bắt giữ ba [[Tajik Nationals]] ở biên giới.' },
    ],
    good: [
      {
        language: 'id',
        text: 'Menteri Young dan Gubernur Brown terbang dengan Turkish Airlines.',
        note: 'names',
      },
      { language: 'id', text: 'Ia mendirikan Afghan Women Council di Kabul.', note: 'a name goes on' },
      { language: 'vi', text: 'Ông là thành viên của tổ chức Human Rights Watch.' },
    ],
  },
  scope: 'article',
  *check(article, context) {
    const found: Pair[] = [];
    const key = `untranslated/name ${context.language}`;
    const own = article.collect(key, (paragraph) => paragraph.memo(key, () => pairs(paragraph, context)));
    for (const { index, items } of own) {
      const start = article.paragraphs[index]?.start ?? 0;
      for (const pair of items) found.push({ ...pair, start: pair.start + start, end: pair.end + start });
    }
    const counts = new Map<string, number>();
    for (const pair of found) counts.set(nameOf(pair), (counts.get(nameOf(pair)) ?? 0) + 1);
    for (const pair of found) {
      if (context.accepts(pair.noun) || context.accepts(nameOf(pair))) continue;
      if ((counts.get(nameOf(pair)) ?? 0) >= NAME_FROM) continue;
      // A name that the source writes with the same capitals.
      if (context.source?.hasPhrase([pair.before, pair.noun]) === true) continue;
      yield {
        start: pair.start,
        end: pair.end,
        message: msg(
          '“{0}” was probably left in English. Translate it, unless it is part of a name.',
          pair.noun,
        ),
        why: msg('“{0}” is an English noun and no name; “{1}” stands before it.', pair.noun, pair.before),
      };
    }
  },
};

function nameOf({ before, noun }: Pair): string {
  return `${before} ${noun}`;
}

function pairs({ tokens }: Paragraph, { language, lexicon }: RuleContext): Pair[] {
  const titles = titlesOf(language);
  const found: Pair[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || !startsWithCapital(token.text)) continue;
    const before = tokens[i - 1];
    if (before?.kind !== 'word' || before.end + 1 !== token.start) continue;
    if (!isPair(before, token, titles) || goesOn(tokens, i)) continue;
    // A word that the article's language has as well is none that was left over.
    if ((lexicon.of(language)?.commonness(token.text.toLowerCase()) ?? 0) > 1) continue;
    found.push({ start: before.start, end: token.end, before: before.text, noun: token.text });
  }
  return found;
}

function isPair(before: Token, token: Token, titles: ReadonlySet<string>): boolean {
  if (PEOPLE().has(token.text) && DEMONYMS().has(before.text)) return true;
  return ROLES().has(token.text) && titles.has(before.text.toLowerCase());
}

/** True where another English-looking part of a name follows: Afghan Women Council. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || next.kind !== 'word' || next.start !== token.end + 1) return false;
  return PEOPLE().has(token.text) && startsWithCapital(next.text);
}

function startsWithCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return word.length > 3 && code >= 0x41 && code <= 0x5a;
}
