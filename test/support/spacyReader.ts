import { spawnSync } from 'node:child_process';

/** A Python that has spaCy; `PRESSMARK_SPACY_PYTHON` names one that is elsewhere. */
const PYTHON = process.env.PRESSMARK_SPACY_PYTHON ?? 'python3';

/** What spaCy has of a document that it read; offsets are code points. */
export interface SpacyView {
  /** Whether its tokens and blanks make up the text again. */
  readonly words: boolean;
  readonly ents: readonly [number, number, string][];
  readonly spans: Readonly<Record<string, [number, number, string, string][]>>;
  readonly cats: Readonly<Record<string, number>>;
  /** What its `Doc.to_json` gives. */
  readonly json: unknown;
}

/** Why spaCy cannot be asked here; undefined where it can. */
export function whyNoSpacy(): string | undefined {
  const { status } = spawnSync(PYTHON, ['-c', 'import spacy']);
  return status === 0
    ? undefined
    : 'spaCy is not here: install it for python3, or name a Python that has it in PRESSMARK_SPACY_PYTHON';
}

/** Has spaCy read records: as `Doc.from_json` does, or as `Example.from_dict` does; throws what it says where it fails. */
export function asSpacyReads(kind: 'doc' | 'example', lines: string): SpacyView[] {
  const script = new URL('../peers/spacy_reader.py', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(PYTHON, [script, kind], {
    input: lines,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' },
  });
  if (status !== 0) throw new Error(stderr);
  return (JSON.parse(stdout) as { found: SpacyView[] }).found;
}
