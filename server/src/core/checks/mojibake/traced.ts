/**
 * A text on its way from damaged to repaired that remembers, for each of its UTF-16 units, which stretch of the
 * original it comes from: so a repair of a whole line can be reported place by place.
 */
export interface Traced {
  readonly text: string;
  /** Per unit of `text`: the first unit of the original that it comes from. */
  readonly starts: readonly number[];
  /** Per unit of `text`: the end (exclusive) of the stretch of the original. */
  readonly ends: readonly number[];
}

/** The text as its own origin. */
export function traced(text: string): Traced {
  const starts = Array.from({ length: text.length }, (_, i) => i);
  return { text, starts, ends: starts.map((i) => i + 1) };
}

/** The same origins under another text of the same length, as after encoding each character as one byte. */
export function relabelled(source: Traced, text: string): Traced {
  return { text, starts: source.starts, ends: source.ends };
}

/** The units `start` to `end` of a traced text. */
export function sliced(source: Traced, start: number, end: number): Traced {
  return {
    text: source.text.slice(start, end),
    starts: source.starts.slice(start, end),
    ends: source.ends.slice(start, end),
  };
}

/** Collects a traced text from pieces. */
export class TracedBuilder {
  private text = '';
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** Appends a piece that is already traced. */
  keep(piece: Traced): void {
    this.text += piece.text;
    for (const s of piece.starts) this.starts.push(s);
    for (const e of piece.ends) this.ends.push(e);
  }

  /** Appends `text`, all of which comes from the whole of `origin`. */
  add(text: string, origin: Traced): void {
    const start = origin.starts[0] ?? 0;
    const end = origin.ends.at(-1) ?? start;
    this.text += text;
    for (let i = 0; i < text.length; i++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  /** What was collected. */
  done(): Traced {
    return { text: this.text, starts: this.starts, ends: this.ends };
  }
}

/**
 * The traced text with every match of `pattern` (global) replaced: by a traced piece as it is, by a string of the
 * same length as the match unit for unit, or by a string that then comes from the whole match.
 */
export function replaced(
  source: Traced,
  pattern: RegExp,
  replacement: (match: Traced) => string | Traced,
): Traced {
  const out = new TracedBuilder();
  let from = 0;
  for (const match of source.text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    out.keep(sliced(source, from, match.index));
    const whole = sliced(source, match.index, end);
    const piece = replacement(whole);
    if (typeof piece !== 'string') out.keep(piece);
    else if (piece.length === whole.text.length) out.keep(relabelled(whole, piece));
    else out.add(piece, whole);
    from = end;
  }
  if (from === 0) return source;
  out.keep(sliced(source, from, source.text.length));
  return out.done();
}
