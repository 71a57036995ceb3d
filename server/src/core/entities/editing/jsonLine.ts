import { jsonElements, jsonMembers } from '../../json/scan.ts';
import { type Message, msg } from '../../message.ts';
import type { TextRange, TextReplacement } from '../../text/range.ts';
import { type EntityContent, isSpelled } from './entityText.ts';

/** An entity as a line of an entity file: keys in the order that the documentation gives, without blanks. */
export function entityLine({ id, type, name, names, description, url }: EntityContent): string {
  const line = {
    id,
    type,
    name,
    ...(names.size > 0 ? { names: Object.fromEntries(names) } : {}),
    ...(description.size > 0 ? { description: Object.fromEntries(description) } : {}),
    ...(url === undefined ? {} : { url }),
  };
  return JSON.stringify(line);
}

/** What a line can be edited by, or why it cannot. */
export type LineEdits = readonly TextReplacement[] | { readonly refused: Message };

/** A string of an entity's line that a person may point at. Offsets are those of the text that the line is in. */
export interface LineString extends TextRange {
  readonly what: 'id' | 'name' | 'alias';
  /** Decoded, as the reader takes it. */
  readonly value: string;
  /** Of an alias. */
  readonly language?: string;
}

/** The id, the canonical name and all aliases of a line (UTF-16 units of it, with their quotes), in its order. */
export function lineStrings(line: string): LineString[] {
  const found: LineString[] = [];
  const add = (what: LineString['what'], { start, end }: TextRange, language?: string) => {
    const value: unknown = JSON.parse(line.slice(start, end));
    if (typeof value !== 'string') return;
    found.push({ what, value: value.trim(), start, end, ...(language === undefined ? {} : { language }) });
  };
  const members = lastOfEachKey(jsonMembers(line));
  for (const [key, member] of members) {
    if (key === 'id' || key === 'name') add(key, member);
    if (key !== 'names' || line.charAt(member.start) !== '{') continue;
    for (const [language, list] of lastOfEachKey(jsonMembers(line, member.start))) {
      if (line.charAt(list.start) !== '[') continue;
      for (const element of jsonElements(line, list.start)) add('alias', element, language);
    }
  }
  return found;
}

/** Writes another name over a name, in all places of the line that spell it so. */
export function renamedInLine(line: string, from: string, to: string): LineEdits {
  return lineStrings(line)
    .filter((s) => s.what !== 'id' && isSpelled(s.value, from))
    .map(({ start, end }) => ({ start, end, newText: JSON.stringify(to) }));
}

/** Adds names to the end of a language's list; makes the list where there is none. */
export function addedToLine(line: string, language: string, names: readonly string[]): LineEdits {
  const members = lastOfEachKey(jsonMembers(line));
  const gap = /^\s*\{\s*"(?:[^"\\]|\\.)*"\s*:\s/.test(line) ? ' ' : '';
  const list = names.map((name) => JSON.stringify(name)).join(`,${gap}`);
  const member = `${JSON.stringify(language)}:${gap}[${list}]`;
  const all = members.get('names');
  if (all === undefined) {
    const before = members.get('name')?.end;
    const newText = `,${gap}"names":${gap}{${member}}`;
    return before === undefined ? unusable() : [{ start: before, end: before, newText }];
  }
  if (line.charAt(all.start) !== '{') return unusable();
  const lists = lastOfEachKey(jsonMembers(line, all.start));
  const known = lists.get(language);
  if (known === undefined) {
    const last = [...lists.values()].reduce((end, one) => Math.max(end, one.end), 0);
    return [insertion(last, all.start + 1, member, gap)];
  }
  if (line.charAt(known.start) !== '[') return unusable();
  const end = jsonElements(line, known.start).at(-1)?.end ?? 0;
  return [insertion(end, known.start + 1, list, gap)];
}

/** Takes a name out of every language's list; a list that would be empty goes with it. */
export function removedFromLine(line: string, name: string): LineEdits {
  const all = lastOfEachKey(jsonMembers(line)).get('names');
  if (all === undefined || line.charAt(all.start) !== '{') return [];
  const lists = jsonMembers(line, all.start);
  const keyStarts = lists.map((_, i) => (i === 0 ? all.start + 1 : (lists[i - 1]?.end ?? 0)));
  const emptied = lists.map((list) => line.charAt(list.start) === '[' && isAll(line, list, name));
  const edits: TextReplacement[] = withoutElements(
    line,
    lists.map(({ end }, i) => ({ start: keyStarts[i] ?? 0, end })),
    emptied,
    all.start + 1,
  );
  for (const [i, list] of lists.entries()) {
    if (emptied[i] || line.charAt(list.start) !== '[') continue;
    const elements = jsonElements(line, list.start);
    const gone = elements.map((e) => isName(line, e, name));
    edits.push(...withoutElements(line, elements, gone, list.start + 1));
  }
  return edits;
}

/** Cuts some of a list's elements out, each with the comma that parts it from a neighbour that stays. */
function withoutElements(
  line: string,
  elements: readonly TextRange[],
  gone: readonly boolean[],
  from: number,
): TextReplacement[] {
  const edits: TextReplacement[] = [];
  let kept: number | undefined;
  for (let i = 0; i < elements.length; i++) {
    if (!gone[i]) {
      kept = elements[i]?.end;
      continue;
    }
    let last = i;
    while (last + 1 < elements.length && gone[last + 1]) last++;
    const end = elements[last]?.end ?? from;
    const next = elements[last + 1];
    // At the front the comma after it goes, elsewhere the one before it; only blanks stand around a comma.
    if (kept === undefined && next !== undefined)
      edits.push({ start: from, end: line.indexOf(',', end) + 1, newText: '' });
    else edits.push({ start: kept ?? from, end, newText: '' });
    i = last;
  }
  return edits;
}

function isAll(line: string, list: TextRange, name: string): boolean {
  const elements = jsonElements(line, list.start);
  return elements.length > 0 && elements.every((e) => isName(line, e, name));
}

function isName(line: string, { start, end }: TextRange, name: string): boolean {
  const value: unknown = JSON.parse(line.slice(start, end));
  return typeof value === 'string' && isSpelled(value, name);
}

/** Behind what stands there, or (`end` 0) as the first. */
function insertion(end: number, first: number, newText: string, gap: string): TextReplacement {
  return end > 0 ? { start: end, end, newText: `,${gap}${newText}` } : { start: first, end: first, newText };
}

/** JSON's own rule: of two members with one key the last counts. */
function lastOfEachKey<M extends { readonly key: string }>(members: readonly M[]): Map<string, M> {
  return new Map(members.map((member) => [member.key, member]));
}

function unusable(): { readonly refused: Message } {
  return {
    refused: msg(
      'The line of this entity has "name" or "names" in a form that cannot be changed safely. Mend it first: {0}.',
      '{"names":{"en":["…"]}}',
    ),
  };
}
