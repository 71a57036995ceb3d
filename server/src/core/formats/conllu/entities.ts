import { escapeOdd, unescapeOdd } from '../conll/escapes.ts';

/** The fields of an opening bracket, declared in `# global.Entity`: CorefUD 1.0's, of which `identity` links to an entity. */
export const FIELDS = 'eid-etype-head-identity';

/** What an opening or closing bracket, or a field of it, cannot hold. */
const IN_BRACKETS = /[\s\p{Cc}%()|[\]=,-]/gu;

/** A stretch of a mention, as brackets mark it: one of several where it has gaps. */
export interface Mention {
  readonly eid: string;
  readonly label: string;
  readonly entity?: string;
  /** Which stretch of how many it is, 1-based. */
  readonly part: number;
  readonly parts: number;
}

/** A stretch opens at one token and closes at another, or at the same. Places are 0-based, of one sentence. */
export interface Bracketed {
  readonly mention: Mention;
  readonly first: number;
  readonly last: number;
}

/** The values of `Entity` for each of the tokens of a sentence; empty where none opens or closes. */
export function bracketsOf(length: number, stretches: readonly Bracketed[]): string[] {
  const closing: string[] = new Array<string>(length).fill('');
  const opening = [...closing];
  const single = [...closing];
  // The longer first, so that brackets nest where spans do.
  const inOrder = [...stretches].sort((a, b) => a.first - b.first || b.last - a.last);
  for (const { mention, first, last } of inOrder) {
    if (first === last) single[first] += `(${fieldsOf(mention)})`;
    else {
      opening[first] += `(${fieldsOf(mention)}`;
      closing[last] = `${idOf(mention)})${closing[last]}`;
    }
  }
  return closing.map((close, i) => `${close}${opening[i]}${single[i]}`);
}

function idOf({ eid, part, parts }: Mention): string {
  return parts > 1 ? `${eid}[${part}/${parts}]` : eid;
}

function fieldsOf(mention: Mention): string {
  const fields = [idOf(mention), escapeOdd(mention.label, IN_BRACKETS), '1'];
  if (mention.entity !== undefined) fields.push(escapeOdd(mention.entity, IN_BRACKETS));
  return fields.join('-');
}

/** A bracket of a value of `Entity`. */
export interface Bracket {
  readonly opens: boolean;
  readonly closes: boolean;
  /** With `[1/2]` of a mention that has gaps. */
  readonly id: string;
  /** By the names of `# global.Entity`; empty where it only closes. */
  readonly fields: ReadonlyMap<string, string>;
}

/** The brackets of a value of `Entity`, whose fields `names` says; undefined where it is none. */
export function readBrackets(value: string, names: readonly string[]): Bracket[] | undefined {
  const brackets: Bracket[] = [];
  let read = 0;
  for (const match of value.matchAll(/(\()?([^()]+)(\))?/g)) {
    const [all, open, body = '', close] = match;
    if (match.index !== read || (!open && !close)) return undefined;
    read += all.length;
    const values = body.split('-');
    const fields = new Map(
      open ? names.map((name, i): [string, string] => [name, unescapeOdd(values[i] ?? '', IN_BRACKETS)]) : [],
    );
    const id = values[Math.max(0, names.indexOf('GRP'), names.indexOf('eid'))] ?? '';
    // The older GUM names the entity's type in what only closes too.
    brackets.push({
      opens: open !== undefined,
      closes: close !== undefined,
      id: open ? id : (values.at(-1) ?? ''),
      fields,
    });
  }
  return read === value.length && brackets.length > 0 ? brackets : undefined;
}

/** Id and place of a stretch: `e5[1/2]` is the first of two of `e5`. */
export function stretchOf(id: string): {
  readonly eid: string;
  readonly part: number;
  readonly parts: number;
} {
  const match = /^(.*)\[(\d{1,6})\/(\d{1,6})\]$/su.exec(id);
  return match
    ? { eid: match[1] ?? '', part: Number(match[2]), parts: Number(match[3]) }
    : { eid: id, part: 1, parts: 1 };
}
