import type { Peer } from './cspell.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

interface HarperModule {
  readonly LocalLinter: new (setup: {
    binary: unknown;
  }) => {
    setup(): Promise<void>;
    lint(text: string, options: { language: string }): Promise<readonly { span(): Span }[]>;
  };
}

/** harper.js in this process, with its default rules for English. */
export async function harper(): Promise<Peer> {
  const names = ['harper.js', 'harper.js/binary'];
  const [library, { binary }]: [HarperModule, { binary: unknown }] = await Promise.all([
    import(String(names[0])),
    import(String(names[1])),
  ]);
  const linter = new library.LocalLinter({ binary });
  await linter.setup();
  return {
    name: 'harper.js',
    check: async (text) =>
      (await linter.lint(text, { language: 'plaintext' })).map((lint) => ({ ...lint.span() })),
  };
}
