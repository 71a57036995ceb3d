import { msg } from '../../../message.ts';
import { abbreviationsOf } from '../../../text/abbreviations.ts';
import { Kind } from '../../../text/signs.ts';
import { isAbbreviation } from '../../abbreviations.ts';
import type { ParagraphRule } from '../../rule.ts';

/** A year or one lower-case word with a full stop, alone between blanks. */
const CANDIDATE = /(?<!\S)(?:[12]\d{3}|\p{Ll}[\p{Ll}\p{M}]{2,40})\.$/u;
/** What can stand before it and its blank. */
const ENDING = /[.!?"'”’»)\s]/;
/** The next sentence, or the end. */
const NEXT = /^(?:\s*$|\s{1,9}["“‘«(]?\p{Lu})/u;
/** The end of a sentence before it, with its last word. */
const SENTENCE_END = /(\p{L}+)[.!?](["'”’»)]?)\s+$/u;
/** No text is looked at farther back than this. */
const REACH = 50;

export const orphan: ParagraphRule = {
  code: 'fragment/orphan',
  title: 'Sentence of one number or word',
  description: 'What is left of a sentence: a year or a lower-case word that stands between two full stops.',
  group: 'garbled',
  severity: 'warning',
  notFor: ['ka'],
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Pasar itu terbakar pada malam hari. [[2016.]] Kini pasar baru sudah berdiri.',
        fixed: 'Pasar itu terbakar pada malam hari. Kini pasar baru sudah berdiri.',
      },
      {
        language: 'en',
        text: 'The dam was built by the army.\n[[2009.]]\nIt has never been repaired.',
        fixed: 'The dam was built by the army.\n\nIt has never been repaired.',
      },
      {
        language: 'en',
        text: 'The dam is old. [[repaired.]] It may break.',
        fixed: 'The dam is old. It may break.',
      },
    ],
    good: [
      {
        language: 'en',
        text: 'The dam was finished in Sept. 2009. It is old.',
        note: 'a month before the year',
      },
      { language: 'en', text: 'It all began in 2009. The dam is old.' },
      { language: 'en', text: '2009\nThe dam is built.', note: 'a heading of a chronicle' },
      { language: 'de', text: 'Der Damm stammt vom 4. 5. 2009. Er ist alt.' },
    ],
  },
  scope: 'paragraph',
  needs: (signs) => signs.has(Kind.stop),
  *check(paragraph, context) {
    const { text } = paragraph;
    for (let stop = text.indexOf('.'); stop >= 0; stop = text.indexOf('.', stop + 1)) {
      const end = stop + 1;
      // Most full stops end here: the word before them is in the midst of its sentence.
      const blank = blankBefore(text, stop);
      if (blank === undefined || (blank > 0 && !ENDING.test(text.charAt(blank - 1)))) continue;
      const alone = CANDIDATE.exec(text.slice(Math.max(0, end - REACH), end))?.[0];
      if (alone === undefined || !NEXT.test(text.slice(end, end + 12))) continue;
      const start = end - alone.length;
      if (start > 0) {
        const last = SENTENCE_END.exec(text.slice(Math.max(0, start - REACH), start));
        if (last?.[1] === undefined || isShortened(last[1], context.language)) continue;
        // “It is late.” dedi. – in Turkish and others the verb of saying stands alone after the quote.
        if (last[2] !== '' && /^\p{Ll}/u.test(alone)) continue;
      }
      const blanks = /^\s*/.exec(text.slice(end, end + REACH))?.[0].length ?? 0;
      yield {
        start,
        end,
        message: msg(
          '“{0}” stands alone as a sentence. Delete it, or join it to the sentence that it belongs to.',
          alone,
        ),
        why: msg('Nothing but “{0}” stands between two sentence ends.', alone),
        fixes: [{ title: msg('Delete it'), edits: [{ start, end: end + blanks, newText: '' }] }],
      };
    }
  },
};

/** Where the last blank before an offset stands, -1 at the start of the text; undefined where it is out of reach. */
function blankBefore(text: string, offset: number): number | undefined {
  for (let at = offset - 1; at > offset - REACH; at--) if (at < 0 || /\s/.test(text.charAt(at))) return at;
  return undefined;
}

/** Months, titles and other words that are cut off, and are no end of a sentence. */
function isShortened(word: string, language: string): boolean {
  const lower = word.toLowerCase();
  const { always, beforeNumber } = abbreviationsOf(language);
  return word.length < 3 || always.has(lower) || beforeNumber.has(lower) || isAbbreviation(lower, language);
}
