import { editedText } from '../../core/annotations/editMany.ts';
import type { Annotation, SpanAnnotation } from '../../core/annotations/model.ts';
import { annotationsOf, parseSidecar } from '../../core/annotations/parse.ts';
import { GOLD, sidecarUri } from '../../core/annotations/sidecarNames.ts';
import { LayerDraft } from '../../core/datasets/import/layerDraft.ts';
import { partsOf } from '../../core/formats/dataset.ts';
import { type Message, msg } from '../../core/message.ts';
import { personAt, personCalled, personNamed } from '../../core/project.ts';
import type { TextRange } from '../../core/text/range.ts';
import { utf8Bytes } from '../../core/text/utf8.ts';
import { decodeText } from '../decode.ts';
import type { FileChange } from '../ports.ts';
import type { LoadedProject } from '../projects.ts';
import type { Workspace } from '../workspace.ts';
import type { ImportRequest } from './importRequest.ts';
import { placeSpans } from './placeSpans.ts';
import type { SourceText } from './sourceText.ts';

/** A sidecar of an article may hold every annotation of a long one; above this something else is wrong. */
const MAX_SIDECAR_BYTES = 20_000_000;

/** A sidecar that is added to. */
interface Layer {
  readonly draft: LayerDraft;
  readonly before: Uint8Array | undefined;
  readonly text: string;
  readonly lines: number;
}

/** A layer to add to, or why nothing can be added to it; `file`: a URI, where the reason lies in a file of the corpus. */
export type OpenLayer =
  | { readonly draft: LayerDraft }
  | { readonly refused: Message; readonly file?: string };

/** Whose a layer is; undefined: everybody's. */
export type Owner = { readonly annotator: string | undefined } | { readonly refused: Message };

/** A sidecar as it is to be, or why it cannot be. */
export type LayerChange = FileChange | { readonly uri: string; readonly refused: Message };

/** The sidecars that an import adds to. */
export class ImportLayers {
  private readonly workspace: Workspace;
  private readonly project: LoadedProject;
  private readonly layers = new Map<string, Layer>();

  constructor(workspace: Workspace, project: LoadedProject) {
    this.workspace = workspace;
    this.project = project;
  }

  /** False where all share one file for each article. */
  get hasPeople(): boolean {
    return this.project.project.people.length > 0;
  }

  /** Whose annotations are those that a file ascribes to somebody, or to nobody (undefined). */
  async owner(
    named: string | undefined,
    { by, annotators }: Pick<ImportRequest, 'by' | 'annotators'>,
  ): Promise<Owner> {
    const { people } = this.project.project;
    const list = people.map((p) => p.name).join(', ');
    const called = by ?? (named === undefined ? undefined : (annotators.get(named) ?? named));
    if (called === GOLD) return { annotator: GOLD };
    if (people.length === 0) {
      if (by === undefined) return { annotator: undefined };
      return {
        refused: msg(
          'This project lists no annotators, so that all share one file for each article. Leave --by away, or list “{0}” in pressmark.json.',
          by,
        ),
      };
    }
    if (called === undefined) {
      const self = await this.workspace.people.self(this.project);
      if (self) return { annotator: self.person.name };
      return {
        refused: msg(
          'The file does not say whose annotations these are. Say it with --by, one of {0}.',
          list,
        ),
      };
    }
    const person = personCalled(people, called) ?? personAt(people, called);
    if (person) return { annotator: person.name };
    if (by !== undefined)
      return {
        refused: msg('“{0}” is not an annotator of this project. Say --by with one of {1}.', by, list),
      };
    return {
      refused: msg(
        '“{0}” is not an annotator of this project. Say who that is with --map-annotator {0}=NAME, or whose all of it is with --by; NAME is one of {1}.',
        called,
        list,
      ),
    };
  }

  /** The sidecar of an article that annotations of somebody go to. */
  async open(source: SourceText, annotator: string | undefined): Promise<OpenLayer> {
    const uri = await this.uriOf(source.uri, annotator);
    const known = this.layers.get(uri);
    if (known) return known;
    const before = await this.workspace.host.files.read(uri);
    const text = before === undefined ? '' : decodeText(before, MAX_SIDECAR_BYTES);
    if (typeof text !== 'string') return { refused: text.reason, file: uri };
    const open = this.workspace.texts.open(uri);
    if (open && open.getText() !== text) return { refused: UNSAVED, file: uri };
    const sidecar = parseSidecar(text);
    if (!sidecar.writable) {
      const problem = sidecar.problems.find((p) => p.severity === 'error');
      return { refused: problem?.message ?? NOT_WRITABLE, file: uri };
    }
    const annotations = annotationsOf(sidecar);
    const draft = new LayerDraft(annotations, await this.places(source, uri, annotations));
    const layer = { draft, before, text, lines: annotations.length };
    this.layers.set(uri, layer);
    return layer;
  }

  /** Where a person's file of a former name is there and none of the present one, that is theirs. */
  private async uriOf(article: string, annotator: string | undefined): Promise<string> {
    const present = sidecarUri(article, annotator);
    const person = annotator === undefined ? undefined : personNamed(this.project.project.people, annotator);
    if (!person || person.formerly.length === 0 || (await this.workspace.host.files.read(present)))
      return present;
    for (const name of person.formerly) {
      const uri = sidecarUri(article, name);
      if (await this.workspace.host.files.read(uri)) return uri;
    }
    return present;
  }

  private async places(
    source: SourceText,
    sidecar: string,
    annotations: readonly Annotation[],
  ): Promise<ReadonlyMap<string, readonly TextRange[]>> {
    const spans = annotations.filter((a): a is SpanAnnotation => a.kind === 'span');
    if (spans.length === 0) return new Map();
    const known = spans.map((annotation) => ({ id: annotation.id, sidecar, annotation }));
    const placed = await placeSpans(this.workspace, source, known, 'keep');
    return new Map(placed.spans.map((span) => [span.id, partsOf(span)]));
  }

  /** The sidecars as they are to be; or which of them cannot be written, and why. */
  changes(): readonly LayerChange[] {
    return [...this.layers].flatMap(([uri, { draft, before, text, lines }]): LayerChange[] => {
      if (draft.operations.length === 0) return [];
      const edited = editedText(text, draft.operations);
      if (!edited.ok) return [{ uri, refused: edited.reason }];
      const again = parseSidecar(edited.text);
      // What could not be read back is never written.
      if (!again.writable || again.annotations.length !== lines + draft.operations.length)
        return [{ uri, refused: again.problems[0]?.message ?? NOT_WRITABLE }];
      return [{ uri, before, after: utf8Bytes(edited.text) }];
    });
  }

  /** Texts that added annotations refer to and that are no article's, by revision. */
  texts(): ReadonlyMap<string, string> {
    return new Map([...this.layers.values()].flatMap(({ draft }) => [...draft.texts]));
  }
}

const NOT_WRITABLE = msg('This annotation file cannot be changed without losing something.');
const UNSAVED = msg('This file is open and not saved. Save it first.');
