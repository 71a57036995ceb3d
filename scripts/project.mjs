import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Runs `main` where the module is the program itself and not imported; a failure is told in one line, with its
 * stack where DEBUG is set, and ends the program with 1.
 * @param {string} moduleUrl `import.meta.url` of the caller
 * @param {() => Promise<unknown>} main
 */
export async function runAsMain(moduleUrl, main) {
  if (!process.argv[1] || realpathSync(process.argv[1]) !== fileURLToPath(moduleUrl)) return;
  try {
    await main();
  } catch (error) {
    console.error(process.env.DEBUG ? error : error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
