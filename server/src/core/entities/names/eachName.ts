import type { NameForm } from '../nameForm.ts';
import { idAt } from './entityRecord.ts';
import { formAt } from './formRecord.ts';
import type { Segment } from './segment.ts';

/** A spelling in a segment. */
export interface SegmentName {
  readonly entityId: string;
  /** `thing` is the index of the entity in the segment. */
  readonly form: NameForm;
}

/**
 * Every form of every name of a segment, one after the other and read as it is asked for, in no order: about a
 * microsecond each.
 */
export function* eachName(segment: Segment): Generator<SegmentName> {
  const { forms } = segment;
  for (let i = 1; i < forms.length; i += 2) {
    const value = forms[i] ?? 0;
    if (value === 0) continue;
    const form = formAt(segment, value - 1);
    if (form.thing >= 0) yield { form, entityId: idAt(segment, form.thing) };
  }
}
