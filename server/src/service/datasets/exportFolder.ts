import { msg } from '../../core/message.ts';
import type { Output } from '../ports.ts';
import { baseName, joined, relativePath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import { articleStamps } from './articleStamps.ts';
import { type Checkpoint, ExportJournal, isSameRequest } from './exportJournal.ts';
import type { PassOutput, PassState } from './exportPass.ts';
import { ExportRefused } from './exportRefused.ts';
import { FileBuffer } from './fileBuffer.ts';
import { strangerAmong } from './strangers.ts';

/** The list of losses. */
export const LOSSES_FILE = 'losses.jsonl';
/** All there is to tell of the export, as JSON. It marks a folder as an export's. */
export const EXPORT_FILE = 'export.json';

/** Articles between two checkpoints: what is done again, at most, after a crash. */
const BETWEEN_CHECKPOINTS = 500;

/** What of the output an export needs. */
export type ExportOutput = Omit<Output, 'replaceAll'>;

/** What is to become of folders that are there already. */
export interface FolderChoice {
  /** Replace an export of the same name, or begin one anew that was broken off. */
  readonly force: boolean;
  /** Go on with one that was broken off. */
  readonly resume: boolean;
  /** False for a format whose writer knows what came before: then it begins anew. */
  readonly independent: boolean;
  readonly checkpointEvery?: number;
}

/** Where an export begins: with the first article, or behind those that are done. */
export interface StartingPoint {
  readonly next: number;
  readonly state?: PassState;
}

/**
 * The folder that a dataset is written into. Everything is written into `<folder>.partial` beside it and gets its name
 * once it is whole; until then a journal says how far it is.
 */
export class ExportFolder {
  private readonly workspace: Workspace;
  private readonly output: ExportOutput;
  private readonly folder: string;
  private readonly partial: string;
  private readonly choice: FolderChoice;
  private readonly journal: ExportJournal;
  private files: FileBuffer;
  private done: string[] = [];
  /** True where an older export has the folder's name. */
  private replaces = false;

  /** `folder`: its URI. */
  constructor(workspace: Workspace, output: ExportOutput, folder: string, choice: FolderChoice) {
    this.workspace = workspace;
    this.output = output;
    this.folder = folder;
    this.partial = `${folder}.partial`;
    this.choice = choice;
    this.journal = new ExportJournal(output, this.partial);
    this.files = new FileBuffer(output, this.partial, false);
  }

  /** Where an older export is while the new one takes its place. */
  private get old(): string {
    return `${this.folder}.old`;
  }

  /** Where it is while it is not whole. */
  get unfinished(): string {
    return this.partial;
  }

  /**
   * Makes room, or finds out where to go on. `request`: all that was asked for, as text; `articles`: URIs in their
   * order. Throws `ExportRefused` rather than overwrite what nobody said may be overwritten.
   */
  async begin(request: string, articles: readonly string[]): Promise<StartingPoint> {
    const { force, resume } = this.choice;
    await this.refuseForeign();
    const isThere = (await this.output.size(this.partial)) !== undefined;
    if (isThere && !(await this.journal.isThere())) throw new ExportRefused(inTheWay(this.partial));
    if (isThere && resume) {
      const found = await this.goOn(request, articles);
      if (found) return found;
    } else if (isThere && !force) throw new ExportRefused(UNFINISHED);
    if (isThere) await this.output.remove(this.partial);
    await this.journal.begin(request);
    return { next: 0 };
  }

  async write({ pieces, lossLines }: PassOutput): Promise<void> {
    for (const { piece, split } of pieces) await this.files.append(piece, split);
    if (lossLines !== '') await this.files.append({ file: LOSSES_FILE, content: lossLines });
  }

  /** Says that an article is done, the `next`-th of all. */
  async articleDone(uri: string, next: number, state: () => PassState): Promise<void> {
    if (!this.choice.independent) return;
    this.done.push(uri);
    if (this.done.length < (this.choice.checkpointEvery ?? BETWEEN_CHECKPOINTS)) return;
    const stamps = await articleStamps(this.workspace, this.done);
    this.done = [];
    const files = await this.files.checkpoint();
    if (stamps !== undefined) await this.journal.checkpoint({ next, stamps, files, state: state() });
  }

  /** Writes what waits, and gives the files that there are. */
  async finishFiles(): Promise<FileBuffer> {
    if (!this.files.has(LOSSES_FILE)) await this.files.append({ file: LOSSES_FILE, content: '' });
    await this.files.checkpoint();
    return this.files;
  }

  /** Adds a file about the dataset. */
  add(file: string, content: string): Promise<void> {
    return this.files.append({ file, content });
  }

  /** Gives the whole dataset its name, in place of an older one. */
  async finish(): Promise<void> {
    await this.files.checkpoint();
    await this.journal.remove();
    if (!this.replaces) {
      await this.output.rename(this.partial, this.folder);
      return;
    }
    await this.output.rename(this.folder, this.old);
    await this.output.rename(this.partial, this.folder);
    await this.output.remove(this.old);
  }

  /** Removes what was written: nothing is left behind. */
  abandon(): Promise<void> {
    return this.output.remove(this.partial);
  }

  /** What lies under the folder's name must be an export, and somebody must have said that it may go. */
  private async refuseForeign(): Promise<void> {
    if ((await this.output.size(this.folder)) === undefined) return;
    const { files } = this.workspace.host;
    const marked = await files.read(joined(this.folder, EXPORT_FILE));
    const isFile = (await files.read(this.folder)) !== undefined;
    const present = isFile ? [] : await this.entries();
    // Nothing is ever removed here: a folder that is no export is only replaced where `rename` finds it empty.
    if (isFile || (!marked && present.length > 0)) throw new ExportRefused(FOREIGN);
    if (!marked) return;
    this.replaces = true;
    if (!this.choice.force) throw new ExportRefused(THERE);
    if ((await this.output.size(this.old)) !== undefined) throw new ExportRefused(inTheWay(this.old));
    const stranger = strangerAmong(present, marked);
    if (stranger !== undefined)
      throw new ExportRefused(
        msg(
          '{0} is in the export’s folder, but no export wrote it. Take it out, or choose another name.',
          stranger,
        ),
      );
  }

  /** What is in the folder: somebody may keep a dataset in git, whose folder is hidden. */
  private async entries(): Promise<string[]> {
    if (this.output.entries) return this.output.entries(this.folder);
    const { files } = this.workspace.host;
    const found = await files.list({ folder: this.folder, include: ['**/*'], exclude: [] });
    return found.map((uri) => relativePath(this.folder, uri) ?? uri);
  }

  /** Takes up an export that was broken off; undefined where it has to begin anew. */
  private async goOn(request: string, articles: readonly string[]): Promise<StartingPoint | undefined> {
    const journal = await this.journal.read(this.workspace.host.files);
    if (!journal) return undefined;
    if (!isSameRequest(journal, request)) throw new ExportRefused(OTHER_REQUEST);
    const last = journal.checkpoints.at(-1);
    if (!last || !this.choice.independent) return undefined;
    let from = 0;
    for (const { next, stamps } of journal.checkpoints) {
      if ((await articleStamps(this.workspace, articles.slice(from, next))) !== stamps)
        throw new ExportRefused(CHANGED);
      from = next;
    }
    const files = new FileBuffer(this.output, this.partial, true);
    if (!(await takeUp(files, journal.checkpoints))) return undefined;
    this.files = files;
    return { next: last.next, state: last.state };
  }
}

/** False where the disk has less than the journal says, as after a power cut. */
async function takeUp(files: FileBuffer, checkpoints: readonly Checkpoint[]): Promise<boolean> {
  const known = new Map(checkpoints.flatMap((c) => c.files).map((file) => [file.file, file]));
  for (const file of known.values()) if (!(await files.goOn(file))) return false;
  return true;
}

function inTheWay(uri: string) {
  return msg(
    '{0} is in the way, and Pressmark did not leave it there. Move it, or choose another name.',
    baseName(uri),
  );
}

const FOREIGN = msg(
  'There is a file or folder of this name already, and it is no export of Pressmark’s. Choose another name.',
);
const THERE = msg(
  'There is an export of this name already. Choose another name, or replace it with --force.',
);
const UNFINISHED = msg(
  'An export of this name was broken off. Go on with it (--resume), or begin anew (--force).',
);
const OTHER_REQUEST = msg(
  'The export that was broken off was asked for with other options or of other articles. Ask for the same, or begin anew (--force).',
);
const CHANGED = msg(
  'Articles or annotations have changed since the export was broken off, so that it cannot go on. Begin anew (--force).',
);
