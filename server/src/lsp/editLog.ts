import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ChangedStretch, changedLines } from '../core/text/changedLines.ts';

/** What became of a document from one version to the next. */
interface Step {
  readonly from: number;
  /** In the order in which they were made, each in the text that the one before it left. */
  readonly changes: readonly ChangedStretch[];
}

/** Steps that are kept of a document: more than are ever typed before somebody looks at it again. */
const MOST_STEPS = 100;
/** Changes that are kept of a document; a step may have thousands, as when everything is replaced. */
const MOST_CHANGES = 20_000;

/**
 * Open documents, and exactly what was changed in them: two texts alone do not tell, and what moves with the text
 * would be lost wherever two places are changed at once.
 */
export class EditLog {
  private readonly steps = new Map<string, Step[]>();

  /** Makes and changes the documents of vscode-languageserver's `TextDocuments`. */
  readonly configuration: TextDocumentsConfiguration<TextDocument> = {
    create: (uri, languageId, version, content) => {
      this.steps.delete(uri);
      return TextDocument.create(uri, languageId, version, content);
    },
    update: (document, changes, version) => this.update(document, changes, version),
  };

  /** The changes since a version, in their order; undefined where they are not all known. */
  since(uri: string, version: number): readonly ChangedStretch[] | undefined {
    const steps = this.steps.get(uri) ?? [];
    const first = steps.findIndex((step) => step.from === version);
    return first < 0 ? undefined : steps.slice(first).flatMap((step) => step.changes);
  }

  /** Lets go of a document that was closed. */
  forget(uri: string): void {
    this.steps.delete(uri);
  }

  private update(
    document: TextDocument,
    changes: TextDocumentContentChangeEvent[],
    version: number,
  ): TextDocument {
    const { uri, version: from } = document;
    const stretches: ChangedStretch[] = [];
    for (const change of changes) {
      if (!('range' in change)) {
        // The whole text anew: what was changed in it is not told.
        this.steps.delete(uri);
        return TextDocument.update(document, changes, version);
      }
      const start = document.offsetAt(change.range.start);
      stretches.push(smallest(start, document.getText(change.range), change.text));
      TextDocument.update(document, [change], version);
    }
    this.note(uri, { from, changes: stretches });
    return document;
  }

  private note(uri: string, step: Step): void {
    const steps = [...(this.steps.get(uri) ?? []), step].slice(-MOST_STEPS);
    const count = steps.reduce((sum, { changes }) => sum + changes.length, 0);
    this.steps.set(uri, count > MOST_CHANGES ? [step] : steps);
  }
}

/** What really differs: an editor that replaces a word by a similar one replaces all of it. */
function smallest(at: number, old: string, text: string): ChangedStretch {
  const { start, oldEnd, newEnd } = changedLines(old, text);
  return { start: at + start, oldEnd: at + oldEnd, newEnd: at + newEnd };
}
