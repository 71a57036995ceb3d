import type { History } from '../../../server/src/service/ports.ts';

/** A history that knows nothing but what a test gives it. */
export function historyOf(known: Partial<History>): History {
  return {
    blob: async () => undefined,
    past: async () => [],
    at: async () => undefined,
    changed: async () => [],
    base: async () => undefined,
    names: async () => [],
    blame: async () => [],
    identity: async () => undefined,
    ...known,
  };
}
