import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * `pressmark lsp --stdio`: the language server on standard input and output. It is a bundle of its own, loaded into
 * this process, which it then keeps alive; it finds the transport in the arguments.
 */
export function lsp(): void {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  createRequire(import.meta.url)(join(import.meta.dirname, '..', 'server', 'node.js'));
}
