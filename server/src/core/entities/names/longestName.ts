import type { Candidate, Reading } from '../mention.ts';
import { comparable, type NameForm } from '../nameForm.ts';
import { nameScore } from '../nameScore.ts';
import type { SearchedText } from '../searchedText.ts';
import { insideAddress } from '../webAddress.ts';
import { isMark, isWordUnit, standsAlone } from '../wordScan.ts';
import type { KnownForm } from './knownForms.ts';
import type { Stop } from './stops.ts';

/** Readings of one name that are told, at most: nobody chooses among more. */
const MOST_READINGS = 16;
/** What a name that several bear is believed less. */
const SHARED = 0.8;

/** What starts at a place: a mention, or a phrase that is none. */
export interface NameAt {
  readonly end: number;
  readonly mention: Candidate | undefined;
}

/**
 * Of the stops of names that start at `start`, the longest at which a name really stands: its readings are those of
 * all who bear it, the best 16, and of equals first those whose form comes first.
 */
export function longestName(stops: readonly Stop[], at: SearchedText, start: number): NameAt | undefined {
  if (continuesRun(at.text, start)) return undefined;
  for (let i = stops.length - 1; i >= 0; i--) {
    const stop = stops[i];
    if (stop === undefined || !mayEnd(at.text, stop.end)) continue;
    const best = bestAt(stop, at, start);
    if (best !== undefined && !insideAddress(at.text, best.start, best.end)) {
      return { end: best.end, mention: best };
    }
    if (stop.forms.some(({ form }) => form.thing < 0 && nameScore(form, at, start, stop.end) > 0)) {
      return { end: stop.end, mention: undefined };
    }
  }
  return undefined;
}

function bestAt(stop: Stop, at: SearchedText, start: number): Candidate | undefined {
  const [first, second] = stop.forms;
  if (first !== undefined && second === undefined) return onlyOne(first, stop.end, at, start);
  const scores = new Map<string, { score: number; end: number }>();
  let furthest = 0;
  for (const { form, entityId } of stop.forms) {
    if (form.thing < 0 || !hasTail(form, at.text, stop.end)) continue;
    const end = stop.end + form.tail.length;
    const score = nameScore(form, at, start, end);
    if (score <= 0) continue;
    furthest = Math.max(furthest, end);
    const before = scores.get(entityId);
    if (before === undefined || end > before.end || (end === before.end && score > before.score)) {
      scores.set(entityId, { score, end });
    }
  }
  const ids = [...scores].flatMap(([id, { end }]) => (end === furthest ? [id] : []));
  const [only] = ids;
  if (only === undefined) return undefined;
  if (ids.length === 1) {
    return { start, end: furthest, readings: [{ entityId: only, score: scores.get(only)?.score ?? 0 }] };
  }
  return { start, end: furthest, readings: ranked(ids, (id) => scores.get(id)?.score ?? 0) };
}

/** Nearly every name has one form only, for which nothing need be compared. */
function onlyOne(
  { form, entityId }: KnownForm,
  stopEnd: number,
  at: SearchedText,
  start: number,
): Candidate | undefined {
  if (form.thing < 0 || !hasTail(form, at.text, stopEnd)) return undefined;
  const end = stopEnd + form.tail.length;
  const score = nameScore(form, at, start, end);
  return score > 0 ? { start, end, readings: [{ entityId, score }] } : undefined;
}

function ranked(ids: readonly string[], scoreOf: (id: string) => number): readonly Reading[] {
  return ids
    .map((entityId) => ({ entityId, score: scoreOf(entityId) * SHARED }))
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_READINGS);
}

/** True in the middle of a run of a script whose words have blanks between them but whose letters stand alone here. */
function continuesRun(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  return start > 0 && before >= 0xac00 && before <= 0xd7a3;
}

/** True where no mark and no letter of the same word follows. */
function mayEnd(text: string, end: number): boolean {
  if (end >= text.length) return true;
  if (isMark(text, end)) return false;
  return standsAlone(text.charCodeAt(end - 1)) || !isWordUnit(text, end) || stemEnds(text, end);
}

/** True where a clitic follows; the stops at such places were made by the clitic's own rule. */
function stemEnds(text: string, end: number): boolean {
  return text.startsWith('nya', end);
}

function hasTail(form: NameForm, text: string, end: number): boolean {
  return form.tail === '' || comparable(text.slice(end, end + form.tail.length)) === form.tail;
}
