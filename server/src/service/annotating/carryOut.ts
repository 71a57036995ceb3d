import { type Message, msg } from '../../core/message.ts';
import type { Article } from '../articles.ts';
import { NEVER_CANCELLED } from '../ports.ts';
import type { Layer } from '../sidecars.ts';
import { suggestionsOf } from '../suggestions.ts';
import type { Workspace } from '../workspace.ts';
import { answerOperations } from './answering.ts';
import type { AnswerPurpose } from './answerPurpose.ts';
import type { CarriedOut } from './carriedOut.ts';
import { decideConflict } from './conflictEdit.ts';
import { fixArticle } from './fixArticle.ts';
import type { Intent, RecordPurpose, SidecarPurpose } from './intent.ts';
import { acceptWord, turnRuleOff } from './projectEdit.ts';
import { type ReanchorPurpose, reanchorOperations } from './reanchoring.ts';
import { type Operations, recordOperations } from './recordOperations.ts';
import type { Run } from './seekInCorpus.ts';
import { sidecarEdit, staleArticle } from './sidecarEdit.ts';
import { sidecarOperations } from './sidecarOperations.ts';
import { tagCorpus } from './tagCorpus.ts';

const UNHURRIED: Run = { cancel: NEVER_CANCELLED, progress: () => undefined };

/**
 * The edit that an intent asks for, against the files as they are now; noted in the journal for *undo last*. What looks
 * through the corpus can be stopped by `run`: then it throws `Cancelled`.
 */
export async function carryOut(
  workspace: Workspace,
  intent: Intent,
  run: Run = UNHURRIED,
): Promise<CarriedOut> {
  if (intent.kind === 'decide' || intent.kind === 'mergeMarkers') return decideConflict(workspace, intent);
  const article = await workspace.article(intent.uri);
  if (!article || article.version !== intent.version) return { refused: staleArticle() };
  switch (intent.kind) {
    case 'accept':
      return acceptWord(workspace, article, intent.word);
    case 'ruleOff':
      return turnRuleOff(workspace, article, intent.rule);
    case 'fixAll':
      return fixArticle(workspace, article, intent.rule);
    case 'speak':
    case 'follow':
      return speak(workspace, article, intent);
    case 'reanchor':
    case 'reanchorAll':
      return reanchor(workspace, article, intent);
    case 'acceptSuggestion':
    case 'refuseSuggestion':
      return answer(workspace, article, intent, run);
    case 'addEntity':
    case 'addAlias':
    case 'removeName': {
      const { changeEntities } = await import('../entities/changeEntities.ts');
      return changeEntities(workspace, article, intent, run.cancel);
    }
    case 'tagCorpus':
      return tagCorpus(workspace, article, intent, run);
    default:
      return annotate(workspace, article, intent);
  }
}

async function answer(
  workspace: Workspace,
  article: Article,
  purpose: AnswerPurpose,
  { cancel }: Run,
): Promise<CarriedOut> {
  const own = await workspace.sidecars.own(article.uri, article.project);
  if ('refused' in own) return own;
  const suggestions = await suggestionsOf(workspace, article, cancel);
  const answered = answerOperations(workspace, article, suggestions, purpose);
  if ('refused' in answered) return answered;
  workspace.anchoring.annotated(article);
  return changeOwn(workspace, own.layer, answered.operations, answered.summary);
}

async function speak(workspace: Workspace, article: Article, purpose: RecordPurpose): Promise<CarriedOut> {
  const own = await workspace.sidecars.own(article.uri, article.project);
  if ('refused' in own) return own;
  const annotations = await workspace.annotations(article);
  const operations = await recordOperations({ workspace, article, own: own.layer, annotations }, purpose);
  return changeOwn(workspace, own.layer, operations, spokenSummary(purpose));
}

async function annotate(
  workspace: Workspace,
  article: Article,
  purpose: SidecarPurpose,
): Promise<CarriedOut> {
  const target = await targetLayer(workspace, article, purpose);
  if ('refused' in target) return target;
  const { layer } = target;
  await workspace.placed(article, [layer]);
  const operations = sidecarOperations(workspace, article, layer, purpose);
  workspace.anchoring.annotated(article);
  return changeOwn(workspace, layer, operations, summaryOf(purpose));
}

async function reanchor(
  workspace: Workspace,
  article: Article,
  purpose: ReanchorPurpose,
): Promise<CarriedOut> {
  const target = await targetLayer(workspace, article, purpose);
  if ('refused' in target) return target;
  const { layer } = target;
  await workspace.placed(article, [layer]);
  const operations = reanchorOperations(article, layer, purpose);
  if ('refused' in operations) return operations;
  workspace.anchoring.annotated(article);
  const summary =
    operations.length === 1
      ? msg('The tag stands where it is now.')
      : msg('{0} tags stand where they are now.', operations.length);
  return changeOwn(workspace, layer, operations, summary);
}

/** The edit of a sidecar of one's own, noted for *undo last*. */
export function changeOwn(
  workspace: Workspace,
  layer: Layer,
  operations: Operations,
  summary: Message,
): CarriedOut {
  if ('refused' in operations) return operations;
  const edit = sidecarEdit(workspace, layer, operations);
  if ('refused' in edit) return edit;
  const before = (layer.sidecar?.annotations ?? []).map((e) => e.annotation);
  workspace.journal.note(layer.uri, operations, before);
  return { ...edit, changed: layer.uri, summary };
}

async function targetLayer(
  workspace: Workspace,
  article: Article,
  purpose: SidecarPurpose | ReanchorPurpose,
): Promise<{ readonly layer: Layer } | { readonly refused: Message }> {
  const own = await workspace.sidecars.own(article.uri, article.project);
  if ('refused' in own || !('sidecar' in purpose) || own.layer.uri === purpose.sidecar) return own;
  const { annotator } = own.layer;
  const meant = await workspace.sidecars.readUri(purpose.sidecar, article.project);
  if (annotator !== undefined && meant.annotator === annotator) {
    return {
      refused: msg(
        'This line is in a file of a former name of yours, and you have another one by now: move its lines there first.',
      ),
    };
  }
  return { refused: msg('This line is in another person’s file. Only its owner can change it.') };
}

function spokenSummary(purpose: RecordPurpose): Message {
  if (purpose.kind === 'follow') return msg('Your tag is now as they say.');
  if ('accept' in purpose.says) return msg('Noted that you agree with this tag.');
  return 'delete' in purpose.says
    ? msg('Noted that this tag is wrong.')
    : msg('Noted what this tag should be.');
}

function summaryOf(purpose: SidecarPurpose): Message {
  switch (purpose.kind) {
    case 'add':
      return purpose.spans.length === 1
        ? msg('Tagged as {0}.', purpose.label)
        : msg('Tagged {0} mentions as {1}.', purpose.spans.length, purpose.label);
    case 'review':
      if (purpose.verdict === 'dismissed') return msg('Dismissed here.');
      return purpose.tag ? msg('Confirmed, and tagged as {0}.', purpose.tag.label) : msg('Confirmed.');
    case 'dismissAll':
      return msg('Dismissed in this article.');
    case 'withdraw':
      return msg('Your word on this was taken back.');
    case 'remove':
      return msg('Removed the tag.');
    case 'relabel':
      return msg('Changed the label to {0}.', purpose.label);
    case 'link':
      return purpose.entity === null
        ? msg('The tag is no longer linked.')
        : msg('The tag is linked to {0}.', purpose.entity);
  }
}
