import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { styleText } from 'node:util';
import { terminalSafe } from './terminalSafe.ts';

/** The styles that reporters use; a stream that is no terminal, or NO_COLOR, gets none of them. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan' | 'green' | 'underline';

/** The streams of one run: results go out, messages and progress go to the other. */
export class Io {
  readonly cwd: string;
  readonly input: NodeJS.ReadableStream;
  /** True where the run writes files: then it goes on to its end when nobody reads its output any more. */
  mustFinish = false;
  private readonly stdout: NodeJS.WriteStream;
  private readonly stderr: NodeJS.WriteStream;
  private statusWidth = 0;
  private statusTime = 0;

  constructor(process: NodeJS.Process) {
    this.cwd = process.cwd();
    this.input = process.stdin;
    this.stdout = process.stdout;
    this.stderr = process.stderr;
  }

  /** Writes a result; waits where the reader is slower than we are. */
  async out(text: string | Uint8Array): Promise<void> {
    if (text.length === 0 || this.stdout.destroyed || this.stdout.write(text)) return;
    // Rejects where the reader has left: who may stop has been stopped by then.
    await once(this.stdout, 'drain').catch(() => undefined);
  }

  /** Writes a result for people, in which text of files cannot steer their terminal. */
  async show(text: string): Promise<void> {
    await this.out(terminalSafe(text));
  }

  /** Writes a line for the person who runs the command. */
  tell(line: string): void {
    this.status('');
    this.stderr.write(`${terminalSafe(line)}\n`);
  }

  /** Shows a line of progress in place of the last one, ten times a second at most; on a terminal only. */
  status(line: string): void {
    if (!this.stderr.isTTY || (line === '' && this.statusWidth === 0)) return;
    const now = performance.now();
    if (line !== '' && now - this.statusTime < 100) return;
    this.statusTime = now;
    const shown = terminalSafe(line);
    this.stderr.write(`\r${shown.padEnd(this.statusWidth)}${line === '' ? '\r' : ''}`);
    this.statusWidth = shown.length;
  }

  /** The text in a style, where standard output shows styles. */
  paint(style: Style | Style[], text: string): string {
    return styleText(style, text, { stream: this.stdout });
  }
}
