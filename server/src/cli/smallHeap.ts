import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap near what is in use, for a run over a whole corpus. Left alone, the engine lets 45 MB in use become
 * 290 MB resident before it collects (20,000 articles); with these settings it was 130 MB, for a tenth more of computing.
 * Both are read whenever the heap grows, so that they may be set in the midst of a run.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
}
