import { articleFile, numbered, stemOf } from '../../core/datasets/import/articleNames.ts';
import type { ReadArticle } from '../../core/formats/readArticle.ts';
import { type Message, msg } from '../../core/message.ts';
import { canonicalText } from '../../core/text/offsets.ts';
import { revisionOf } from '../../core/text/revision.ts';
import { Recent } from '../anchoring/recent.ts';
import { MAX_ARTICLE_BYTES } from '../decode.ts';
import type { LoadedProject } from '../projects.ts';
import { joined, relativePath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { readSource, SourceText } from './sourceText.ts';

/** The article that a file speaks of, or why it cannot be told. */
export type Match =
  | { readonly source: SourceText; readonly isNew: boolean }
  | { readonly code: string; readonly refused: Message };

/** Texts of articles that are held. */
const MOST_HELD = 64;
/** Candidates that are named to a person. */
const MOST_NAMED = 5;

/**
 * Finds the articles of a corpus that files speak of: by their path, by the end of it, by the same text; never one of
 * several by chance. An article that is not there is made, from its text, below a folder; none is overwritten.
 */
export class ArticleFinder {
  /** Articles to be made: their text by URI, in the order in which they came. */
  readonly created = new Map<string, string>();
  private readonly workspace: Workspace;
  private readonly project: LoadedProject;
  private readonly into: string;
  /** URIs by every end of their paths, endings of files left out. */
  private readonly byEnd = new Map<string, string[]>();
  private readonly known = new Set<string>();
  /** Most folders that an article lies in, and its own name. */
  private deepest = 1;
  private byLetters: Map<string, string[]> | undefined;
  private readonly held = new Recent<SourceText>(MOST_HELD);
  private readonly letters = new Map<string, string>();

  private constructor(workspace: Workspace, project: LoadedProject, into: string) {
    this.workspace = workspace;
    this.project = project;
    this.into = into;
  }

  static async of(workspace: Workspace, project: LoadedProject, into: string): Promise<ArticleFinder> {
    const finder = new ArticleFinder(workspace, project, into);
    for (const { uri, project: root } of await workspace.corpus.articles())
      if (root === project.root) finder.know(uri);
    return finder;
  }

  /** `fallback`: what an article without a name is called, if it has to be made. */
  async find(read: ReadArticle, fallback: string): Promise<Match> {
    const text = read.text === undefined ? undefined : canonicalText(read.text);
    const near = read.name === undefined ? [] : await this.named(read.name);
    if (text === undefined) return this.withoutText(read, near);
    const letters = lettersOf(text);
    const exact = read.name === undefined ? [] : this.exact(read.name);
    const same = await this.filter(near, (uri) => this.hasLetters(uri, letters));
    const twins = same.length > 0 ? same : await this.withLetters(letters);
    const twin = same.find((uri) => exact.includes(uri)) ?? twins[0];
    if (twin !== undefined && (twins.length === 1 || exact.includes(twin))) return this.taken(twin);
    if (twin !== undefined) return ambiguous(twins, this.project);
    const revised = exact.find((uri) => !this.created.has(uri));
    if (revised !== undefined) {
      if (await this.isAlike(revised, text)) return this.taken(revised);
      const path = relativePath(this.project.root, revised) ?? revised;
      return { code: 'import/wrong-text', refused: otherText(path) };
    }
    const alike = await this.filter(
      near,
      async (uri) => !this.created.has(uri) && (await this.isAlike(uri, text)),
    );
    if (alike.length > 1) return ambiguous(alike, this.project);
    if (alike[0] !== undefined) return this.taken(alike[0]);
    return this.make(read.name ?? fallback, text, letters);
  }

  private know(uri: string): void {
    if (this.known.has(uri)) return;
    this.known.add(uri);
    const path = relativePath(this.project.root, uri);
    if (path === undefined) return;
    const segments = stemOf(path).split('/');
    this.deepest = Math.max(this.deepest, segments.length);
    for (let i = 0; i < segments.length; i++) {
      const end = segments.slice(i).join('/');
      const there = this.byEnd.get(end);
      if (there) there.push(uri);
      else this.byEnd.set(end, [uri]);
    }
  }

  /** Articles that a name may mean: those with just that path first, then those whose path ends so, or that it ends with. */
  private async named(name: string): Promise<string[]> {
    const found = new Set<string>();
    for (const uri of this.exact(name)) found.add(uri);
    const file = articleFile(name);
    // A file that the project does not include is none of its articles, and is not overwritten either.
    if (file !== undefined && found.size === 0) {
      const uri = joined(this.into, file);
      if (await this.workspace.host.files.read(uri)) found.add(uri);
    }
    const segments = stemOf(name).split('/');
    for (
      let i = Math.max(0, segments.length - this.deepest);
      i < segments.length && (i === 0 || found.size === 0);
      i++
    )
      for (const uri of this.byEnd.get(segments.slice(i).join('/')) ?? []) found.add(uri);
    return [...found];
  }

  private exact(name: string): string[] {
    const stem = stemOf(name);
    const all = this.byEnd.get(stem) ?? [];
    const paths = (uri: string) =>
      [this.into, this.project.root].map((folder) => relativePath(folder, uri) ?? '');
    const isWhole = (uri: string) => paths(uri).includes(name.normalize('NFC'));
    const isStem = (uri: string) => paths(uri).some((path) => stemOf(path) === stem);
    return [...all.filter(isWhole), ...all.filter((uri) => !isWhole(uri) && isStem(uri))];
  }

  private async withoutText(read: ReadArticle, near: readonly string[]): Promise<Match> {
    const exact = read.name === undefined ? [] : this.exact(read.name);
    const [only, ...others] = exact.length > 0 ? exact.slice(0, 1) : near;
    if (only !== undefined && others.length === 0) return this.taken(only);
    if (only !== undefined) return ambiguous(near, this.project);
    const message =
      read.name === undefined
        ? msg(
            'The file does not say which article this is, and has no text to tell it by. Add the article’s name.',
          )
        : msg(
            'There is no article “{0}” in the corpus, and the file does not have its text. Put the article into the corpus, or name the folder it is in with --into.',
            read.name,
          );
    return { code: 'import/no-article', refused: message };
  }

  private async taken(uri: string): Promise<Match> {
    const source = await this.source(uri);
    if (source instanceof SourceText) return { source, isNew: this.created.has(uri) };
    const path = relativePath(this.project.root, uri) ?? uri;
    return { code: 'import/article', refused: source ?? msg('The article {0} is not there any more.', path) };
  }

  /** An article of the corpus, or one that is going to be made. */
  async source(uri: string): Promise<SourceText | Message | undefined> {
    const held = this.held.get(uri);
    if (held) return held;
    const made = this.created.get(uri);
    const source =
      made === undefined
        ? await readSource(this.workspace, uri, this.project)
        : new SourceText(uri, this.project, made, this.workspace.host);
    if (!source) return undefined;
    if (!(source instanceof SourceText)) return source.unreadable;
    this.held.set(uri, source);
    return source;
  }

  private async filter(uris: readonly string[], fits: (uri: string) => Promise<boolean>): Promise<string[]> {
    const fitting: string[] = [];
    for (const uri of uris) if (await fits(uri)) fitting.push(uri);
    return fitting;
  }

  private async hasLetters(uri: string, letters: string): Promise<boolean> {
    const known = this.letters.get(uri);
    if (known !== undefined) return known === letters;
    const source = await this.source(uri);
    const own = source instanceof SourceText ? lettersOf(source.text) : '';
    this.letters.set(uri, own);
    return own === letters;
  }

  /** Articles of the same text, blanks aside: all of the corpus is read for it, once. */
  private async withLetters(letters: string): Promise<readonly string[]> {
    if (!this.byLetters) {
      this.byLetters = new Map();
      for (const uri of this.known) {
        await this.hasLetters(uri, letters);
        this.noteLetters(uri, this.letters.get(uri) ?? '');
        await this.workspace.host.pause();
      }
    }
    return this.byLetters.get(letters) ?? [];
  }

  private noteLetters(uri: string, letters: string): void {
    this.letters.set(uri, letters);
    const there = this.byLetters?.get(letters);
    if (there) there.push(uri);
    else this.byLetters?.set(letters, [uri]);
  }

  private async isAlike(uri: string, text: string): Promise<boolean> {
    const source = await this.source(uri);
    return source instanceof SourceText && shareWords(source.text, text);
  }

  private async make(name: string, text: string, letters: string): Promise<Match> {
    const unfit = unfitText(text);
    if (unfit) return { code: 'import/text', refused: unfit };
    const file = articleFile(name) ?? articleFile('article') ?? 'article.txt';
    for (let n = this.numbers.get(file) ?? 1; ; n++) {
      this.numbers.set(file, n + 1);
      const uri = joined(this.into, n === 1 ? file : numbered(file, n));
      if (this.isTaken(uri) || (await this.workspace.host.files.read(uri))) continue;
      this.created.set(uri, text);
      this.know(uri);
      this.noteLetters(uri, letters);
      this.folded.add(foldedName(uri));
      return this.taken(uri);
    }
  }

  private readonly folded = new Set<string>();
  /** By file: the number that the next article of that name is tried with. */
  private readonly numbers = new Map<string, number>();

  /** Many disks do not tell letter case. */
  private isTaken(uri: string): boolean {
    if (this.folded.size === 0) for (const one of this.known) this.folded.add(foldedName(one));
    return this.folded.has(foldedName(uri));
  }
}

function foldedName(uri: string): string {
  return uri.normalize('NFC').toLowerCase();
}

function lettersOf(text: string): string {
  return revisionOf(text.replace(/[\s\u200b\u0085]+/gu, ''));
}

/** Of the different words of the shorter text, at least half are in the other: one is a version of the other. */
function shareWords(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const [few, many] = first.size < second.size ? [first, second] : [second, first];
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  return few.size > 0 && shared * 2 >= few.size;
}

/** Words; of scripts that write no blanks between them, pairs of characters. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const word of text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)) {
    if (word === '') continue;
    if (!UNSPACED.test(word)) words.add(word);
    else for (let i = 0; i + 1 < word.length; i++) words.add(word.slice(i, i + 2));
  }
  return words;
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Why a text cannot be an article; undefined where it can. */
function unfitText(text: string): Message | undefined {
  if (text.includes('\0'))
    return msg('The text has zero bytes, so that it could not be read again. Repair the file.');
  if (!text.isWellFormed())
    return msg(
      'The text has halves of characters (lone surrogates), so that it could not be written. Repair the file.',
    );
  if (text.charCodeAt(0) === 0xfeff)
    return msg('The text begins with two byte order marks. Repair the file.');
  if (text.length > MAX_ARTICLE_BYTES / 3)
    return msg(
      'The text has {0} characters; articles of up to {1} can be read. Split it.',
      text.length,
      Math.floor(MAX_ARTICLE_BYTES / 3),
    );
  return undefined;
}

function otherText(path: string): Message {
  return msg(
    'The corpus has an article {0} with quite another text. Give this one another name, or name another folder with --into.',
    path,
  );
}

function ambiguous(uris: readonly string[], { root }: LoadedProject): Match {
  const names = uris.slice(0, MOST_NAMED).map((uri) => relativePath(root, uri) ?? uri);
  const list = names.join(', ') + (uris.length > names.length ? ' …' : '');
  return {
    code: 'import/ambiguous',
    refused: msg(
      'This may be one of several articles: {0}. Give it the whole path of one as its name, or name a folder with --into.',
      list,
    ),
  };
}
