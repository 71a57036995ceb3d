import { hasConflict } from '../core/annotations/conflict.ts';
import { markedSides } from '../core/annotations/merge/markers.ts';
import { readRows } from '../core/annotations/merge/rows.ts';
import { mergeSidecars, type SidecarMerge } from '../core/annotations/merge3.ts';
import { type Message, msg } from '../core/message.ts';
import { sidecarText } from './sidecarText.ts';

/** Three versions of a sidecar as text. */
export interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export type Resolved = SidecarMerge | { readonly ok: false; readonly reason: Message };

/** The versions that git's index holds; undefined where one of them is not UTF-8. A version that is missing is empty. */
export function versionsOf(
  base: Uint8Array | undefined,
  ours: Uint8Array | undefined,
  theirs: Uint8Array | undefined,
): Versions | undefined {
  const [b, o, t] = [base, ours, theirs].map((bytes) => (bytes ? sidecarText(bytes) : ''));
  return b === undefined || o === undefined || t === undefined ? undefined : { base: b, ours: o, theirs: t };
}

/** The merge of the versions that stand between git's markers in a text. */
export function resolveMarkers(text: string, revision: string | undefined): Resolved {
  const sides = markedSides(text);
  if (!sides) {
    const reason = msg(
      'Git’s conflict markers in this file are incomplete, so that nobody can tell the versions apart: correct it by hand, or restore it from git.',
    );
    return { ok: false, reason };
  }
  return mergeSidecars(sides.base, sides.ours, sides.theirs, revision === undefined ? {} : { revision });
}

/**
 * Whether somebody has been at the file since git stopped: true where it has a line that neither version has, nor their
 * merge. What git or the merge driver left there is no work of anybody's.
 */
export function isEdited(now: string, versions: Versions, merged: string): boolean {
  const { base, ours, theirs } = versions;
  // The merge driver does not know the merged article, so that it may have kept the other of two places.
  const driven = mergeSidecars(base, ours, theirs);
  if ([ours, theirs, merged, driven.ok ? driven.text : ours].includes(now)) return false;
  const known = new Set([base, ours, theirs, merged].flatMap(linesIn));
  if (!hasConflict(now)) return true;
  return linesIn(now).some((line) => line.startsWith('{"') && !known.has(line));
}

/** True where the file says nothing any more, so that it can go where one side deleted it. */
export function isEmptied(text: string): boolean {
  const read = readRows(text);
  return read.ok && read.sidecar.rows.length === 0;
}

function linesIn(text: string): string[] {
  return text.split(/\r?\n/);
}
