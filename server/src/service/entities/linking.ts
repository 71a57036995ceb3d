import { withoutConflict } from '../../core/annotations/records.ts';
import { lineHash } from '../../core/annotations/serialize.ts';
import { GOLD } from '../../core/annotations/sidecarNames.ts';
import { msg } from '../../core/message.ts';
import type { CarriedOut } from '../annotating/carriedOut.ts';
import { carryOut } from '../annotating/carryOut.ts';
import type { Intent } from '../annotating/intent.ts';
import type { Place } from '../annotating/place.ts';
import { staleArticle } from '../annotating/sidecarEdit.ts';
import { nameTags } from '../annotating/target.ts';
import { ownVersion, type PlacedSpan, spansAt } from '../annotations.ts';
import { toTextRange } from '../convert.ts';
import type { Workspace } from '../workspace.ts';
import { unknownEntity } from './ownLines.ts';

/**
 * Says whom the tag of a name at a place means, or that it means nobody known: writes it into one's own tag, the
 * innermost one there; else says it of another person's, whose owner then has the last word.
 */
export async function linkAtPlace(
  workspace: Workspace,
  { uri, range, version }: Place,
  entity: string | null,
): Promise<CarriedOut> {
  const article = await workspace.article(uri);
  if (!article || (version !== undefined && version !== article.version)) return { refused: staleArticle() };
  const own = await workspace.sidecars.own(uri, article.project);
  if ('refused' in own) return own;
  const { gazetteer } = await article.project.entities();
  if (entity !== null && !gazetteer.entity(entity)) return { refused: unknownEntity(entity) };
  const { placed } = await workspace.annotations(article);
  const here = spansAt(nameTags(article, placed), toTextRange(article.document, range)).filter(
    (s) => s.layer.annotator !== GOLD,
  );
  const span = here.find((s) => s.layer.uri === own.layer.uri) ?? here[0];
  if (!span) return { refused: msg('There is no tag here. Tag the words first, then link the tag.') };
  return carryOut(workspace, linkIntent({ uri, version: article.version }, own.layer.uri, span, entity));
}

/** The intent that links a tag: a change of one's own, a word on another person's. */
export function linkIntent(
  origin: { readonly uri: string; readonly version: number },
  ownSidecar: string,
  span: PlacedSpan,
  entity: string | null,
): Intent {
  const { id } = span.annotation;
  const sidecar = span.layer.uri;
  if (sidecar === ownSidecar) return { ...origin, kind: 'link', sidecar, id, entity };
  return {
    ...origin,
    kind: 'speak',
    about: { sidecar, id },
    says: { set: [{ key: 'entity', json: JSON.stringify(entity) }] },
    was: lineHash(withoutConflict(ownVersion(span))),
  };
}
