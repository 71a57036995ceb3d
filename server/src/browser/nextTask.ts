/**
 * Gives a function that waits for the next task of the event loop. A message to oneself, because browsers hold
 * nested timers back by four milliseconds each.
 */
export function nextTask(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
