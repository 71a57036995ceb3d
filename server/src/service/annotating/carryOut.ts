import { newReview, newSpan } from '../../core/annotations/create.ts';
import type { Operation } from '../../core/annotations/operations.ts';
import { type Message, msg } from '../../core/message.ts';
import type { Article } from '../articles.ts';
import type { Layer } from '../sidecars.ts';
import type { Workspace } from '../workspace.ts';
import { acceptWord } from './acceptWord.ts';
import type { CarriedOut } from './carriedOut.ts';
import type { Intent } from './intent.ts';
import { sidecarEdit, staleArticle } from './sidecarEdit.ts';

/** The edit that an intent asks for, against the sidecar as it is now; noted in the journal for *undo last*. */
export async function carryOut(workspace: Workspace, intent: Intent): Promise<CarriedOut> {
  const article = await workspace.article(intent.uri);
  if (!article || article.version !== intent.version) return { refused: staleArticle() };
  if (intent.kind === 'accept') return acceptWord(workspace, article, intent.word);
  const target = await targetLayer(workspace, article, intent);
  if ('refused' in target) return target;
  const { layer } = target;
  const operations = operationsOf(workspace, article, layer, intent);
  if ('refused' in operations) return operations;
  const edit = sidecarEdit(workspace, layer, operations);
  if ('refused' in edit) return edit;
  const before = (layer.sidecar?.annotations ?? []).map((e) => e.annotation);
  workspace.journal.note(layer.uri, operations, before);
  return { ...edit, changed: layer.uri, summary: summaryOf(intent) };
}

/** Everything but accepting a word goes into a sidecar. */
type SidecarIntent = Exclude<Intent, { readonly kind: 'accept' }>;

async function targetLayer(
  workspace: Workspace,
  article: Article,
  intent: SidecarIntent,
): Promise<{ readonly layer: Layer } | { readonly refused: Message }> {
  const own = await workspace.sidecars.own(article.uri, article.project);
  if ('refused' in own || intent.kind === 'add' || intent.kind === 'review') return own;
  if (own.layer.uri === intent.sidecar) return own;
  return { refused: msg('This tag is in another person’s file. Only its owner can change it.') };
}

function operationsOf(
  workspace: Workspace,
  article: Article,
  layer: Layer,
  intent: SidecarIntent,
): readonly Operation[] | { readonly refused: Message } {
  const place = { article: article.text, offsets: article.offsets, revision: article.revision };
  switch (intent.kind) {
    case 'add':
      return intent.spans.map((range) => ({
        kind: 'add',
        annotation: newSpan({
          ...place,
          range,
          label: intent.label,
          suffix: idSuffix(workspace),
          ...(range.entity === undefined ? {} : { entity: range.entity }),
        }),
      }));
    case 'review':
      return [
        {
          kind: 'add',
          annotation: newReview({
            ...place,
            range: intent,
            rule: intent.rule,
            verdict: intent.verdict,
            suffix: idSuffix(workspace),
          }),
        },
      ];
    case 'remove':
      return [{ kind: 'remove', id: intent.id }];
    case 'relabel': {
      const found = layer.sidecar?.annotations.find((e) => e.annotation.id === intent.id)?.annotation;
      if (found?.kind !== 'span') return { refused: msg('This tag is no longer in the sidecar.') };
      return [{ kind: 'replace', annotation: { ...found, label: intent.label } }];
    }
  }
}

/** Six random base-36 characters: what keeps two people's ids apart at the same place. */
function idSuffix(workspace: Workspace): string {
  const SPACE = 36 ** 6;
  return Math.floor(workspace.host.random() * SPACE)
    .toString(36)
    .padStart(6, '0');
}

function summaryOf(intent: SidecarIntent): Message {
  switch (intent.kind) {
    case 'add':
      return intent.spans.length === 1
        ? msg('Tagged as {0}.', intent.label)
        : msg('Tagged {0} mentions as {1}.', intent.spans.length, intent.label);
    case 'review':
      return msg('Dismissed here.');
    case 'remove':
      return msg('Removed the tag.');
    case 'relabel':
      return msg('Changed the label to {0}.', intent.label);
  }
}
