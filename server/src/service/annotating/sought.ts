import type { Gazetteer } from '../../core/entities/gazetteer.ts';
import type { Mention } from '../../core/entities/mention.ts';
import { overlaps, type TextRange } from '../../core/text/range.ts';
import { wholeWords } from '../../core/text/wholeWords.ts';
import { innermost, ownVersion, type PlacedSpan } from '../annotations.ts';
import type { Article } from '../articles.ts';
import type { Refusals } from '../refusals.ts';
import { nameTags, tagTarget } from './target.ts';

/** What somebody means to tag wherever it stands; the place where it was chosen, UTF-16 units of that article. */
export interface Sought extends TextRange {
  /** Its words there. */
  readonly text: string;
  /** Undefined where nothing tells which one is meant. */
  readonly label: string | undefined;
  /** The entity that every place is linked to. */
  readonly entity: string | undefined;
  /** True: every mention of the entity, by whatever name; false: the same words. */
  readonly byEntity: boolean;
}

/** A place of what is sought; UTF-16 units of the article. */
export interface SoughtPlace extends TextRange {
  /** This person has given it this label already. */
  readonly tagged: boolean;
}

/** What is known of an article where something is sought. */
export interface SoughtScene {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  readonly placed: readonly PlacedSpan[];
  readonly refusals: Refusals;
  /** The sidecar that this person writes; undefined where they cannot write any. */
  readonly ownSidecar: string | undefined;
  /** Whose that is; undefined for the one that all share. */
  readonly ownName: string | undefined;
}

/**
 * What is meant by *all like this* at a selection or cursor: the entity of a tag there, else of the mention, wherever it
 * is mentioned, by any of its names; or the same words. `wanted`: the label that was asked for. Undefined where there
 * are no words.
 */
export function soughtAt(
  scene: SoughtScene,
  gazetteer: Gazetteer,
  at: TextRange,
  wanted?: string,
): Sought | undefined {
  const { article, mentions } = scene;
  const around = nameTagAt(scene, at);
  // A cursor in a tag means all of the tag.
  const target = at.start === at.end && around ? around.range : tagTarget(article, mentions, at);
  if (!target) return undefined;
  const mention = mentions.find((m) => m.start === target.start && m.end === target.end);
  const isWhole = around?.range.start === target.start && around.range.end === target.end;
  const tag = isWhole || !mention ? around?.annotation : undefined;
  const entity = (isWhole ? tag?.entity : undefined) ?? mention?.entityId;
  const type = entity === undefined ? undefined : gazetteer.entity(entity)?.type;
  const label = wanted ?? tag?.label ?? labelNamed(article, type);
  // Who gives a name another label than its entity's type does not mean that entity, unless a tag says so.
  const linked = entity !== undefined && (label === type || (tag?.entity === entity && tag.label === label));
  return {
    start: target.start,
    end: target.end,
    text: article.text.slice(target.start, target.end),
    label,
    entity: linked ? entity : undefined,
    byEntity: linked && mention?.entityId === entity,
  };
}

/** The innermost tag of a name that holds a selection or cursor. */
export function nameTagAt({ article, placed }: SoughtScene, at: TextRange): PlacedSpan | undefined {
  return innermost(nameTags(article, placed), at);
}

function labelNamed({ project }: Article, type: string | undefined): string | undefined {
  return project.project.labels.find((l) => l.name === type && !l.sentence)?.name;
}

/**
 * Where what is sought stands in an article, in text order, without overlaps: less what this person has refused with
 * its label, and the stretches that they have tagged as something else.
 */
export function soughtPlaces(scene: SoughtScene, sought: Sought): SoughtPlace[] {
  const { article, mentions, placed, refusals, ownSidecar, ownName } = scene;
  const { label } = sought;
  const all: readonly TextRange[] = sought.byEntity
    ? mentions.filter((m) => m.entityId === sought.entity)
    : wholeWords(article.text, sought.text);
  const own = ownSidecar === undefined ? placed : placed.filter((s) => s.layer.uri === ownSidecar);
  if (label === undefined) return all.map(({ start, end }) => ({ start, end, tagged: false }));
  return all.flatMap(({ start, end }) => {
    const here = { start, end };
    const touched = own.filter((s) => overlaps(s.range, here));
    const tagged = touched.some((s) => ownVersion(s).label === label);
    if (!tagged && touched.some((s) => s.range.start === start && s.range.end === end)) return [];
    if (!tagged && refusals.has(ownName, { ...here, label })) return [];
    return [{ ...here, tagged }];
  });
}
