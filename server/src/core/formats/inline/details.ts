import type { AttributeValue } from '../../annotations/model.ts';
import { parseJson } from '../../json/scan.ts';
import { type Message, msg } from '../../message.ts';
import { isAttributeValue } from '../attributeValue.ts';

/** What stands in the parentheses behind tagged words. */
export interface InlineDetails {
  readonly label: string;
  readonly entity?: string;
  /** Empty where there are none. */
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  readonly note?: string;
}

/** What can stand without quotation marks: nothing that the notation uses, no blanks, nothing invisible. */
const BARE = /^(?!@)[^\s"()=[\]\\\p{C}]+$/u;

/** `ORG Q42418 sure=yes "note"`: the label, the entity, attributes, the note; as it stands between the parentheses. */
export function writeDetails({ label, entity, attributes, note }: InlineDetails): string {
  return [
    word(label),
    ...(entity === undefined ? [] : [BARE.test(entity) ? entity : `@${quoted(entity)}`]),
    ...[...attributes].map(([name, value]) => `${word(name)}=${writtenValue(value)}`),
    ...(note === undefined ? [] : [quoted(note)]),
  ].join(' ');
}

function writtenValue(value: AttributeValue): string {
  if (typeof value === 'object') return `[${value.map(quoted).join(',')}]`;
  if (typeof value !== 'string') return JSON.stringify(value);
  return BARE.test(value) && !parseJson(value) ? value : quoted(value);
}

function word(text: string): string {
  return BARE.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Details that were read, and where their closing parenthesis stands; or what is wrong and where (UTF-16 offsets). */
export type ReadDetails =
  | { readonly details: InlineDetails; readonly end: number }
  | { readonly wrong: Message; readonly at: number };

/** Reads what `writeDetails` wrote, from behind the opening parenthesis on. Linear in what it reads. */
export function readDetails(text: string, from: number): ReadDetails {
  const reader = new Reader(text, from);
  reader.blanks();
  const label = reader.word();
  if (label === undefined || label === '')
    return { wrong: msg('A tag needs a label in its parentheses: [words](LABEL).'), at: from };
  const attributes = new Map<string, AttributeValue>();
  let entity: string | undefined;
  let note: string | undefined;
  for (;;) {
    const blank = reader.blanks();
    const at = reader.at;
    if (reader.takes(')')) return { details: { label, attributes, ...optional({ entity, note }) }, end: at };
    if (!blank) return { wrong: UNCLOSED, at };
    const isEntity = reader.takes('@');
    const isQuoted = reader.sees('"');
    const said = reader.word();
    if (said === undefined) return { wrong: UNCLOSED, at };
    if (!isEntity && reader.takes('=')) {
      const value = reader.value();
      if (value === undefined)
        return {
          wrong: msg('This attribute has no value: {0}. Write name=value, or name="a value".', said),
          at,
        };
      if (attributes.has(said)) return { wrong: msg('This tag has the attribute {0} twice.', said), at };
      attributes.set(said, value);
    } else if (isQuoted && !isEntity) {
      if (note !== undefined) return { wrong: msg('This tag has two notes. Make one of them.'), at };
      note = said;
    } else {
      if (entity !== undefined)
        return {
          wrong: msg(
            'This tag has two entities, {0} and {1}. A note stands in quotation marks.',
            entity,
            said,
          ),
          at,
        };
      entity = said;
    }
  }
}

const UNCLOSED = msg(
  'This tag is not closed here: [words](LABEL entity name=value "note"). Values with blanks stand in quotation marks.',
);

function optional({ entity, note }: { entity: string | undefined; note: string | undefined }) {
  return { ...(entity === undefined ? {} : { entity }), ...(note === undefined ? {} : { note }) };
}

class Reader {
  at: number;
  private readonly text: string;

  constructor(text: string, from: number) {
    this.text = text;
    this.at = from;
  }

  sees(char: string): boolean {
    return this.text[this.at] === char;
  }

  takes(char: string): boolean {
    if (!this.sees(char)) return false;
    this.at++;
    return true;
  }

  /** True where there were some. */
  blanks(): boolean {
    const from = this.at;
    while (this.sees(' ') || this.sees('\t')) this.at++;
    return this.at > from;
  }

  /** A word, with quotation marks or without. */
  word(): string | undefined {
    if (!this.sees('"')) return this.matched(/[^\s"()=[\]\\]+/y);
    const string = this.matched(/"(?:[^"\\\n]|\\.)*"/y);
    const value = string === undefined ? undefined : parseJson(string)?.value;
    return typeof value === 'string' ? value : undefined;
  }

  value(): AttributeValue | undefined {
    if (this.takes('[')) return this.list();
    if (this.sees('"')) return this.word();
    const bare = this.word();
    const value = bare === undefined ? undefined : parseJson(bare)?.value;
    return typeof value === 'boolean' || (typeof value === 'number' && isAttributeValue(value))
      ? value
      : bare;
  }

  private list(): string[] | undefined {
    const values: string[] = [];
    for (;;) {
      this.blanks();
      if (this.takes(']')) return values;
      if (values.length > 0 && !this.takes(',')) return undefined;
      this.blanks();
      const value = this.sees('"') ? this.word() : undefined;
      if (value === undefined) return undefined;
      values.push(value);
    }
  }

  private matched(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}
