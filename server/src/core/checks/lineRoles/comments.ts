import type { Lines } from './lineRole.ts';
import type { LineShape } from './lineShape.ts';

/** What readers wrote: places among the lines, the heading and the last one included. */
export interface CommentBlock {
  readonly from: number;
  readonly to: number;
}

/** So many lines of text has the article before the comments on it. */
const FEWEST_OF_OWN = 2;
/** A mark of a comment stands near the heading. */
const REACH = 12;
/** No button or time of a comment is longer. */
const LONGEST_MARK = 60;
/** Buttons under a comment, and how long ago it was written. */
const MARK =
  /^(?:reply|replies|like|report|balas|balasan|suka|laporkan|trả lời|thích|répondre|responder|antworten|rispondi|ответить|yanıtla)(?:\s*\(?\d*\)?)$|(?:\d|\ban?) (?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?) ago|\d (?:detik|menit|jam|hari|minggu|bulan|tahun)(?: yang)? lalu|\d (?:giây|phút|giờ|ngày|tuần|tháng|năm) trước|(?:says|said|berkata|mengatakan|viết|dit|dice|sagt)\s?:$/iu;

/** The comments of readers at the end of a page; undefined where a heading is all there is of them. */
export function commentBlock(lines: Lines, shapes: readonly LineShape[]): CommentBlock | undefined {
  let own = 0;
  for (let i = 0; i < shapes.length; i++) {
    const shape = shapes[i];
    if (shape === undefined) continue;
    if (shape.clue === undefined && shape.end === 'stop') own++;
    if (shape.clue?.heads !== 'comments' || own < FEWEST_OF_OWN) continue;
    const to = endOfBlock(shapes, i);
    for (let k = i + 1; k <= Math.min(to, i + REACH); k++) {
      const text = lines[k]?.paragraph.text ?? '';
      if (text.length <= LONGEST_MARK && MARK.test(text)) return { from: i, to };
    }
  }
  return undefined;
}

/** The last line before the heads of other articles. */
function endOfBlock(shapes: readonly LineShape[], from: number): number {
  for (let i = from + 1; i < shapes.length; i++) if (shapes[i]?.clue?.heads === 'related') return i - 1;
  return shapes.length - 1;
}
