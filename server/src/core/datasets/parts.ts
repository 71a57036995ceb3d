import { type Message, msg } from '../message.ts';

/** A part that a dataset is split into. */
export interface Part {
  /** Names files: letters, digits, `_`, `-` and `.`. */
  readonly name: string;
  /** 0–1; those of all parts add up to 1. */
  readonly share: number;
}

/** The names of parts that have none, by how many there are. */
const USUAL_NAMES: ReadonlyMap<number, readonly string[]> = new Map([
  [2, ['train', 'test']],
  [3, ['train', 'dev', 'test']],
]);
const MOST_PARTS = 100;
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,63}$/u;

/**
 * The parts that somebody asks for: `80/10/10` (train, dev and test; of two, train and test), or `train=80,test=20`.
 * Shares are percentages or fractions. `refused` says what to write instead.
 */
export function parseParts(text: string): readonly Part[] | { readonly refused: Message } {
  const written = text
    .split(/[/,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (written.length < 2 || written.length > MOST_PARTS)
    return { refused: msg('A split has two parts or more, at most {0}, such as 80/10/10.', MOST_PARTS) };
  const usual = USUAL_NAMES.get(written.length);
  const parts: Part[] = [];
  for (const [i, part] of written.entries()) {
    const equals = part.lastIndexOf('=');
    const name = equals < 0 ? usual?.[i] : part.slice(0, equals).trim();
    const number = /^(\d{1,6}(?:\.\d{1,12})?|\.\d{1,12})\s?%?$/.exec(part.slice(equals + 1).trim())?.[1];
    if (number === undefined || Number(number) === 0)
      return { refused: msg('“{0}” is no share. Write shares such as 80/10/10, or train=80,test=20.', part) };
    if (name === undefined)
      return {
        refused: msg('Name the parts, such as a=40,b=30,c=20,d=10: only two or three have usual names.'),
      };
    if (!NAME.test(name))
      return {
        refused: msg('“{0}” cannot name a part: use letters, digits, “-”, “_” and “.” only.', name),
      };
    parts.push({ name, share: Number(number) });
  }
  return checkedParts(parts);
}

/** The same parts with shares that add up to 1, or why they cannot be. */
function checkedParts(parts: readonly Part[]): readonly Part[] | { readonly refused: Message } {
  const doubled = parts.find(({ name }, i) => parts.findIndex((p) => folded(p.name) === folded(name)) < i);
  if (doubled) return { refused: msg('Two parts have the name “{0}”: each needs its own.', doubled.name) };
  const sum = parts.reduce((all, { share }) => all + share, 0);
  const whole = [1, 100].find((total) => Math.abs(sum - total) < 1e-9 * total);
  if (whole === undefined)
    return {
      refused: msg('The shares add up to {0}; they should add up to 100.', Number(sum.toFixed(6))),
    };
  return parts.map(({ name, share }) => ({ name, share: share / whole }));
}

/** Files of names that differ in letter case only are one file on some disks. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
