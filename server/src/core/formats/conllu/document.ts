import { nestingDepth, parseJson } from '../../json/scan.ts';
import type { DocumentHead } from '../conll/document.ts';
import { membersOf } from '../jsonLines.ts';
import type { ReadArticle, ReadDocumentLabel, ReadRelation, ReadSpan } from '../readArticle.ts';
import { attributesOf, attributeValueOf, listOf, nameOf, textOf } from '../records/values.ts';

/** A sentence of a CoNLL-U file: what stands in the text, and how it is parted. */
export interface Sentence {
  /** 1-based. */
  readonly line: number;
  readonly newParagraph: boolean;
  /** `# text`, where it is there. */
  readonly text?: string;
  readonly surfaces: readonly Surface[];
}

/** A word, or several written as one (`fürs`), as it stands in the text. */
export interface Surface {
  readonly form: string;
  readonly words: readonly string[];
  /** What stands behind it and before it; absent where the file does not say. */
  readonly after?: string;
  readonly before?: string;
}

/** Where a word stands in the text that was put together. */
export interface WordPlace {
  readonly start: number;
  readonly end: number;
}

/** The text of a document and the places of its words. */
export interface BuiltText {
  readonly text: string;
  /** By sentence. */
  readonly words: readonly (readonly WordPlace[])[];
  /** Lines of sentences whose `# text` does not hold their words. */
  readonly contradicted: readonly number[];
}

/**
 * The text of sentences. `exact`: the file says all blanks. Else it is put together from `# text`, or from the words
 * where these are not in it.
 */
export function buildText(sentences: readonly Sentence[], exact: boolean): BuiltText {
  let text = '';
  const contradicted: number[] = [];
  const words = sentences.map((sentence, at) => {
    if (!exact && at > 0) text = text.trimEnd() + (sentence.newParagraph ? '\n' : ' ');
    const known =
      exact || sentence.text === undefined ? undefined : placesIn(sentence.text, sentence.surfaces);
    if (!exact && sentence.text !== undefined && !known) contradicted.push(sentence.line);
    const base = text.length;
    if (known) text += sentence.text;
    return sentence.surfaces.flatMap((surface, i): WordPlace[] => {
      let start = base + (known?.[i] ?? 0);
      if (!known) {
        text += surface.before ?? '';
        start = text.length;
        text += surface.form + (surface.after ?? ' ');
      }
      return wordPlaces(surface, start);
    });
  });
  return { text: exact ? text : text.trimEnd(), words, contradicted };
}

/** Where forms stand in a text, one behind the other with nothing but blanks between; undefined where they do not. */
function placesIn(text: string, surfaces: readonly Surface[]): number[] | undefined {
  const places: number[] = [];
  let at = 0;
  for (const { form } of surfaces) {
    while (at < text.length && /\s/.test(text.charAt(at)) && !text.startsWith(form, at)) at++;
    if (!text.startsWith(form, at)) return undefined;
    places.push(at);
    at += form.length;
  }
  return text.slice(at).trim() === '' ? places : undefined;
}

/** Each word of a surface where the words put together are it, as `buku` and `nya` are `bukunya`; else all of it for each. */
function wordPlaces({ form, words }: Surface, start: number): WordPlace[] {
  const apart = words.length > 1 && words.join('') === form;
  let at = start;
  return words.map((word) => {
    if (!apart) return { start, end: start + form.length };
    const place = { start: at, end: at + word.length };
    at = place.end;
    return place;
  });
}

/** What stands in a comment of a document beyond what CoNLL-U has places for. */
export interface Beyond {
  readonly text?: string;
  /** By the ids of mentions. */
  readonly spans: ReadonlyMap<string, Pick<ReadSpan, 'attributes' | 'note'>>;
  readonly relations: readonly ReadRelation[];
  readonly documentLabels: readonly ReadDocumentLabel[];
}

/** Reads the JSON of `# doc_json_pressmark`; undefined where it is none. Nothing in it can be deeper than it has to be. */
export function readBeyond(json: string, line: number): Beyond | undefined {
  const members = nestingDepth(json) > 6 ? undefined : membersOf(parseJson(json)?.value);
  if (!members) return undefined;
  const text = textOf(members.get('text'));
  const records = (key: string) => listOf(members.get(key)).map((value) => membersOf(value) ?? new Map());
  const noteOf = (m: ReadonlyMap<string, unknown>): { note?: string } => {
    const note = textOf(m.get('note'));
    return note === undefined ? {} : { note };
  };
  const attributes = (m: ReadonlyMap<string, unknown>) => attributesOf(membersOf(m.get('attributes')));
  return {
    ...(text === undefined ? {} : { text }),
    spans: new Map(
      records('spans').map((m) => [nameOf(m.get('id')) ?? '', { attributes: attributes(m), ...noteOf(m) }]),
    ),
    relations: records('relations').map((m, i) => ({
      id: nameOf(m.get('id')) ?? `r${i + 1}`,
      label: textOf(m.get('label')) ?? '',
      from: nameOf(m.get('from')) ?? '',
      to: nameOf(m.get('to')) ?? '',
      attributes: attributes(m),
      ...noteOf(m),
      line,
    })),
    documentLabels: records('documentLabels').map((m, i) => ({
      id: `d${i + 1}`,
      label: textOf(m.get('label')) ?? '',
      value: attributeValueOf(m.get('value')),
      ...noteOf(m),
      line,
    })),
  };
}

/** An article of a document's parts. */
export function articleOf(
  head: DocumentHead,
  line: number,
  text: string,
  exact: boolean,
  spans: readonly ReadSpan[],
  beyond: Beyond | undefined,
): ReadArticle {
  const { name, language, annotator } = head;
  const ids = new Set([...spans.map((s) => s.id), ...(beyond?.relations.map((r) => r.id) ?? [])]);
  return {
    ...(name === undefined || name === '' ? {} : { name }),
    text,
    textIs: exact ? 'given' : 'built',
    unit: 'utf16',
    ...(language === undefined ? {} : { language }),
    ...(annotator === undefined ? {} : { annotator }),
    spans,
    relations: beyond?.relations.filter((r) => ids.has(r.from) && ids.has(r.to)) ?? [],
    documentLabels: beyond?.documentLabels ?? [],
    line,
  };
}
