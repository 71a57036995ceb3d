import { compileSegment, type Segment } from '../../core/entities/names/segment.ts';
import { commonWordProblems, indexFile } from '../../core/entities/sources/fileIndex.ts';
import { readEntitySource } from '../../core/entities/sources/readTable.ts';
import { nameTerritories, TERRITORY_LANGUAGES } from '../../core/entities/territories.ts';
import { type Message, msg } from '../../core/message.ts';
import type { Problem } from '../../core/problem.ts';
import type { Steps } from '../../core/steps.ts';
import { type CommonWords, noCommonWords, readCommonWords } from '../../core/text/commonWords.ts';
import { type Host, NEVER_CANCELLED } from '../ports.ts';
import { runSteps } from '../stepping.ts';
import type { Texts } from '../texts.ts';
import { keepCompiled, keptCompiled } from './compiledFiles.ts';
import { MAX_ENTITY_FILE_BYTES } from './entityFileSize.ts';
import type { FileSegment } from './fileSegment.ts';
import { placedProblems } from './linePlaces.ts';
import { salvagedText } from './salvage.ts';

/** Files above this are kept compiled between sessions, and are not compared with others line by line. */
const LARGE = 1_000_000;

/** The compiled names of each source, kept until the source changes; shared by all projects. */
export class EntitySegments {
  private readonly host: Host;
  private readonly texts: Texts;
  private readonly files = new Map<string, { readonly key: string; readonly file: FileSegment }>();
  private readonly others = new Map<string, { readonly key: string; readonly segment: Segment }>();
  /** By the root of a project: the files and other sources that it has. */
  private readonly used = new Map<string, ReadonlySet<string>>();
  private territories: Promise<Segment> | undefined;
  private words: Promise<CommonWords> | undefined;

  constructor(host: Host, texts: Texts) {
    this.host = host;
    this.texts = texts;
  }

  /** Countries and territories, compiled once. */
  builtIn(): Promise<Segment> {
    this.territories ??= this.run(compileTerritories());
    return this.territories;
  }

  /** An entity file: open text before that on the disk. Undefined where there is none. */
  async file(uri: string): Promise<FileSegment | undefined> {
    const isOpen = this.texts.open(uri) !== undefined;
    const stamp = isOpen ? undefined : await this.host.files.stamp?.(uri);
    const known = this.files.get(uri);
    if (stamp !== undefined && known?.key === `stamp ${stamp}`) return known.file;
    const read = await this.texts.read(uri, MAX_ENTITY_FILE_BYTES);
    if (!read) return undefined;
    if ('unreadable' in read) return this.unreadable(uri, read.unreadable);
    const text = read.document.getText();
    const hash = await this.run(contentHash(text));
    const key = stamp === undefined ? `text ${hash}` : `stamp ${stamp}`;
    if (known?.key === key) return known.file;
    const file = (await this.kept(uri, text, hash)) ?? (await this.compiled(uri, text, hash));
    this.files.set(uri, { key, file });
    return file;
  }

  /** What was compiled of another source under a key; made where it has another one, or none yet. */
  async other(
    source: string,
    key: string,
    make: () => Promise<Segment | undefined>,
  ): Promise<Segment | undefined> {
    const known = this.others.get(source);
    if (known?.key === key) return known.segment;
    const segment = await make();
    if (segment !== undefined) this.others.set(source, { key, segment });
    return segment;
  }

  /** Notes the sources that a project has, by its root, and forgets those that no project has any more. */
  keepFor(root: string, sources: readonly string[]): void {
    this.used.set(root, new Set(sources));
    const wanted = new Set([...this.used.values()].flatMap((set) => [...set]));
    for (const kept of [this.files, this.others])
      for (const source of kept.keys()) if (!wanted.has(source)) kept.delete(source);
  }

  /** Other folders are open: what projects had counts no more, until they are loaded again. */
  forgetProjects(): void {
    this.used.clear();
  }

  private async compiled(uri: string, text: string, hash: string): Promise<FileSegment> {
    const { entities, problems } = await this.run(readEntitySource(text, uri));
    const segment = await this.run(compileSegment(entities));
    if (text.length > LARGE) {
      const report = { uri, problems, entities: entities.length };
      await keepCompiled(this.host, { hash, report, segment });
      return { report, segment };
    }
    const index = await this.run(indexFile(uri, entities));
    const words = await this.run(commonWordProblems(uri, entities, await this.commonWords()));
    const all = [...problems, ...placedProblems(text, words)].sort((a, b) => a.start - b.start);
    return { report: { uri, problems: all, entities: entities.length }, segment, index };
  }

  private async kept(uri: string, text: string, hash: string): Promise<FileSegment | undefined> {
    return text.length > LARGE ? keptCompiled(this.host, uri, hash) : undefined;
  }

  /** A file that is no text as a whole: the lines that are count, if it is not something else altogether. */
  private async unreadable(uri: string, message: Message): Promise<FileSegment> {
    const bytes = await this.host.files.read(uri);
    const isGzip = bytes?.[0] === 0x1f && bytes[1] === 0x8b;
    const salvaged = bytes && bytes.length <= MAX_ENTITY_FILE_BYTES ? salvagedText(bytes) : undefined;
    if (salvaged === undefined) return unusable(uri, isGzip ? gzipMessage() : message);
    const { text, broken } = salvaged;
    const file = await this.compiled(uri, text, 'salvaged');
    const told = broken.map(({ line, message: what }) => ({
      uri,
      line,
      severity: 'error' as const,
      code: 'entities/encoding',
      message: what,
    }));
    const problems = [...file.report.problems, ...placedProblems(text, told)].sort(
      (x, y) => x.start - y.start,
    );
    return { ...file, report: { ...file.report, problems, text } };
  }

  private commonWords(): Promise<CommonWords> {
    this.words ??= this.host.data('common-words.txt').then(readCommonWords, () => noCommonWords);
    return this.words;
  }

  private run<T>(steps: Steps<T>): Promise<T> {
    return runSteps(steps, this.host, NEVER_CANCELLED);
  }
}

function* compileTerritories(): Steps<Segment> {
  return yield* compileSegment(yield* nameTerritories(TERRITORY_LANGUAGES));
}

function gzipMessage(): Message {
  return msg(
    'This file is packed with gzip. Unpack it, or run “pressmark entities import” on it and name the cache in pressmark.json ("imported").',
  );
}

function unusable(uri: string, message: Message): FileSegment {
  const problem: Problem = { code: 'entities/unreadable', severity: 'error', message, start: 0, end: 0 };
  return { report: { uri, problems: [problem], entities: 0 } };
}

/** Units between two steps. */
const UNITS_A_STEP = 1 << 18;

/** A hash of a text in two lanes of 32 bits (FNV-1a, and the same from another beginning), with its length. */
function* contentHash(text: string): Steps<string> {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
    if (i % UNITS_A_STEP === 0) yield;
  }
  return `${text.length}-${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}`;
}
