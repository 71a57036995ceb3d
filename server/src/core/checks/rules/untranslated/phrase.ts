import { msg } from '../../../message.ts';
import { isSureLanguage } from '../../../text/language/articleLanguage.ts';
import { confusableWith } from '../../../text/language/confusables.ts';
import { languageName } from '../../../text/language/names.ts';
import { NO_WORD } from '../../../text/lexicon/wordBook.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import type { TextRange } from '../../../text/range.ts';
import type { Severity } from '../../finding.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';
import { BORROWED } from './phrase/borrowed.ts';
import { GUESTS } from './phrase/functionWords.ts';
import { canHold, type Host, hostOf, type Judgements, judgementsOf } from './phrase/hosts.ts';
import { guestsToLookFor, LONG_TITLE } from './phrase/quickLook.ts';
import { enclosing, enclosures } from './phrase/quoted.ts';
import { foreignRuns, judged, type Run } from './phrase/runs.ts';

/** Of a sentence's words: beyond, the whole sentence is foreign, which has a rule of its own. */
const PART = 0.6;
/** Of a quote or bracket: a term or a title that is meant so; a person's own words, in part. */
const WHOLE_QUOTE = 0.85;
const MUCH_OF_QUOTE = 0.6;
/** Least weights in orders of commonness: of a hint, and of a warning where only common words are known. */
const HINT_WEIGHT = 3;
const COMMON_HINT_WEIGHT = 7;
const COMMON_WARNING_WEIGHT = 10;
/** Two words so foreign are not borrowed. */
const SURE_WEIGHT = 5;

interface Leftover extends TextRange {
  readonly run: Run;
  readonly guest: string;
  readonly severity: Severity;
}

export const untranslatedPhrase: ParagraphRule = {
  code: 'untranslated/phrase',
  title: 'Words in another language',
  description: 'Words of another language side by side inside a sentence.',
  group: 'untranslated',
  severity: 'hint',
  options: [
    {
      name: 'leastWords',
      description: 'How many foreign words in lower case a run must have.',
      type: 'number',
      default: 2,
      least: 2,
      most: 20,
      whole: true,
    },
    {
      name: 'accept',
      description: 'Languages whose words may stand in articles of any language, such as "en".',
      type: 'words',
      default: [],
    },
  ],
  examples: {
    bad: [
      { language: 'id', text: 'Wali kota mengatakan bahwa [[the old bridge]] itu akan ditutup besok.' },
      { language: 'id', text: 'Jembatan itu ditutup [[because of the flood]] sejak hari Senin.' },
      { language: 'vi', text: 'Thị trưởng cho biết cây cầu sẽ [[remain closed for repairs]] từ ngày mai.' },
      {
        language: 'en',
        text: 'The mayor said that [[jembatan itu akan]] be closed until the end of the year.',
      },
      { language: 'en', text: 'The mayor said that [[cây cầu sẽ được]] closed until the end of the year.' },
    ],
    good: [
      { language: 'id', text: 'Ia memimpin New York Philharmonic dan Bank of America.', note: 'names' },
      { language: 'id', text: 'Film “Gone with the Wind” diputar lagi.', note: 'a title in quotes' },
      {
        language: 'id',
        text: 'Bank itu memakai data dari program televisi dan hotel.',
        note: 'words of both',
      },
      { language: 'vi', text: 'Anh ấy xem video trên Internet.', note: 'single words that were borrowed' },
      { language: 'en', text: 'The Jakarta Post reported that Joko Widodo would come.' },
    ],
  },
  scope: 'paragraph',
  *check(paragraph, context, options) {
    const host = context.language === 'und' ? undefined : hostOf(context.language, context.lexicon);
    if (host === undefined) return;
    const accepted = options.words('accept');
    const leastWords = options.number('leastWords');
    const near = confusableWith(host.language);
    const judgements = judgementsOf(paragraph.tokens, host, context.lexicon);
    const likely = guestsToLookFor(paragraph.tokens, judgements);
    if (likely === 0) return;
    for (const [place, guest] of GUESTS.entries()) {
      if ((likely & (1 << place)) === 0) continue;
      if (near.has(guest) || accepted.includes(guest) || !canHold(paragraph.text, guest)) continue;
      for (const { start, end, run, severity } of leftovers(paragraph, judgements, host, guest, context)) {
        if (run.words.length < leastWords && run.capitals === 0) continue;
        yield {
          start,
          end,
          severity,
          message: msg(
            'These words are not in the language of the article, but in {0}.',
            languageName(guest),
          ),
          why: msg(
            'Much commoner in “{0}” than in “{1}”: {2}. Function words among them: {3}.',
            guest,
            host.language,
            run.words.join(', '),
            run.functionWords,
          ),
        };
      }
    }
  },
};

function leftovers(
  paragraph: Paragraph,
  { numbers, guests }: Judgements,
  host: Host,
  guest: string,
  context: RuleContext,
): Leftover[] {
  const verdicts = guests[GUESTS.indexOf(guest)];
  if (verdicts === undefined) return [];
  const { tokens, text } = paragraph;
  const found: Leftover[] = [];
  const runs = foreignRuns(tokens, (place) => judged(verdicts.of(numbers[place] ?? NO_WORD, tokens[place])));
  if (!runs.some((run) => isWorthALook(run))) return found;
  let quotes: readonly TextRange[] | undefined;
  for (const sentence of paragraph.sentences(host.language)) {
    const own = runs.filter((run) => run.start >= sentence.start && run.end <= sentence.end);
    if (own.length === 0 || isForeign(sentence, own, paragraph)) continue;
    for (const run of own) {
      if (!isWorthALook(run) || run.words.some((word) => context.accepts(word))) continue;
      quotes ??= enclosures(text);
      const share = shareOfQuote(run, enclosing(quotes, run));
      if (share >= WHOLE_QUOTE) continue;
      const severity = withSource(
        grade(run, host, guest, share >= MUCH_OF_QUOTE, text),
        run,
        paragraph,
        context,
      );
      if (severity !== undefined) found.push({ start: run.start, end: run.end, run, guest, severity });
    }
  }
  return found;
}

/** How much of the quote or bracket around it a run makes up; 0 where there is none. */
function shareOfQuote({ start, end }: Run, around: TextRange | undefined): number {
  return around ? (end - start) / Math.max(1, around.end - around.start - 2) : 0;
}

/** Two foreign words in lower case, or a long title with one. */
function isWorthALook({ words, capitals, functionWords }: Run): boolean {
  return words.length >= 2 || (functionWords > 0 && capitals + words.length >= LONG_TITLE);
}

/** True where most words of a sentence stand in runs. */
function isForeign(sentence: TextRange, runs: readonly Run[], { tokens }: Paragraph): boolean {
  let words = 0;
  for (const token of tokens) {
    if (token.start >= sentence.end) break;
    if (token.start >= sentence.start && token.kind === 'word') words++;
  }
  let inRuns = 0;
  for (const run of runs) inRuns += run.words.length + run.capitals;
  return inRuns > PART * words;
}

function grade(run: Run, host: Host, guest: string, isEnclosed: boolean, text: string): Severity | undefined {
  const { words, functionWords, capitals, weight } = run;
  const content = words.length - functionWords;
  // Bank of America: only what joins the names is in lower case.
  if (content === 0 && capitals > 0) return capitals + words.length >= LONG_TITLE ? 'hint' : undefined;
  if (host.knowledge === 'common words' && (functionWords === 0 || weight < COMMON_HINT_WEIGHT))
    return undefined;
  if (weight < HINT_WEIGHT) return undefined;
  const isBorrowed =
    guest === 'en' && BORROWED.has(text.slice(run.start, run.end).toLowerCase().replaceAll('-', ' '));
  if (isEnclosed || isBorrowed) return 'hint';
  return isPlain(run, host, guest) ? 'warning' : 'hint';
}

/** What the source article has in the same words was left; but the names that it has are names. */
function withSource(
  severity: Severity | undefined,
  { first, last, words, functionWords, capitals }: Run,
  { tokens }: Paragraph,
  { language, languageKnown, source }: RuleContext,
): Severity | undefined {
  const isSure = languageKnown === undefined || isSureLanguage(languageKnown);
  const own = severity === 'warning' && !isSure ? 'hint' : severity;
  if (source === undefined || confusableWith(source.language).has(language)) return own;
  const written = tokens.slice(first, last + 1).flatMap(({ kind, text }) => (kind === 'word' ? [text] : []));
  if (!source.hasPhrase(written)) return own;
  if (capitals > 0 && words.length === functionWords) return undefined;
  return 'warning';
}

/** True for what nobody leaves so on purpose. */
function isPlain({ words, functionWords, weight }: Run, host: Host, guest: string): boolean {
  const { length } = words;
  switch (host.knowledge) {
    case 'other script':
      return length >= 4 && functionWords > 0;
    case 'common words':
      return length >= 4 && functionWords >= 2 && weight >= COMMON_WARNING_WEIGHT;
    case 'thorough':
      // Writers of Indonesian mix in English terms; of Vietnamese, fewer; hardly anybody mixes anything into English.
      if (functionWords > 0) return true;
      if (guest !== 'en') return length >= 3 || weight >= SURE_WEIGHT;
      return length >= (host.language === 'vi' ? 3 : 5);
  }
}
