/** Starting and stopping: only what was started here is ever stopped, by its process group. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cleanups = [];
let cleaning;

/** @param {() => unknown} action run by `cleanup`, the last registered first */
export function onCleanup(action) {
  cleanups.push(action);
}

/** Ends what was started and removes temporary folders; safe to call twice. */
export function cleanup() {
  cleaning ??= (async () => {
    for (const action of cleanups.reverse()) {
      try {
        await action();
      } catch (error) {
        console.error(`While cleaning up: ${error.message}`);
      }
    }
  })();
  return cleaning;
}

/** From now on Ctrl+C and SIGTERM clean up first. */
export function cleanupOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, async () => {
      await cleanup();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
}

/** @returns {string} a new folder with a short path: unix sockets (at most 107 bytes) live below it */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `pm-${name}-`));
  onCleanup(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}

/**
 * Starts a program in a process group of its own.
 * @returns {{ child: import('node:child_process').ChildProcess, exited: Promise<number | string>, output: () => string }}
 *   `exited` gives the exit code, the signal's name, or why it could not be started; never rejects
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  let ended = false;
  const exited = new Promise((done) => {
    child.once('exit', (code, signal) => done(code ?? signal));
    child.once('error', (error) => done(error.message));
  }).finally(() => {
    ended = true;
  });
  onCleanup(async () => {
    if (ended) return;
    const signal = (name) => {
      try {
        process.kill(-child.pid, name);
      } catch {
        // The group is gone already.
      }
    };
    signal('SIGTERM');
    const force = setTimeout(signal, 5000, 'SIGKILL');
    await exited;
    clearTimeout(force);
  });
  return { child, exited, output: () => output };
}

/**
 * Asks again every 50 ms until the answer is truthy.
 * @throws Error naming `what` after `limit` milliseconds, or what the last question threw
 */
export async function until(what, question, limit = 30_000) {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${limit / 1000} s in vain: ${what}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}
