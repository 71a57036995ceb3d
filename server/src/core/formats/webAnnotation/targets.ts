import { membersOf } from '../jsonLines.ts';
import type { Members } from './items.ts';

/** What an annotation is about: a stretch of a text, or something as a whole. */
export interface Target {
  /** The IRI of the text, or of another annotation; empty where the file does not say. */
  readonly source: string;
  /** What its selectors say; absent: it is about all of it. */
  readonly place?: Place;
}

/** A stretch as a file tells it: by its position, by its words, or both, which need not agree. */
export interface Place {
  readonly position?: { readonly start: number; readonly end: number };
  readonly quote?: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Selectors of a kind that plain text has not, by their names. */
  readonly others: readonly string[];
}

/** The targets of an annotation, in the file's order. */
export function targetsOf(annotation: Members): Target[] {
  return listed(annotation.get('target')).flatMap((target): Target[] => {
    if (typeof target === 'string') return [{ source: target }];
    const members = membersOf(target);
    if (!members) return [];
    const source = iriOf(members.get('source')) ?? iriOf(target) ?? '';
    const selectors = listed(members.get('selector')).flatMap((s) => membersOf(s) ?? []);
    return [selectors.length === 0 ? { source } : { source, place: placeOf(selectors) }];
  });
}

/** The IRI that a value is, or has as its id. */
export function iriOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const members = membersOf(value);
  return members && ownIri(members);
}

/** The IRI of a thing with these members. */
export function ownIri(members: Members): string | undefined {
  return textOf(members.get('id') ?? members.get('@id'));
}

/** The values of what may be one value, a list, or absent. */
export function listed(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** A value that is a text; undefined for others. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The types of a thing, without the prefix that Open Annotation had. */
export function typesOf(members: Members): string[] {
  return listed(members.get('type') ?? members.get('@type')).flatMap((t) =>
    typeof t === 'string' ? [t.replace(/^oa:/, '')] : [],
  );
}

function placeOf(selectors: readonly Members[]): Place {
  let position: Place['position'];
  let words: { quote: string; prefix: string; suffix: string } | undefined;
  const others: string[] = [];
  for (const selector of selectors) {
    const [type = ''] = typesOf(selector);
    const exact = textOf(selector.get('exact'));
    const found =
      type === 'FragmentSelector'
        ? charFragment(selector)
        : offsets(selector.get('start'), selector.get('end'));
    if (type === 'TextQuoteSelector' && exact !== undefined)
      words ??= {
        quote: exact,
        prefix: textOf(selector.get('prefix')) ?? '',
        suffix: textOf(selector.get('suffix')) ?? '',
      };
    else if ((type === 'TextPositionSelector' || type === 'FragmentSelector') && found) position ??= found;
    else others.push(type);
  }
  return { ...(position ? { position } : {}), ...(words ?? { prefix: '', suffix: '' }), others };
}

/** RFC 5147: `char=4,10`. */
function charFragment(selector: Members): Place['position'] {
  const [, start, end] = /^char=(\d{1,15}),(\d{1,15})(?:;|$)/.exec(textOf(selector.get('value')) ?? '') ?? [];
  return end === undefined ? undefined : offsets(Number(start), Number(end));
}

function offsets(start: unknown, end: unknown): Place['position'] {
  const isOffset = (n: unknown): n is number => Number.isSafeInteger(n) && Number(n) >= 0;
  return isOffset(start) && isOffset(end) && start <= end ? { start, end } : undefined;
}
