import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { ComparedWord, wordSimilarity } from '../../../core/annotations/anchor/wordSimilarity.ts';
import { type Message, msg } from '../../../core/message.ts';
import { contains, overlaps, type TextRange } from '../../../core/text/range.ts';
import { type Doubt, nearestTo } from '../../anchoring/doubts.ts';
import { type Intent, withIntent } from '../../annotating/intent.ts';
import { tagTarget } from '../../annotating/target.ts';
import { type LostSpan, ownVersion, type PlacedSpan, spansAt } from '../../annotations.ts';
import type { Workspace } from '../../workspace.ts';
import { type ActionScene, excerpt } from './scene.ts';
import { ANNOTATE_KIND } from './tagActions.ts';

/** So many tags are offered to be moved to a selection: those whose words are most like it. */
const MOST_OFFERED = 5;

/**
 * What somebody can do with their own tags whose place is in doubt: *Keep here* and *Delete* for those at the cursor,
 * *Move here* for all, where words are selected that one of them may have meant.
 */
export function anchorActions(
  workspace: Workspace,
  scene: ActionScene,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const isOwn = (span: PlacedSpan | LostSpan) => span.layer.uri === scene.ownSidecar;
  const unsure = scene.placed.filter((s) => s.status === 'review').filter(isOwn);
  const lost = scene.lost.filter(isOwn);
  const unsureHere = unsure.filter((s) => overlaps(s.range, scene.at) || contains(s.range, scene.at));
  const lostHere = lost.filter((s) => isOnLine(scene, nearestTo(scene.article, s)));
  const action = (title: Message, code: Doubt['code'] | undefined, intent: Intent): CodeAction => ({
    title: workspace.say(title),
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnostics.filter((d) => d.code === code),
    data: withIntent(intent),
  });
  const keep = unsureHere.map((span) => {
    const { id, label } = ownVersion(span);
    const title = msg('Keep here: {0} on “{1}”', label, excerpt(textOf(scene, span.range)));
    const at = { sidecar: span.layer.uri, id, start: span.range.start, end: span.range.end };
    return action(title, 'annotation/review', { ...scene.origin, kind: 'reanchor', ...at });
  });
  const move = targets(scene, unsure, lost).map(({ span, target }) => {
    const { id, label, text } = ownVersion(span);
    const title = msg('Move here: {0} from “{1}”', label, excerpt(text));
    const code = 'range' in span ? 'annotation/review' : 'annotation/orphan';
    const at = { sidecar: span.layer.uri, id, start: target.start, end: target.end };
    return action(title, code, { ...scene.origin, kind: 'reanchor', ...at });
  });
  const remove = [...unsureHere, ...lostHere].map((span) => {
    const { id, label, text } = ownVersion(span);
    const code = 'range' in span ? 'annotation/review' : 'annotation/orphan';
    const intent: Intent = { ...scene.origin, kind: 'remove', sidecar: span.layer.uri, id };
    return action(msg('Delete the tag {0} on “{1}”', label, excerpt(text)), code, intent);
  });
  const all =
    unsureHere.length + lostHere.length > 0 ? keepAllActions(workspace, scene, CodeActionKind.QuickFix) : [];
  return [...keep, ...move, ...remove, ...all];
}

/** *Keep all N tags of yours that moved*, where the cursor is at one of them. */
export function keepMovedActions(workspace: Workspace, scene: ActionScene): CodeAction[] {
  const here = spansAt(scene.placed, scene.at);
  return here.some((span) => isMoved(scene, span)) ? keepAllActions(workspace, scene, ANNOTATE_KIND) : [];
}

function keepAllActions(workspace: Workspace, scene: ActionScene, kind: string): CodeAction[] {
  const moved = scene.placed.filter((span) => isMoved(scene, span));
  const { ownSidecar } = scene;
  if (moved.length < 2 || ownSidecar === undefined) return [];
  return [
    {
      title: workspace.say(msg('Keep all {0} tags of yours that moved', moved.length)),
      kind,
      data: withIntent({ ...scene.origin, kind: 'reanchorAll', sidecar: ownSidecar }),
    },
  ];
}

/** True for a tag of one's own whose place is certain, though its line is about another text of the article. */
function isMoved({ article, ownSidecar }: ActionScene, span: PlacedSpan): boolean {
  const { layer, status } = span;
  return layer.uri === ownSidecar && status !== 'review' && ownVersion(span).rev !== article.revision;
}

interface Target {
  readonly span: PlacedSpan | LostSpan;
  readonly target: TextRange;
}

/** The tags that may be meant by what is selected, the likeliest first; at a cursor only those of just its words. */
function targets(scene: ActionScene, unsure: readonly PlacedSpan[], lost: readonly LostSpan[]): Target[] {
  if (unsure.length + lost.length === 0) return [];
  const { article, at, mentions } = scene;
  const target = tagTarget(article, mentions, at);
  if (!target) return [];
  const words = textOf(scene, target);
  const isSelected = at.start < at.end;
  return [...lost, ...unsure]
    .filter((s) => !('range' in s && s.range.start === target.start && s.range.end === target.end))
    .map((span) => ({ span, target, likeness: likeness(ownVersion(span).text, words) }))
    .filter((t) => isSelected || t.likeness === 1)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_OFFERED);
}

function likeness(quote: string, words: string): number {
  return quote.toLowerCase() === words.toLowerCase()
    ? 1
    : 0.99 * wordSimilarity(new ComparedWord(quote), new ComparedWord(words));
}

function isOnLine({ article, at }: ActionScene, { start }: TextRange): boolean {
  return article.document.positionAt(start).line === article.document.positionAt(at.start).line;
}

function textOf({ article }: ActionScene, { start, end }: TextRange): string {
  return article.text.slice(start, end);
}
