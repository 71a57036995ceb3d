import type { ChangeAnnotation, WorkspaceEdit } from 'vscode-languageserver-types';
import { newSpan } from '../../core/annotations/create.ts';
import type { Operation } from '../../core/annotations/operations.ts';
import { type Message, msg } from '../../core/message.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { Article } from '../articles.ts';
import type { Layer } from '../sidecars.ts';
import type { Workspace } from '../workspace.ts';
import type { CarriedOut } from './carriedOut.ts';
import { joinedEdits } from './joinedEdits.ts';
import { type SidecarEntry, sidecarEntry } from './journal.ts';
import { sidecarEdit } from './sidecarEdit.ts';
import { idSuffix } from './sidecarOperations.ts';

/** The tag that every place gets. */
export interface BatchTag {
  readonly label: string;
  readonly entity?: string;
}

/** Tags in many articles as one edit, which *Undo last annotation* takes back as one. */
export class TaggingBatch {
  private readonly workspace: Workspace;
  private readonly tag: BatchTag;
  private readonly edits: WorkspaceEdit[] = [];
  private readonly noted: SidecarEntry[] = [];
  private tags = 0;

  constructor(workspace: Workspace, tag: BatchTag) {
    this.workspace = workspace;
    this.tag = tag;
  }

  /** Adds the places of one article; the reason where its sidecar cannot be changed without loss. */
  add(article: Article, own: Layer, places: readonly TextRange[]): Message | undefined {
    const { text, offsets, revision } = article;
    const operations = places.map(({ start, end }): Operation => {
      const range = { start, end };
      const suffix = idSuffix(this.workspace);
      return {
        kind: 'add',
        annotation: newSpan({ article: text, offsets, revision, range, suffix, ...this.tag }),
      };
    });
    if (operations.length === 0) return undefined;
    const edit = sidecarEdit(this.workspace, own, operations);
    if ('refused' in edit) return edit.refused;
    this.workspace.anchoring.annotated(article);
    this.edits.push(edit.edit);
    const before = (own.sidecar?.annotations ?? []).map((e) => e.annotation);
    this.noted.push(sidecarEntry(own.uri, operations, before));
    this.tags += operations.length;
    return undefined;
  }

  /** The edit of all that was added, noted for *undo last*. `shownAs`: the heading under which it is shown before. */
  result(shownAs?: Message): CarriedOut {
    const [only] = this.noted;
    if (!only) return { refused: msg('All of these places are tagged as {0} already.', this.tag.label) };
    this.workspace.journal.noteGroup(this.noted);
    const summary = this.summary();
    const edit = joinedEdits(this.edits, shownAs && this.heading(shownAs));
    return { edit, ...(this.noted.length === 1 ? { changed: only.sidecar } : {}), summary };
  }

  private summary(): Message {
    const { tags, noted } = this;
    const { label } = this.tag;
    if (tags === 1) return msg('Tagged as {0}.', label);
    return noted.length === 1
      ? msg('Tagged {0} mentions as {1}.', tags, label)
      : msg('Tagged {0} mentions in {1} articles as {2}.', tags, noted.length, label);
  }

  private heading(label: Message): ChangeAnnotation | undefined {
    if (!this.workspace.client.changeAnnotations) return undefined;
    return { label: this.workspace.say(label), needsConfirmation: true };
  }
}
