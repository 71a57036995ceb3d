import { type Message, msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { Kind } from '../../../text/signs.ts';
import type { Observation } from '../../finding.ts';
import type { ParagraphRule, RuleContext } from '../../rule.ts';
import { OTHER_QUOTES } from './languages.ts';
import { isBlank, isLetter, type Mark, marksOf } from './spacing/marks.ts';

/** Languages that write suffixes onto a closed quotation: `“Ankara”da`, `“한국”은`. */
const SUFFIXING: ReadonlySet<string> = new Set([
  'ko',
  'tr',
  'az',
  'kk',
  'ky',
  'uz',
  'tk',
  'mn',
  'eu',
  'ka',
  'hy',
  'ta',
  'te',
  'kn',
  'ml',
]);
/** Suffixes that Indonesian, Malay and English write onto one: `“lockdown”nya`, `“like”s`. */
const SUFFIX = /^(?:nya|kan|an|lah|kah|pun|ku|mu|i|s|es|ed|ing|er|ers|ish|ness)(?![\p{L}\p{M}])/u;
/** Marks after which a quotation ends and its speaker is named. */
const END_OF_SPEECH = /[,.?!…]/;
/** What a closing mark may touch on its right. */
const AFTER_CLOSING = /[\s.,;:!?…)\]}’”»"'\-–—/*]/;

export const spacing: ParagraphRule = {
  code: 'quote/spacing',
  title: 'Displaced quotation mark',
  description: 'A quotation mark on the wrong side of a space, or with the wrong shape where it stands.',
  group: 'garbled',
  severity: 'error',
  notFor: OTHER_QUOTES,
  scope: 'paragraph',
  needs: (signs) => signs.has(Kind.quote),
  examples: {
    bad: [
      {
        language: 'en',
        text: 'They want “a fair price for all and peace,[[ “]]the mayor said.',
        fixed: 'They want “a fair price for all and peace,” the mayor said.',
      },
      {
        language: 'id',
        text: '“Kami akan datang,[[“]] kata lurah itu.',
        fixed: '“Kami akan datang,” kata lurah itu.',
      },
      {
        language: 'id',
        text: 'Ia menyebutnya “darurat[[”]]dan pergi.',
        fixed: 'Ia menyebutnya “darurat” dan pergi.',
      },
      {
        language: 'id',
        text: '[[“ ]]Ini rumah kami,” kata lurah itu.',
        fixed: '“Ini rumah kami,” kata lurah itu.',
      },
      { language: 'vi', text: 'Ông nói:[[“]]Chúng tôi sẽ đến.”', fixed: 'Ông nói: “Chúng tôi sẽ đến.”' },
      {
        language: 'id',
        text: 'Mereka menyebutnya[[“ ]]darurat” dan pergi.',
        fixed: 'Mereka menyebutnya “darurat” dan pergi.',
      },
      { language: 'vi', text: 'Bà gọi đó là “khủng hoảng[[ ”]].', fixed: 'Bà gọi đó là “khủng hoảng”.' },
    ],
    good: [
      { language: 'en', text: '“We agree,” she said, “and we will sign.” He said, “We too.”' },
      { language: 'en', text: '“He told us ‘never again’ and left,” she said.' },
      {
        language: 'en',
        text: '“She said, “never again” and left the room.',
        note: 'a quotation within a quotation that goes on in the next paragraph',
      },
      { language: 'en', text: '“This is the first paragraph of a long speech. It goes on.' },
      { language: 'en', text: 'She said "yes", he said "no", and “perhaps” was heard (“maybe”).' },
      { language: 'id', text: 'Aturan “lockdown”nya ketat; kata “ya” cukup.' },
      { language: 'tr', text: 'Dün “Ankara”da konuştu.' },
      { language: 'de', text: '„Wir kommen“, sagte sie.' },
    ],
  },
  *check({ text }: Paragraph, context: RuleContext): Generator<Observation> {
    if (!/[“”]/.test(text) || /[„‟]/.test(text)) return;
    const marks = marksOf(text);
    let open = false;
    for (const [i, mark] of marks.entries()) {
      const next = marks[i + 1]?.sign;
      if (mark.sign === '"') {
        if (open && !isBlank(mark.before)) open = false;
        continue;
      }
      const seen: Seen = { text, mark, next, suffixing: SUFFIXING.has(context.language) };
      const observation: Observation | undefined =
        mark.sign === '”' ? closing(seen, open) : open ? secondOpening(seen) : opening(seen);
      open = (observation?.fixes?.[0]?.edits[0]?.newText ?? mark.sign).includes('“');
      if (observation !== undefined) yield observation;
    }
  },
};

interface Seen {
  readonly text: string;
  readonly mark: Mark;
  /** The next double quotation mark of the paragraph. */
  readonly next: Mark['sign'] | undefined;
  readonly suffixing: boolean;
}

/** “ where no quotation is open. */
function opening({ text, mark, next }: Seen): Observation | undefined {
  const { offset, before, after } = mark;
  if (isBlank(after) && isBlank(before) && offset + 1 < text.length) {
    const end = blanksAfter(text, offset + 1);
    if (end === text.length) return undefined;
    return observed(
      offset,
      end,
      '“',
      msg('A space stands after the opening quotation mark. Remove it.'),
      text,
    );
  }
  if (isBlank(after) && next === '”' && (isLetter(before) || before === ':')) {
    const end = blanksAfter(text, offset + 1);
    const displaced = msg('This quotation mark opens what follows, but stands at the word before it.');
    return observed(offset, end, ' “', displaced, text);
  }
  if (isBlank(after) && END_OF_SPEECH.test(before)) {
    const wrong = msg('This mark has the shape of an opening one, but closes what stands before it.');
    return observed(offset, offset + 1, '”', wrong, text);
  }
  if (isBlank(after) || isBlank(before)) return undefined;
  if (isLetter(before) || /[,.:;!?]/.test(before)) {
    if (!isLetter(after)) return undefined;
    return observed(
      offset,
      offset + 1,
      ' “',
      msg('The space before the opening quotation mark is missing.'),
      text,
    );
  }
  return undefined;
}

/** “ where a quotation is already open: a nested or continued one, or really its end. */
function secondOpening({ text, mark, next }: Seen): Observation | undefined {
  const { offset, before, after } = mark;
  const wrongShape = msg('A quotation is open here already: this mark should close it.');
  if (!isBlank(before) && AFTER_CLOSING.test(after))
    return observed(offset, offset + 1, '”', wrongShape, text);
  if (!isBlank(before) || next === '”') return undefined;
  const start = blanksBefore(text, offset);
  if (start === 0) return undefined;
  if (isBlank(after)) return observed(start, offset + 1, '”', wrongShape, text);
  if (!isLetter(after) || (isCapital(after) && !END_OF_SPEECH.test(text.charAt(start - 1)))) return undefined;
  const displaced = msg('This quotation mark closes the quotation before it, but stands at the next word.');
  // Before a capital it may be a quotation within the quotation.
  const doubtful = isCapital(after);
  const observation = observed(start, offset + 1, '” ', displaced, text, !doubtful);
  return doubtful ? { ...observation, severity: 'hint' } : observation;
}

/** ” that stands off from what it closes, or touches the next word. */
function closing({ text, mark, suffixing }: Seen, open: boolean): Observation | undefined {
  const { offset, before, after } = mark;
  const touches = isLetter(after);
  if (isBlank(before)) {
    const start = blanksBefore(text, offset);
    // Without an opening mark before it, it may be one itself, as Swedish has it.
    if (!open || start === 0) return undefined;
    const off = touches
      ? msg('This quotation mark closes the quotation before it, but stands at the next word.')
      : msg('A space stands before the closing quotation mark. Remove it.');
    return observed(start, offset + 1, touches ? '” ' : '”', off, text);
  }
  if (!touches || suffixing || /\p{Nd}/u.test(after) || SUFFIX.test(text.slice(offset + 1, offset + 7)))
    return undefined;
  if (!isLetter(before) && !END_OF_SPEECH.test(before)) return undefined;
  // `katanya,”Kami siap”`: nothing to close, and speech follows.
  if (!open && /[,:]/.test(before) && isCapital(after)) {
    const wrong = msg('No quotation is open here: this mark should open one, after a space.');
    return observed(offset, offset + 1, ' “', wrong, text);
  }
  const missing = msg('The space after the closing quotation mark is missing.');
  return observed(offset, offset + 1, '” ', missing, text);
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase();
}

function blanksBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && isBlank(text.charAt(start - 1))) start--;
  return start;
}

function blanksAfter(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && isBlank(text.charAt(end))) end++;
  return end;
}

function observed(
  start: number,
  end: number,
  newText: string,
  message: Message,
  text: string,
  certain = true,
): Observation {
  const from = Math.max(0, start - 12);
  const around = `${text.slice(from, start)}${newText}${text.slice(end, end + 12)}`;
  return {
    start,
    end,
    message,
    why: msg('It should read “…{0}…”.', around),
    fixes: [{ title: msg('Put the quotation mark in its place'), edits: [{ start, end, newText }], certain }],
  };
}
