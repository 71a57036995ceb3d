import { parseSidecar, type Sidecar } from '../core/annotations/parse.ts';
import { articleOfSidecar, GOLD, sidecarUri } from '../core/annotations/sidecarNames.ts';
import { type Message, msg } from '../core/message.ts';
import type { LoadedProject } from './projects.ts';
import type { FileText, Texts } from './texts.ts';

/** A sidecar may hold every annotation of a long article; above this something else is wrong. */
const MAX_SIDECAR_BYTES = 20_000_000;

/** Parsed sidecars that are kept: those of the articles at hand, never those of a whole corpus. */
const MOST_KEPT = 64;

/** One sidecar of an article. */
export interface Layer {
  readonly uri: string;
  /** Whose it is; undefined: the shared one. */
  readonly annotator: string | undefined;
  /** Undefined where there is no file yet. */
  readonly file: FileText | undefined;
  /** Why the file cannot be read, where it cannot. */
  readonly unreadable: Message | undefined;
  /** Undefined where there is no file, or none that can be read. */
  readonly sidecar: Sidecar | undefined;
}

/** Of lines in conflict both sides are read, so nothing that somebody said is missing. */
const CONFLICT = 'sidecar/conflict';

/** Why something that was said in a layer is not known; undefined where everything could be read. */
export function lossIn({ unreadable, sidecar }: Layer): Message | undefined {
  const lost = sidecar?.problems.find((p) => p.severity === 'error' && p.code !== CONFLICT);
  return unreadable ?? lost?.message;
}

/** Where a person's annotations go, or why they cannot go anywhere. */
export type OwnLayer = { readonly layer: Layer } | { readonly refused: Message };

/** Finds and reads the sidecars of an article: open text first, then disk. */
export class Sidecars {
  private readonly texts: Texts;
  private readonly parsed = new Map<string, { text: string; sidecar: Sidecar }>();
  /** Who annotates here, from the editor's settings. */
  annotator: string | undefined;

  constructor(texts: Texts) {
    this.texts = texts;
  }

  /** Every layer of an article that has a file, the shared one first, gold last. */
  async layers(articleUri: string, project: LoadedProject): Promise<Layer[]> {
    const names = [undefined, ...project.project.annotators, GOLD];
    const layers = await Promise.all(names.map((n) => this.read(sidecarUri(articleUri, n), n)));
    return layers.filter((l) => l.file !== undefined || l.unreadable !== undefined);
  }

  /** The layer that this person writes: the shared sidecar, or their own where the project lists annotators. */
  async own(articleUri: string, project: LoadedProject): Promise<OwnLayer> {
    const { annotators } = project.project;
    if (annotators.length === 0) return { layer: await this.read(sidecarUri(articleUri), undefined) };
    const me = this.annotator;
    if (me !== undefined && annotators.includes(me)) {
      return { layer: await this.read(sidecarUri(articleUri, me), me) };
    }
    const list = annotators.join(', ');
    return {
      refused: me
        ? msg(
            '“{0}” is not an annotator of this project. Set Pressmark › Annotator to one of: {1}.',
            me,
            list,
          )
        : msg('This project keeps one file per annotator. Set Pressmark › Annotator to one of: {0}.', list),
    };
  }

  /** One sidecar by its URI. */
  async readUri(uri: string): Promise<Layer> {
    return this.read(uri, articleOfSidecar(uri)?.annotator);
  }

  private async read(uri: string, annotator: string | undefined): Promise<Layer> {
    const file = await this.texts.read(uri, MAX_SIDECAR_BYTES);
    if (!file) return { uri, annotator, file: undefined, unreadable: undefined, sidecar: undefined };
    if ('unreadable' in file) {
      return { uri, annotator, file: undefined, unreadable: file.unreadable, sidecar: undefined };
    }
    return { uri, annotator, file, unreadable: undefined, sidecar: this.parse(uri, file.document.getText()) };
  }

  private parse(uri: string, text: string): Sidecar {
    const known = this.parsed.get(uri);
    if (known?.text === text) return known.sidecar;
    const sidecar = parseSidecar(text);
    this.parsed.delete(uri);
    this.parsed.set(uri, { text, sidecar });
    const [oldest] = this.parsed.keys();
    if (this.parsed.size > MOST_KEPT && oldest !== undefined) this.parsed.delete(oldest);
    return sidecar;
  }

  /** Lets go of a sidecar that is no longer needed. */
  forget(uri: string): void {
    this.parsed.delete(uri);
  }
}
