import { formAt, type SegmentName } from './formRecord.ts';
import type { Segment } from './segment.ts';

/**
 * Every form of every name of a segment, one after the other and read as it is asked for, in no order: about a
 * microsecond each.
 */
export function* eachName(segment: Segment): Generator<SegmentName> {
  const { forms } = segment;
  for (let i = 1; i < forms.length; i += 2) {
    const value = forms[i] ?? 0;
    if (value === 0) continue;
    const name = formAt(segment, value - 1);
    if (name.form.thing >= 0) yield name;
  }
}
