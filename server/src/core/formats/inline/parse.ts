import { type Message, msg } from '../../message.ts';
import { TextOffsets } from '../../text/offsets.ts';
import type { TextRange } from '../../text/range.ts';
import { type InlineDetails, readDetails } from './details.ts';

/** A tag that was read. Its place is that in the text without tags. UTF-16 offsets. */
export interface InlineSpan extends InlineDetails, TextRange {
  /** Where its `[`, and its `](…)`, stand in the tagged text. */
  readonly opening: TextRange;
  readonly closing: TextRange;
}

/** What is wrong with tagged text, and where in it (UTF-16 offsets). */
export interface InlineProblem extends TextRange {
  /** Stable, e.g. `inline/no-label`. */
  readonly code: string;
  readonly message: Message;
  /** 1-based. */
  readonly line: number;
}

/** Tagged text that was read. Where there are problems, `text` is not the article: brackets in doubt are left out of it. */
export interface InlineText {
  /** Without tags. */
  readonly text: string;
  /** By where they begin, outer ones first. */
  readonly spans: readonly InlineSpan[];
  readonly problems: readonly InlineProblem[];
}

/**
 * Reads what `writeInline` wrote, and what people make of it. A backslash takes the meaning from `[`, `]` and `\`;
 * before anything else it is one. Linear in the text's length; does not recurse.
 */
export function parseInline(tagged: string): InlineText {
  const problems: InlineProblem[] = [];
  const spans: { span: InlineSpan; order: number }[] = [];
  const open: { start: number; at: number; order: number }[] = [];
  let text = '';
  let kept = 0;
  let order = 0;
  let offsets: TextOffsets | undefined;
  const wrong = (code: string, at: number, message: Message) => {
    // What is missing at the text's end is shown on its last character.
    const start = Math.min(at, tagged.length - 1);
    offsets ??= new TextOffsets(tagged);
    problems.push({
      code: `inline/${code}`,
      message,
      start,
      end: start + 1,
      line: offsets.position(start).line,
    });
  };
  const marks = /[\\[\]]/g;
  for (let mark = marks.exec(tagged); mark; mark = marks.exec(tagged)) {
    const at = mark.index;
    const next = tagged[at + 1];
    text += tagged.slice(kept, at);
    kept = at + 1;
    if (mark[0] === '\\') {
      const isMark = next === '\\' || next === '[' || next === ']';
      text += isMark ? next : '\\';
      if (isMark) kept++;
    } else if (mark[0] === '[') open.push({ start: text.length, at, order: order++ });
    else {
      const opening = open.pop();
      if (!opening)
        wrong(
          'no-open',
          at,
          msg('This bracket closes nothing. If it belongs to the text, write \\] instead.'),
        );
      else if (next !== '(')
        wrong(
          'no-label',
          at,
          msg('These words have no label: write [words](LABEL), or \\[ and \\] for brackets of the text.'),
        );
      else {
        const read = readDetails(tagged, at + 2);
        if ('wrong' in read) wrong('details', read.at, read.wrong);
        else {
          kept = read.end + 1;
          const closing = { start: at, end: kept };
          const place = { start: opening.start, end: text.length };
          const span = {
            ...read.details,
            ...place,
            opening: { start: opening.at, end: opening.at + 1 },
            closing,
          };
          spans.push({ span, order: opening.order });
        }
      }
    }
    marks.lastIndex = kept;
  }
  for (const { at } of open)
    wrong('no-close', at, msg('This bracket is never closed. If it belongs to the text, write \\[ instead.'));
  return {
    text: text + tagged.slice(kept),
    spans: spans.sort((a, b) => a.order - b.order).map((s) => s.span),
    problems: problems.sort((a, b) => a.start - b.start),
  };
}
