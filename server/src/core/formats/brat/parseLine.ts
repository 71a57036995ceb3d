import { type Message, msg } from '../../message.ts';
import type { TextRange } from '../../text/range.ts';
import type { ValueLine } from './values.ts';

interface Lined {
  /** `*` for equivalences, which have none. */
  readonly id: string;
  /** 1-based. */
  readonly line: number;
}

/** A word or words with a label: `T1→ORG 0 5;8 12→words`. */
export interface BoundLine extends Lined {
  readonly kind: 'T';
  readonly label: string;
  /** In the file's order and unit. */
  readonly fragments: readonly TextRange[];
  readonly quote?: string;
}

export interface EventLine extends Lined {
  readonly kind: 'E';
  readonly label: string;
  readonly trigger: string;
  readonly args: readonly Argument[];
}

export interface BinaryLine extends Lined {
  readonly kind: 'R';
  readonly label: string;
  readonly args: readonly [Argument, Argument];
}

export interface Argument {
  readonly role: string;
  readonly target: string;
}

export interface AttributeLine extends Lined {
  readonly kind: 'A';
  readonly name: string;
  readonly target: string;
  readonly value: ValueLine;
}

export interface ReferenceLine extends Lined {
  readonly kind: 'N';
  readonly name: string;
  readonly target: string;
  readonly source: string;
  readonly entity: string;
}

export interface NoteLine extends Lined {
  readonly kind: '#';
  readonly type: string;
  readonly target: string;
  readonly text: string;
}

export interface EquivalenceLine extends Lined {
  readonly kind: '*';
  readonly label: string;
  readonly members: readonly string[];
}

/** A line of an `.ann` file; names and labels as they stand there. */
export type BratLine =
  | BoundLine
  | EventLine
  | BinaryLine
  | AttributeLine
  | ReferenceLine
  | NoteLine
  | EquivalenceLine;

/** What lines of a kind look like, for whoever has to mend one; `→` is a tab. */
const SHAPES: Readonly<Record<string, string>> = {
  T: 'T1→Label 0 5→words',
  E: 'E1→Label:T1 Role:T2',
  R: 'R1→Label Arg1:T1 Arg2:T2',
  A: 'A1→Name T1 value',
  M: 'M1→Name E1',
  N: 'N1→Reference T1 Source:id→name',
  '#': '#1→AnnotatorNotes T1→note',
  '*': '*→Equiv T1 T2',
};

/** What a line says; why it says nothing; undefined where it is of a kind that brat does not know. */
export type ParsedLine = { readonly said: BratLine } | { readonly wrong: Message } | undefined;

/** Reads one line that is not blank. Linear in its length. */
export function parseLine(text: string, line: number): ParsedLine {
  const kind = text[0] ?? '';
  const shape = Object.hasOwn(SHAPES, kind) ? (SHAPES[kind] ?? '') : undefined;
  const tab = text.indexOf('\t');
  const id = tab < 0 ? text : text.slice(0, tab);
  if (shape === undefined) return undefined;
  const rest = tab < 0 ? '' : text.slice(tab + 1);
  const second = rest.indexOf('\t');
  const data = second < 0 ? rest : rest.slice(0, second);
  const tail = second < 0 ? undefined : rest.slice(second + 1);
  const parsed =
    (kind === '*') === (id === '*') && (kind === '*' || /\d/.test(id)) && PARSERS[kind]?.(data, tail);
  if (parsed) return { said: { ...parsed, id, line } };
  const begin = [...text.slice(0, 80)].slice(0, 40).join('').replaceAll('\t', '→');
  return {
    wrong: msg(
      'This is no line as brat writes it: {0}. It should look like {1}, where → is a tab. Correct it, or take it out.',
      begin,
      shape,
    ),
  };
}

type Parsed = BratLine extends infer L ? (L extends BratLine ? Omit<L, keyof Lined> : never) : never;
type Parser = (data: string, tail: string | undefined) => Parsed | undefined;

const PARSERS: Readonly<Record<string, Parser>> = {
  T: (data, tail) => {
    const [label, ...places] = splitOnce(data);
    const fragments = (places[0] ?? '').split(';').map(fragment);
    const all = fragments.filter((f) => f !== undefined);
    if (!label || all.length < fragments.length || overlap(all)) return undefined;
    return { kind: 'T', label, fragments: all, ...(tail === undefined ? {} : { quote: tail }) };
  },
  E: (data) => {
    const [head, ...rest] = words(data);
    const event = head === undefined ? undefined : argument(head);
    const args = argumentsOf(rest);
    return event && args && { kind: 'E', label: event.role, trigger: event.target, args };
  },
  R: (data) => {
    const [label, ...rest] = words(data);
    const [first, second, ...more] = argumentsOf(rest) ?? [];
    if (!label || !first || !second || more.length > 0 || first.role === second.role) return undefined;
    return { kind: 'R', label, args: [first, second] };
  },
  A: (data) => {
    const [name, rest = ''] = splitOnce(data);
    const [target, value] = splitOnce(rest);
    if (!name || !target) return undefined;
    return { kind: 'A', name, target, value: value === undefined || value === '' ? true : value };
  },
  M: (data) => {
    const [name, target, ...more] = words(data);
    return name && target && more.length === 0 ? { kind: 'A', name, target, value: true } : undefined;
  },
  N: (data) => {
    // BioNLP's shared task of 2013 wrote `Reference Annotation:T1 Referent:Source:id`.
    const [name, ...rest] = words(data);
    const named = (prefix: string) => rest.find((w) => w.startsWith(prefix))?.slice(prefix.length);
    const target = named('Annotation:') ?? rest[0];
    const reference = named('Referent:') ?? rest[1] ?? '';
    const colon = reference.indexOf(':');
    if (!name || !target || rest.length !== 2 || colon < 1 || colon === reference.length - 1)
      return undefined;
    return { kind: 'N', name, target, source: reference.slice(0, colon), entity: reference.slice(colon + 1) };
  },
  '#': (data, tail = '') => {
    const [type, target, ...more] = words(data);
    return type && target && more.length === 0 ? { kind: '#', type, target, text: tail.trim() } : undefined;
  },
  '*': (data) => {
    const [label, ...members] = words(data);
    return label && members.length > 1 ? { kind: '*', label, members } : undefined;
  },
};

function words(text: string): string[] {
  return text.split(/\s+/).filter((w) => w !== '');
}

/** The text before the first blank, and what follows it without blanks at its edges. */
function splitOnce(text: string): [string, string?] {
  const trimmed = text.trim();
  const blank = trimmed.indexOf(' ');
  return blank < 0 ? [trimmed] : [trimmed.slice(0, blank), trimmed.slice(blank + 1).trim()];
}

function argument(word: string): Argument | undefined {
  const colon = word.lastIndexOf(':');
  if (colon < 1 || colon === word.length - 1) return undefined;
  return { role: word.slice(0, colon), target: word.slice(colon + 1) };
}

function argumentsOf(given: readonly string[]): Argument[] | undefined {
  const args = given.map(argument).filter((a) => a !== undefined);
  return args.length === given.length ? args : undefined;
}

function fragment(text: string): TextRange | undefined {
  const [, start, end] = /^(\d{1,15}) +(\d{1,15})$/.exec(text.trim()) ?? [];
  const range = { start: Number(start), end: Number(end) };
  return end !== undefined && range.start <= range.end ? range : undefined;
}

function overlap(fragments: readonly TextRange[]): boolean {
  const sorted = [...fragments].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.some((f, i) => f.start < (sorted[i - 1]?.end ?? 0));
}
