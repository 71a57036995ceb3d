import { createRequire } from 'node:module';
import type { Locator } from '../locator.ts';

/** The part of diff-match-patch that is used. */
interface DiffMatchPatch {
  diff_main(old: string, text: string): [number, string][];
  diff_cleanupSemantic(diffs: [number, string][]): void;
  diff_xIndex(diffs: [number, string][], offset: number): number;
}

/** Google's diff-match-patch, with its own function for “where is this offset now”. It has no doubts. */
export function diffMatchPatch(): (old: string, text: string) => Locator {
  const Module = createRequire(import.meta.url)('diff-match-patch');
  const engine: DiffMatchPatch = new Module();
  return (old, text) => {
    const diffs = engine.diff_main(old, text);
    engine.diff_cleanupSemantic(diffs);
    return ({ range }) => {
      const start = engine.diff_xIndex(diffs, range.start);
      // The end of the span's last character: what was inserted behind it is outside.
      const end = engine.diff_xIndex(diffs, range.end - 1) + 1;
      const isGone = isDeleted(diffs, range.start, range.end);
      return isGone || end <= start
        ? { status: 'orphan', range: undefined }
        : { status: 'moved', range: { start, end } };
    };
  };
}

/** True where a range is part of one deletion. */
function isDeleted(diffs: readonly [number, string][], start: number, end: number): boolean {
  let at = 0;
  for (const [operation, text] of diffs) {
    if (operation > 0) continue;
    if (operation < 0 && at <= start && end <= at + text.length) return true;
    at += text.length;
  }
  return false;
}
