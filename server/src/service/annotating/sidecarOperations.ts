import { newArticleReview, newReview, newSpan } from '../../core/annotations/create.ts';
import type { Operation } from '../../core/annotations/operations.ts';
import { type Message, msg } from '../../core/message.ts';
import { overlaps } from '../../core/text/range.ts';
import type { Article } from '../articles.ts';
import type { Layer } from '../sidecars.ts';
import type { Workspace } from '../workspace.ts';
import type { ReviewPurpose, SidecarPurpose } from './intent.ts';

/** The changes of a sidecar that carry out what somebody chose, or why there are none. */
export function sidecarOperations(
  workspace: Workspace,
  article: Article,
  layer: Layer,
  purpose: SidecarPurpose,
): readonly Operation[] | { readonly refused: Message } {
  const place = placeIn(article);
  const suffix = () => idSuffix(workspace);
  switch (purpose.kind) {
    case 'add':
      return purpose.spans.map(({ entity, ...range }) => ({
        kind: 'add',
        annotation: newSpan({
          ...place,
          range,
          label: purpose.label,
          suffix: suffix(),
          ...(entity === undefined ? {} : { entity }),
        }),
      }));
    case 'review':
      return [
        ...sentenceTags(workspace, article, layer, purpose),
        review(workspace, article, layer, purpose),
      ];
    case 'dismissAll': {
      const { rule, word } = purpose;
      const about = word === undefined ? {} : { word };
      return [{ kind: 'add', annotation: newArticleReview({ rule, ...about, suffix: suffix() }) }];
    }
    case 'remove':
    case 'withdraw':
      return [{ kind: 'remove', id: purpose.id }];
    case 'relabel': {
      const found = layer.sidecar?.annotations.find((e) => e.annotation.id === purpose.id)?.annotation;
      if (found?.kind !== 'span') return { refused: msg('This tag is no longer in the sidecar.') };
      return [{ kind: 'replace', annotation: { ...found, label: purpose.label } }];
    }
    case 'link': {
      const found = layer.sidecar?.annotations.find((e) => e.annotation.id === purpose.id)?.annotation;
      if (found?.kind !== 'span') return { refused: msg('This tag is no longer in the sidecar.') };
      const { entity: before, ...unlinked } = found;
      const { entity } = purpose;
      if (before === (entity ?? undefined)) return { refused: alreadyLinked(entity) };
      return [{ kind: 'replace', annotation: entity === null ? unlinked : { ...found, entity } }];
    }
  }
}

/** A second word on the same finding takes the place of the first, so that each person has one. */
function review(
  workspace: Workspace,
  article: Article,
  layer: Layer,
  { rule, verdict, start, end }: ReviewPurpose,
): Operation {
  const annotation = newReview({
    ...placeIn(article),
    range: { start, end },
    rule,
    verdict,
    suffix: idSuffix(workspace),
  });
  for (const { annotation: known } of layer.sidecar?.annotations ?? []) {
    if (known.kind !== 'review' || known.rule !== rule) continue;
    const range = article.places.of(layer.uri, known.id, known, article)?.range;
    if (!range || !overlaps(range, { start, end })) continue;
    const { id, note, extra } = known;
    return {
      kind: 'replace',
      annotation: { ...annotation, id, extra, ...(note === undefined ? {} : { note }) },
    };
  }
  return { kind: 'add', annotation };
}

function sentenceTags(
  workspace: Workspace,
  article: Article,
  layer: Layer,
  { tag }: ReviewPurpose,
): Operation[] {
  const known = (layer.sidecar?.annotations ?? []).flatMap(({ annotation }) =>
    annotation.kind === 'span' && annotation.label === tag?.label
      ? (article.places.of(layer.uri, annotation.id, annotation, article)?.range ?? [])
      : [],
  );
  return (tag?.sentences ?? [])
    .filter((s) => !known.some((k) => k.start === s.start && k.end === s.end))
    .map((range) => ({
      kind: 'add',
      annotation: newSpan({
        ...placeIn(article),
        range,
        label: tag?.label ?? '',
        suffix: idSuffix(workspace),
      }),
    }));
}

function alreadyLinked(entity: string | null): Message {
  return entity === null
    ? msg('This tag is not linked to an entity.')
    : msg('This tag is linked to {0} already.', entity);
}

function placeIn(article: Article) {
  return { article: article.text, offsets: article.offsets, revision: article.revision };
}

/** Six random base-36 characters: what keeps two people's ids apart at the same place. */
export function idSuffix(workspace: Workspace): string {
  const SPACE = 36 ** 6;
  return Math.floor(workspace.host.random() * SPACE)
    .toString(36)
    .padStart(6, '0');
}
