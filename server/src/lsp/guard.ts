import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Cancelled, type Host } from '../service/ports.ts';

/**
 * The one place where bugs are caught: a handler that throws is logged and answered with `otherwise`, so that one
 * article that we fail on takes nothing else with it. A cancelled request is answered as LSP wants it.
 */
export function guarded<P extends unknown[], R>(
  host: Host,
  what: string,
  otherwise: R,
  handler: (...params: P) => Promise<R> | R,
): (...params: P) => Promise<R> {
  return async (...params) => {
    try {
      return await handler(...params);
    } catch (error) {
      if (error instanceof Cancelled) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      if (error instanceof ResponseError) throw error;
      host.log(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return otherwise;
    }
  };
}
