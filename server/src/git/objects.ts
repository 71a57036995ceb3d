import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { Socket } from 'node:net';
import { UNTIED } from './repository.ts';
import { startGit } from './run.ts';

/** What git has under a name. */
export interface GitObject {
  readonly id: string;
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  readonly bytes: Buffer;
}

/** Nobody asks for a while: the process goes (ms). */
const IDLE_MS = 5000;
/** A disk that does not answer (ms). */
const PATIENCE_MS = 20_000;
/** No article and no sidecar is larger (bytes). */
const MOST_BYTES = 64 * 1024 * 1024;
const HEADER = /^([0-9a-f]{40}|[0-9a-f]{64}) (blob|tree|commit|tag) (\d{1,15})$/;

interface Question {
  readonly name: string;
  readonly answer: (object: GitObject | undefined) => void;
}

/**
 * The objects of one repository, read by one `git cat-file --batch` that lives as long as somebody asks. Names go to its
 * standard input, so that none of them is ever an option. It keeps this process alive only while an answer is awaited.
 */
export class Objects {
  private readonly root: string;
  private child: ChildProcessWithoutNullStreams | undefined;
  private readonly waiting: Question[] = [];
  private received: Buffer[] = [];
  private size = 0;
  /** Bytes that must be here before the first answer can be whole; 0 while its first line is awaited. */
  private needed = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(root: string) {
    this.root = root;
  }

  /** The object of a name as git takes them: an id or its beginning, a branch, `HEAD`, with `^{…}`. Never rejects. */
  read(name: string): Promise<GitObject | undefined> {
    // A line each: nothing in git has such a name.
    if (name === '' || /[\n\0]/.test(name)) return Promise.resolve(undefined);
    return new Promise((answer) => {
      const child = this.child ?? this.start();
      if (!child) return answer(undefined);
      this.waiting.push({ name, answer });
      this.hold(child, true);
      child.stdin.write(`${name}\n`);
    });
  }

  private start(): ChildProcessWithoutNullStreams | undefined {
    const child = startGit(this.root, ['cat-file', '--batch'], UNTIED);
    if (typeof child === 'string') return undefined;
    this.child = child;
    child.on('error', () => this.ended(child));
    child.on('close', () => this.ended(child));
    child.stdin.on('error', () => this.ended(child));
    child.stderr.resume();
    child.stdout.on('data', (bytes: Buffer) => {
      if (this.child === child) this.receive(child, bytes);
    });
    return child;
  }

  private receive(child: ChildProcessWithoutNullStreams, bytes: Buffer): void {
    this.received.push(bytes);
    this.size += bytes.length;
    while (this.size > 0 && this.size >= this.needed && this.waiting.length > 0) {
      const all = this.received.length === 1 ? (this.received[0] ?? bytes) : Buffer.concat(this.received);
      this.received = [all];
      const lineEnd = all.indexOf(10);
      if (lineEnd < 0) break;
      const header = HEADER.exec(all.subarray(0, lineEnd).toString());
      const length = header ? Number(header[3]) : 0;
      if (length > MOST_BYTES) {
        this.ended(child);
        return;
      }
      const end = lineEnd + 1 + (header ? length + 1 : 0);
      if (all.length < end) {
        this.needed = end;
        return;
      }
      const content = Buffer.from(all.subarray(lineEnd + 1, lineEnd + 1 + length));
      this.needed = 0;
      this.received = all.length === end ? [] : [all.subarray(end)];
      this.size = all.length - end;
      this.waiting.shift()?.answer(objectOf(header, content));
    }
    this.hold(child, this.waiting.length > 0);
  }

  /** Keeps this process alive or not, and decides how long the other one may take. */
  private hold(child: ChildProcessWithoutNullStreams, busy: boolean): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ended(child), busy ? PATIENCE_MS : IDLE_MS);
    if (!busy) this.timer.unref();
    if (busy) child.ref();
    else child.unref();
    for (const stream of [child.stdin, child.stdout, child.stderr]) {
      if (!(stream instanceof Socket)) continue;
      if (busy) stream.ref();
      else stream.unref();
    }
  }

  /** Whoever still waits gets no answer; who asks next starts another process. */
  private ended(child: ChildProcessWithoutNullStreams): void {
    if (this.child !== child) return;
    this.child = undefined;
    clearTimeout(this.timer);
    child.stdin.destroy();
    child.kill();
    this.received = [];
    this.size = 0;
    this.needed = 0;
    for (const { answer } of this.waiting.splice(0)) answer(undefined);
  }
}

function objectOf(header: RegExpExecArray | null, bytes: Buffer): GitObject | undefined {
  const [, id, type] = header ?? [];
  if (id === undefined) return undefined;
  return type === 'blob' || type === 'tree' || type === 'commit' || type === 'tag'
    ? { id, type, bytes }
    : undefined;
}
