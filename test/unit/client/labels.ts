import type { LabelView } from '../../../server/src/lsp/protocol.ts';

/** A label with only what a test speaks of. */
export function label(name: string, key?: string): LabelView {
  return { name, title: name, color: '#0096ff', sentence: false, ...(key === undefined ? {} : { key }) };
}
