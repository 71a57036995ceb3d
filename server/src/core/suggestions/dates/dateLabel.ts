import type { Label } from '../../project.ts';

/** The label of dates, as the default label set has it. */
export const DATE_LABEL = 'DATE';

/** True where a label set has a label for dates: nowhere else they are looked for. */
export function hasDateLabel(labels: readonly Label[]): boolean {
  return labels.some(({ name, sentence }) => name === DATE_LABEL && !sentence);
}
