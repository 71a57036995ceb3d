import {
  AnnotatedTextEdit,
  type ChangeAnnotation,
  CreateFile,
  TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';

/** The only annotation of a joined edit. */
const ID = 'pressmark';

/**
 * Edits of different files as one. `shownAs`: under this heading the client shows them before it makes them; for
 * clients that can.
 */
export function joinedEdits(edits: readonly WorkspaceEdit[], shownAs?: ChangeAnnotation): WorkspaceEdit {
  const documentChanges = edits.flatMap((edit) => edit.documentChanges ?? []);
  if (documentChanges.length === 0) {
    return { changes: Object.assign({}, ...edits.map((edit) => edit.changes ?? {})) };
  }
  if (!shownAs) return { documentChanges };
  return {
    documentChanges: documentChanges.map((change) => annotated(change)),
    changeAnnotations: { [ID]: shownAs },
  };
}

type Change = NonNullable<WorkspaceEdit['documentChanges']>[number];

function annotated(change: Change): Change {
  if (CreateFile.is(change)) return CreateFile.create(change.uri, change.options, ID);
  if (!TextDocumentEdit.is(change)) return change;
  const edits = change.edits
    .filter((edit) => TextEdit.is(edit))
    .map((edit) => AnnotatedTextEdit.replace(edit.range, edit.newText, ID));
  return TextDocumentEdit.create(change.textDocument, edits);
}
