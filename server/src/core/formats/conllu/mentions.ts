import type { ReadPart, ReadSpan } from '../readArticle.ts';
import { readBrackets, stretchOf } from './entities.ts';

/** A mention that is read: where its stretches begin and end among the words of the document. */
interface Reading {
  readonly id: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly line: number;
  readonly parts: number;
  readonly stretches: { first: number; last: number }[];
  open: boolean;
}

/** Fields of an opening bracket that say no more than the span does. */
const STRUCTURE: ReadonlySet<string> = new Set([
  'eid',
  'GRP',
  'etype',
  'entity',
  'head',
  'minspan',
  'identity',
  'other',
  '',
]);

/** Puts the brackets of `Entity` in MISC together to mentions, word by word of a document. */
export class Mentions {
  /** Lines of brackets that open or close nothing. */
  readonly loose: number[] = [];
  /** Mentions of which no word stands in the text. */
  unwritten = 0;
  /** Mentions that share their id with another: the file says that they name the same. */
  chained = 0;
  private readonly done: Reading[] = [];
  private readonly current = new Map<string, Reading[]>();

  /**
   * Takes in the value of `Entity` of a word. `place` is the word's among all of the document; of an empty node that
   * of the next one, where `written` is false. False where the value has no brackets.
   */
  add(value: string, names: readonly string[], place: number, written: boolean, line: number): boolean {
    const brackets = readBrackets(value, names);
    if (!brackets) return false;
    const last = written ? place : place - 1;
    for (const { opens, closes, id, fields } of brackets) {
      const { eid, part, parts } = stretchOf(id);
      const known = this.current.get(eid) ?? [];
      this.current.set(eid, known);
      if (!opens) {
        const reading = known.findLast((r) => r.open);
        if (!reading) this.loose.push(line);
        else this.close(reading, last, known);
        continue;
      }
      let reading = part > 1 ? known.findLast((r) => !r.open && r.stretches.length < r.parts) : undefined;
      if (!reading) {
        reading = { id: eid, fields, line, parts, stretches: [], open: false };
        known.push(reading);
      }
      reading.stretches.push({ first: place, last: place - 1 });
      reading.open = true;
      if (closes) this.close(reading, last, known);
    }
    return true;
  }

  private close(reading: Reading, last: number, known: Reading[]): void {
    const stretch = reading.stretches.at(-1);
    if (stretch) stretch.last = last;
    reading.open = false;
    if (reading.stretches.length < reading.parts) return;
    known.splice(known.indexOf(reading), 1);
    this.done.push(reading);
  }

  /** The spans, given how to find the stretch of text from a first word to a last. */
  spans(rangeOf: (first: number, last: number) => ReadPart): ReadSpan[] {
    for (const readings of this.current.values())
      for (const reading of readings) {
        this.loose.push(reading.line);
        if (!reading.open) this.done.push(reading);
      }
    const counts = new Map<string, number>();
    for (const { id } of this.done) counts.set(id, (counts.get(id) ?? 0) + 1);
    const used = new Map<string, number>();
    const spans: ReadSpan[] = [];
    for (const { id, fields, line, stretches } of this.done) {
      const parts = joined(stretches.filter((s) => s.last >= s.first).map((s) => rangeOf(s.first, s.last)));
      if (parts.length === 0) {
        this.unwritten++;
        continue;
      }
      if ((counts.get(id) ?? 0) > 1) this.chained++;
      const nth = (used.get(id) ?? 0) + 1;
      used.set(id, nth);
      const entity = fields.get('identity');
      spans.push({
        id: nth === 1 ? id : `${id}.${nth}`,
        label: fields.get('etype') ?? fields.get('entity') ?? '',
        parts,
        attributes: new Map(attributesIn(fields)),
        ...(entity ? { entity } : {}),
        line,
      });
    }
    return spans;
  }
}

/** Further fields, such as GUM's `infstat`, and the keys of `other`. */
function attributesIn(fields: ReadonlyMap<string, string>): [string, string][] {
  const other = (fields.get('other') ?? '').split(',').flatMap((pair): [string, string][] => {
    const colon = pair.indexOf(':');
    return pair === '' ? [] : [colon < 0 ? [pair, 'true'] : [pair.slice(0, colon), pair.slice(colon + 1)]];
  });
  const own = [...fields].filter(([name, value]) => !STRUCTURE.has(name) && value !== '' && value !== '_');
  return [...own, ...other];
}

/** Stretches in order, those of one written word only once: several words may be written as one. */
function joined(parts: readonly ReadPart[]): ReadPart[] {
  const kept: ReadPart[] = [];
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last && part.start < last.end) continue;
    kept.push(part);
  }
  return kept;
}
