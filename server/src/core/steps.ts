/**
 * Long work in small steps: it yields wherever it may be interrupted, so that whoever runs it can let others go first
 * or stop it. Core does not know time; the edges decide when to pause.
 */
export type Steps<T> = Generator<void, T>;

/** Runs work in steps to its end at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
