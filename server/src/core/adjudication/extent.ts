import type { TextRange } from '../text/range.ts';

/** Where something stands: one stretch, or several with gaps between them (UTF-16 units). */
export interface Place {
  readonly range?: TextRange;
  readonly parts?: readonly TextRange[];
}

/** UTF-16 units that two places have in common; gaps belong to neither. */
export function common(a: Place, b: Place): number {
  let units = 0;
  for (const p of pieces(a)) {
    for (const q of pieces(b)) units += Math.max(0, Math.min(p.end, q.end) - Math.max(p.start, q.start));
  }
  return units;
}

/** The Jaccard index of two places: common units by units of either. 1 for the same place, 0 for places apart. */
export function similarity(a: Place, b: Place): number {
  if (isSamePlace(a, b)) return 1;
  const shared = common(a, b);
  const either = units(a) + units(b) - shared;
  return either === 0 ? 0 : shared / either;
}

/** True where both have the same stretches. */
export function isSamePlace(a: Place, b: Place): boolean {
  const [p, q] = [pieces(a), pieces(b)];
  return p.length === q.length && p.every((s, i) => s.start === q[i]?.start && s.end === q[i]?.end);
}

function pieces({ range, parts }: Place): readonly TextRange[] {
  if (parts && parts.length > 0) return parts;
  return range ? [range] : [];
}

function units(place: Place): number {
  return pieces(place).reduce((sum, p) => sum + p.end - p.start, 0);
}
