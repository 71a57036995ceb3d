import type { History, KeptTexts } from '../../../server/src/service/ports.ts';

const NOTHING: History = {
  blob: async () => undefined,
  past: async () => [],
  at: async () => undefined,
  changed: async () => [],
  base: async () => undefined,
  names: async () => [],
  blame: async () => [],
  identity: async () => undefined,
};

/** A version control that knows only what it is given, and counts how often it is asked. */
export function historyOf(known: Partial<History>): History & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    ...NOTHING,
    ...known,
    asked,
    blob: (uri, rev) => {
      asked.push(`blob ${rev}`);
      return (known.blob ?? NOTHING.blob)(uri, rev);
    },
    past: (uri, most) => {
      asked.push(`past ${uri}`);
      return (known.past ?? NOTHING.past)(uri, most);
    },
  };
}

/** Kept texts in memory. */
export function keptIn(texts: Map<string, string>): KeptTexts {
  return {
    get: async (rev) => texts.get(rev),
    put: async (rev, text) => void texts.set(rev, text),
  };
}
