import type { BlamedLine, ChangedFile, History } from '../../server/src/service/ports.ts';

/** A history that a test tells what to know; files by commit and address. */
export class FakeHistory implements History {
  readonly commits = new Map<string, Map<string, string>>();
  /** The files as they are, for what has changed since a commit. */
  private readonly now: () => Iterable<[string, string]>;
  blamed: BlamedLine[] = [];
  blames = 0;
  /** Lets a test hold back what blame answers. */
  gate: Promise<void> = Promise.resolve();

  constructor(now: () => Iterable<[string, string]>) {
    this.now = now;
  }

  commit(name: string, files: Readonly<Record<string, string>>): void {
    this.commits.set(name, new Map(Object.entries(files)));
  }

  async blob(): Promise<undefined> {
    return undefined;
  }

  async past(): Promise<readonly Uint8Array[]> {
    return [];
  }

  async at(uri: string, commit: string): Promise<Uint8Array | undefined> {
    const text = this.commits.get(commit)?.get(uri);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  }

  async changed(_folder: string, from: string, to?: string): Promise<readonly ChangedFile[]> {
    const old = this.commits.get(from) ?? new Map<string, string>();
    const now = to === undefined ? new Map(this.now()) : (this.commits.get(to) ?? new Map<string, string>());
    return [...new Set([...old.keys(), ...now.keys()])]
      .filter((uri) => old.get(uri) !== now.get(uri))
      .map((uri) => ({ ...(old.has(uri) ? { was: uri } : {}), ...(now.has(uri) ? { is: uri } : {}) }));
  }

  async base(_folder: string, a: string, b: string): Promise<string | undefined> {
    return this.commits.has(a) && this.commits.has(b) ? a : undefined;
  }

  async names(): Promise<readonly string[]> {
    return [...this.commits.keys()];
  }

  async blame(): Promise<readonly BlamedLine[]> {
    this.blames++;
    await this.gate;
    return this.blamed;
  }

  async identity(): Promise<undefined> {
    return undefined;
  }
}
