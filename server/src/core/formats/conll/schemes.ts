/** How labels of stretches become tags of tokens. */
export const SCHEMES = ['iob2', 'iob1', 'bioes', 'bilou'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A label on tokens of a sentence; places are 0-based, the last one included. */
export interface TaggedSpan {
  readonly first: number;
  readonly last: number;
  readonly label: string;
}

/**
 * The tags of a sentence of `length` tokens; spans in order, not overlapping.
 *
 * - `iob2`: `B-` begins every span, `I-` goes on. `O` is outside of all.
 * - `iob1` (CoNLL-2003): `I-` throughout; `B-` only where a span follows another of its label at once.
 * - `bioes`: as `iob2`, with `E-` for the last and `S-` for a single token; `bilou` says `L-` and `U-` for them.
 */
export function tagsOf(spans: readonly TaggedSpan[], length: number, scheme: Scheme): string[] {
  const tags: string[] = new Array<string>(length).fill('O');
  let previous: TaggedSpan | undefined;
  for (const span of spans) {
    const touches = previous?.label === span.label && previous.last + 1 === span.first;
    for (let at = span.first; at <= span.last; at++)
      tags[at] = `${prefix(at === span.first, at === span.last, touches, scheme)}-${span.label}`;
    previous = span;
  }
  return tags;
}

function prefix(first: boolean, last: boolean, touches: boolean, scheme: Scheme): string {
  if (scheme === 'iob1') return first && touches ? 'B' : 'I';
  if (scheme === 'iob2') return first ? 'B' : 'I';
  const [end, single] = scheme === 'bioes' ? 'ES' : 'LU';
  return (first && last ? single : first ? 'B' : last ? end : 'I') ?? 'I';
}

/** What a tag says: its prefix (empty for a label without one) and its label; undefined for outside. */
export interface Tag {
  readonly prefix: string;
  readonly label: string;
}

/** Prefixes of all schemes; `M` is the inside of BMES. */
const TAG = /^([BIOESLUM])-(.*)$/su;

/** The tag that a cell holds; undefined for `O`. A cell without prefix is a label that goes on over equal ones. */
export function readTag(cell: string): Tag | undefined {
  if (cell === 'O') return undefined;
  const match = TAG.exec(cell);
  const [, prefix = '', label = cell] = match ?? [];
  return { prefix, label };
}

/** True for a cell that is a tag of some scheme: `O`, or a prefix with a label. */
export function isTag(cell: string): boolean {
  return cell === 'O' || (TAG.test(cell) && cell.length > 2 && cell.charAt(0) !== 'O');
}

/** The spans of a sentence, and the 0-based places whose tags follow no scheme and were repaired. */
export interface Decoded {
  readonly spans: readonly TaggedSpan[];
  readonly repaired: readonly number[];
}

/**
 * The spans that tags say, as the scorer conlleval reads them, whatever the scheme: one begins at `B`, `S` or `U`,
 * behind the end of another, and where the label changes; it ends before such a place, before `O`, and at `E`, `S`,
 * `L` or `U`. Places where `scheme` would have said it otherwise are counted as repaired; none without a scheme.
 */
export function decodeTags(cells: readonly string[], scheme?: Scheme): Decoded {
  const spans: TaggedSpan[] = [];
  const repaired: number[] = [];
  let open: TaggedSpan | undefined;
  let openedAsOne = false;
  const close = (): void => {
    if (open) spans.push(open);
    open = undefined;
  };
  for (const [at, cell] of cells.entries()) {
    const tag = readTag(cell);
    const goesOn: boolean =
      tag !== undefined && open?.label === tag.label && !'BSU'.includes(tag.prefix || 'I');
    if (open && !goesOn && ends(scheme) && !openedAsOne) repaired.push(at - 1);
    if (!goesOn) close();
    if (!tag) continue;
    if (!goesOn && scheme && misplaced(tag.prefix, scheme, spans.at(-1), at, tag.label)) repaired.push(at);
    open = { first: goesOn && open ? open.first : at, last: at, label: tag.label };
    openedAsOne = 'ESLU'.includes(tag.prefix || 'I');
    if (openedAsOne) close();
  }
  if (open && ends(scheme)) repaired.push(cells.length - 1);
  close();
  return { spans, repaired: [...new Set(repaired)] };
}

/** True for schemes that mark where a span ends. */
function ends(scheme: Scheme | undefined): boolean {
  return scheme === 'bioes' || scheme === 'bilou';
}

/** Whether a span cannot begin with this prefix in the scheme. */
function misplaced(
  prefix: string,
  scheme: Scheme,
  before: TaggedSpan | undefined,
  at: number,
  label: string,
): boolean {
  if (prefix === '') return false;
  if (scheme !== 'iob1') return !'BSU'.includes(prefix);
  return prefix === 'B' && !(before?.last === at - 1 && before.label === label);
}
