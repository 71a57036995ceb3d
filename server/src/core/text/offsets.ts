const BOM = 0xfeff;
const LF = 0x0a;
const CR = 0x0d;
/** Units between two entries of the table: small enough to scan at once, large enough that 1 MB needs 4,096 entries. */
const BLOCK = 256;

/**
 * The text that offsets in files and revisions refer to: without a byte order mark, and with every line end (CRLF or
 * a lone CR) as one LF.
 */
export function canonicalText(text: string): string {
  const body = text.charCodeAt(0) === BOM ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/**
 * Where things stand in a text as an editor or a disk holds it, in three ways of counting: UTF-16 units of that very
 * text (0-based), code points of its `canonicalText` (0-based; a lone surrogate counts one, as Python counts it), and
 * line and column (1-based, columns in code points). An offset out of range is clamped; one inside a CRLF or a
 * surrogate pair stands for the pair's start. A query costs the scan of one block at most.
 */
export class TextOffsets {
  /** Code points of the canonical text. */
  readonly codePoints: number;
  private readonly text: string;
  private readonly hasBom: boolean;
  /** Code points that end before each block; undefined where every unit after a BOM is a code point. */
  private readonly table: Uint32Array | undefined;
  private lines: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
    this.hasBom = text.charCodeAt(0) === BOM;
    if (/[\r\ud800-\udfff]/.test(text)) {
      const table = new Uint32Array(Math.ceil(text.length / BLOCK) + 1);
      let count = 0;
      for (let unit = 0; unit < text.length; unit++) {
        if (unit % BLOCK === 0) table[unit / BLOCK] = count;
        count += this.weight(unit);
      }
      this.table = table;
      this.codePoints = count;
    } else {
      this.table = undefined;
      this.codePoints = text.length - (this.hasBom ? 1 : 0);
    }
  }

  /** How many code points of the canonical text end at or before a UTF-16 offset. */
  toCodePoint(utf16: number): number {
    const offset = clamp(utf16, this.text.length);
    if (!this.table) return Math.max(0, offset - (this.hasBom ? 1 : 0));
    const block = Math.floor(offset / BLOCK);
    let count = this.table[block] ?? 0;
    if (block * BLOCK === this.text.length) return this.codePoints;
    for (let unit = block * BLOCK; unit < offset; unit++) count += this.weight(unit);
    return count;
  }

  /** The UTF-16 offset at which a code point starts; the text's length for the offset after the last one. */
  toUtf16(codePoint: number): number {
    const wanted = clamp(codePoint, this.codePoints);
    if (!this.table) return wanted + (this.hasBom ? 1 : 0);
    if (wanted === this.codePoints) return this.text.length;
    let unit = BLOCK * (lastAtMost(this.table, Math.ceil(this.text.length / BLOCK), wanted) ?? 0);
    let count = this.table[unit / BLOCK] ?? 0;
    while (count < wanted) count += this.weight(unit++);
    return unit === 0 && this.hasBom ? 1 : this.pairStart(unit);
  }

  /** Line and column of a UTF-16 offset, both 1-based, the column in code points. */
  position(utf16: number): { line: number; column: number } {
    this.lines ??= lineStarts(this.text);
    const offset = this.pairStart(clamp(utf16, this.text.length));
    const line = lastAtMost(this.lines, this.lines.length, offset) ?? 0;
    const start = this.lines[line] ?? 0;
    return { line: line + 1, column: this.toCodePoint(offset) - this.toCodePoint(start) + 1 };
  }

  /** 1 where a code point of the canonical text ends with this unit, else 0. */
  private weight(unit: number): 0 | 1 {
    const code = this.text.charCodeAt(unit);
    if (code === CR) return this.text.charCodeAt(unit + 1) === LF ? 0 : 1;
    if (isHighSurrogate(code)) return isLowSurrogate(this.text.charCodeAt(unit + 1)) ? 0 : 1;
    return code === BOM && unit === 0 ? 0 : 1;
  }

  private pairStart(offset: number): number {
    if (offset === 0) return 0;
    const after = this.text.charCodeAt(offset);
    const before = this.text.charCodeAt(offset - 1);
    const inside = (after === LF && before === CR) || (isLowSurrogate(after) && isHighSurrogate(before));
    return inside ? offset - 1 : offset;
  }
}

/** A whole number from 0 to `most`; 0 for NaN. */
function clamp(offset: number, most: number): number {
  return offset > 0 ? Math.min(Math.trunc(offset), most) : 0;
}

/** UTF-16 offsets at which lines start, line ends being LF, CRLF and CR. */
function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  } else {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  }
  return starts;
}

/** The last of the first `length` entries of an ascending table that is at most `value`; undefined where none is. */
function lastAtMost(table: ArrayLike<number>, length: number, value: number): number | undefined {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : low - 1;
}
