import type { Steps } from '../core/steps.ts';
import { type Cancellation, Cancelled, type Host } from './ports.ts';

/** A frame is 16 ms; a slice leaves room in it for the editor's own requests. */
const SLICE_MS = 10;

/**
 * Runs a generator of small steps to its end, pausing about every 10 ms so that nothing waits for more than a frame.
 * Throws {@link Cancelled} at the next step once the work is no longer wanted.
 */
export async function runSteps<T>(steps: Steps<T>, host: Host, cancel: Cancellation): Promise<T> {
  let sliceEnd = host.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (host.now() >= sliceEnd) {
      await host.pause();
      if (cancel.isCancellationRequested) throw new Cancelled();
      sliceEnd = host.now() + SLICE_MS;
    }
  }
}
