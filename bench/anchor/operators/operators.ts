import type { Operator, Source } from '../operator.ts';
import type { TrackedText } from '../tracked.ts';
import { FORMS } from './forms.ts';
import { SENTENCES } from './sentences.ts';
import { WORDS } from './words.ts';

const SINGLE: readonly Operator[] = [...WORDS, ...SENTENCES, ...FORMS];

/** Three to five kinds of edit one after the other. */
function mixture(text: TrackedText, source: Source): void {
  const kinds = source.random.shuffled(SINGLE.filter((operator) => !operator.undone && !operator.harsh));
  for (const operator of kinds.slice(0, 3 + source.random.below(3))) operator.edit(text, source);
}

/** What the targets are set for: common edits, one kind at a time. */
const TARGETED: ReadonlySet<string> = new Set([
  'typos made',
  'typos corrected',
  'words changed',
  'words inserted',
  'words deleted',
  'renamed everywhere',
  'sentences inserted',
  'sentences deleted',
  'sentence moved',
  'sentence copied',
  'wrapped',
  'unwrapped',
  'quotes curled',
  'quotes straightened',
  'NFC to NFD',
  'NFD to NFC',
  'LF to CRLF',
  'CR to LF',
  'emoji before',
]);

/** All kinds of edit, in the order of the table. */
export const OPERATORS: readonly Operator[] = [
  ...SINGLE.map((operator) => (TARGETED.has(operator.name) ? { ...operator, targeted: true } : operator)),
  { name: 'mixture', edit: mixture },
  { name: 'mixture undone', edit: mixture, undone: true },
];
