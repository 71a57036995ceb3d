import {
  AnnotatedTextEdit,
  type ChangeAnnotation,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { CATALOGUE } from '../../core/checks/catalogue.ts';
import { certainFix, jointFix } from '../../core/checks/fixAll.ts';
import { type Message, msg } from '../../core/message.ts';
import type { Article } from '../articles.ts';
import { toTextEdit } from '../convert.ts';
import type { PassProgress } from '../corpus.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import { lossIn } from '../sidecars.ts';
import type { Workspace } from '../workspace.ts';
import type { CarriedOut } from './carriedOut.ts';

/** A preview of more than this nobody looks through, and editors take long to build it. */
const MOST_ARTICLES = 500;
const MOST_PLACES = 5000;

/** What a pass over the corpus has gathered. */
interface Gathered {
  readonly documentChanges: TextDocumentEdit[];
  /** By id: one for each rule, so that a preview groups its places by it. */
  readonly changeAnnotations: Record<string, ChangeAnnotation>;
  places: number;
}

/**
 * The certain repairs of one rule's findings in all articles (or of every rule's), as an edit that the client shows
 * before it makes it. What is dismissed stays as it is. Throws {@link Cancelled}.
 */
export async function fixCorpus(
  workspace: Workspace,
  rule: string | undefined,
  cancel: Cancellation,
  progress: PassProgress,
): Promise<CarriedOut> {
  if (!workspace.client.changeAnnotations) {
    return {
      refused: msg(
        'This editor cannot show changes before they are made: use “pressmark check --fix” instead.',
      ),
    };
  }
  const articles = await workspace.corpus.articles();
  const gathered: Gathered = { documentChanges: [], changeAnnotations: {}, places: 0 };
  let done = 0;
  for (const { uri } of articles) {
    if (cancel.isCancellationRequested) throw new Cancelled();
    if (gathered.documentChanges.length >= MOST_ARTICLES || gathered.places >= MOST_PLACES) break;
    const article = await workspace.article(uri);
    if (article) await gather(workspace, article, rule, gathered, cancel);
    progress(++done, articles.length);
    await workspace.host.pause();
  }
  const { places, ...edit } = gathered;
  if (places === 0) return { refused: msg('There is nothing here that can be repaired for certain.') };
  return { edit: edit satisfies WorkspaceEdit, summary: summary(gathered, articles.length - done) };
}

/** Offered, not made: whoever sees the preview may leave some out. */
function summary({ places, documentChanges }: Gathered, unseen: number): Message {
  const articles = documentChanges.length;
  return unseen === 0
    ? msg('Offered {0} repairs in {1} articles.', places, articles)
    : msg(
        'Offered {0} repairs in {1} articles. {2} more articles were not looked at: run this again for them.',
        places,
        articles,
        unseen,
      );
}

async function gather(
  workspace: Workspace,
  article: Article,
  rule: string | undefined,
  gathered: Gathered,
  cancel: Cancellation,
): Promise<void> {
  const { layers, verdicts } = await workspace.annotations(article, 'quick');
  // What somebody has dismissed there would be repaired. The sidecar's own diagnostic says what is wrong with it.
  if (layers.some((layer) => lossIn(layer) !== undefined)) return;
  const findings = await article.findings(cancel);
  const { fixed } = jointFix(
    verdicts.shown(findings).filter((f) => rule === undefined || f.rule === rule),
    verdicts.dismissed(findings),
  );
  if (fixed.length === 0) return;
  const { document, open } = article;
  const edits = fixed.flatMap((finding) =>
    (certainFix(finding)?.edits ?? []).map((edit) => {
      const { range, newText } = toTextEdit(document, edit);
      return AnnotatedTextEdit.replace(range, newText, finding.rule);
    }),
  );
  for (const finding of fixed) gathered.changeAnnotations[finding.rule] ??= annotation(finding.rule);
  const version = open ? document.version : null;
  gathered.documentChanges.push(TextDocumentEdit.create({ uri: document.uri, version }, edits));
  gathered.places += fixed.length;
}

function annotation(code: string): ChangeAnnotation {
  const title = CATALOGUE.find((rule) => rule.code === code)?.title ?? code;
  return { label: title, description: code, needsConfirmation: true };
}
