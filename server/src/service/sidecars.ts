import { stateOf } from '../core/annotations/articleStatus.ts';
import { annotationsOf, parseSidecar, type Sidecar } from '../core/annotations/parse.ts';
import { articleOfSidecar, GOLD, SUGGESTED, sidecarUri } from '../core/annotations/sidecarNames.ts';
import { type Message, msg } from '../core/message.ts';
import { namesOf, type Person, personNamed } from '../core/project.ts';
import type { People } from './people.ts';
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

function isThere({ file, unreadable }: Layer): boolean {
  return file !== undefined || unreadable !== undefined;
}

/** Where a person's annotations go, or why they cannot go anywhere. */
export type OwnLayer = { readonly layer: Layer } | { readonly refused: Message };

/** Finds and reads the sidecars of an article: open text first, then disk. */
export class Sidecars {
  private readonly texts: Texts;
  private readonly people: People;
  private readonly parsed = new Map<string, { text: string; sidecar: Sidecar }>();

  constructor(texts: Texts, people: People) {
    this.texts = texts;
    this.people = people;
  }

  /**
   * Every layer of an article that has a file, the shared one first, gold last. Whose files still have a former name,
   * beside the present one, has several.
   */
  async layers(articleUri: string, project: LoadedProject): Promise<Layer[]> {
    const people = await Promise.all(
      project.project.people.map((person) => this.layersOf(articleUri, person)),
    );
    const [shared, gold] = await Promise.all([
      this.read(sidecarUri(articleUri), undefined),
      this.read(sidecarUri(articleUri, GOLD), GOLD),
    ]);
    return [shared, ...people.flat(), gold].filter(isThere);
  }

  /**
   * The layers that whoever works here may see: all of them, or, where they annotate blind, only their own. Nobody of
   * the project sees nothing then. A project without annotators has but one layer beside gold, and that is everybody's.
   */
  async visibleLayers(articleUri: string, project: LoadedProject): Promise<Layer[]> {
    if (!this.people.isBlind(project)) return this.layers(articleUri, project);
    if (project.project.people.length === 0) {
      return [await this.read(sidecarUri(articleUri), undefined)].filter(isThere);
    }
    const self = await this.people.self(project);
    return self ? (await this.layersOf(articleUri, self.person)).filter(isThere) : [];
  }

  /** False for a sidecar that somebody who annotates blind is not to see. */
  async isVisible(sidecar: string, project: LoadedProject): Promise<boolean> {
    if (!this.people.isBlind(project)) return true;
    const { people } = project.project;
    const owner = articleOfSidecar(sidecar, namesOf(people))?.annotator;
    if (people.length === 0) return owner !== GOLD;
    const self = await this.people.self(project);
    return self !== undefined && owner !== undefined && personNamed(people, owner) === self.person;
  }

  /**
   * The layer that this person writes: the shared sidecar, or their own where the project lists annotators. It is the
   * one of a former name where there is a file of that and none of the present name: so there is never a second truth.
   */
  async own(articleUri: string, project: LoadedProject): Promise<OwnLayer> {
    const { people } = project.project;
    if (people.length === 0) return { layer: await this.read(sidecarUri(articleUri), undefined) };
    const self = await this.people.self(project);
    if (!self) return { refused: await this.unknownSelf(project) };
    const layers = await this.layersOf(articleUri, self.person);
    const layer = layers.find(isThere) ?? layers[0];
    if (!layer) throw new Error(`no layer of ${self.person.name}`);
    return { layer };
  }

  /** True where somebody has called an article done or reviewed. */
  async isDone(articleUri: string, project: LoadedProject, name: string): Promise<boolean> {
    const person = personNamed(project.project.people, name);
    const layers = person
      ? await this.layersOf(articleUri, person)
      : [await this.read(sidecarUri(articleUri, name), name)];
    return stateOf(layers.flatMap((l) => (l.sidecar ? annotationsOf(l.sidecar) : []))) !== 'open';
  }

  /** What a batch suggests for an article: nobody's annotations, and so no layer among others. */
  suggested(articleUri: string): Promise<Layer> {
    return this.read(sidecarUri(articleUri, SUGGESTED), SUGGESTED);
  }

  /** One sidecar by its URI. `project`: whose people's former names then count as theirs. */
  async readUri(uri: string, project?: LoadedProject): Promise<Layer> {
    const { people } = project?.project ?? { people: [] };
    const owner = articleOfSidecar(uri, namesOf(people))?.annotator;
    return this.read(uri, owner === undefined ? owner : (personNamed(people, owner)?.name ?? owner));
  }

  /** A person's layers, whether they have files or not: that of the present name, then those of former ones. */
  private layersOf(articleUri: string, { name, formerly }: Person): Promise<Layer[]> {
    return Promise.all([name, ...formerly].map((n) => this.read(sidecarUri(articleUri, n), name)));
  }

  /** Why it cannot be told who annotates, and what to do. */
  async unknownSelf(project: LoadedProject): Promise<Message> {
    const list = project.project.annotators.join(', ');
    const { annotator } = this.people;
    if (annotator !== undefined) {
      return msg(
        '“{0}” is not an annotator of this project. Set Pressmark › Annotator to one of: {1}.',
        annotator,
        list,
      );
    }
    const { name, email } = (await this.people.identity(project.root)) ?? {};
    const known = [name, email].filter((part) => part !== undefined).join(', ');
    if (known === '') {
      return msg(
        'This project keeps one file per annotator. Choose who you are (Pressmark: Choose Annotator), or set Pressmark › Annotator to one of: {0}.',
        list,
      );
    }
    return msg(
      'Git knows you as {0}, which is none of this project’s annotators. Choose who you are (Pressmark: Choose Annotator), set Pressmark › Annotator to one of: {1}, or add your address to them in pressmark.json.',
      known,
      list,
    );
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
