import type { Gazetteer } from '../../core/entities/gazetteer.ts';
import type { Mention } from '../../core/entities/mention.ts';
import { overlaps, type TextRange } from '../../core/text/range.ts';
import { wholeWords } from '../../core/text/wholeWords.ts';
import { innermost, ownVersion, type PlacedSpan } from '../annotations.ts';
import type { Article } from '../articles.ts';
import type { Refusals } from '../refusals.ts';
import type { TagTarget } from './target.ts';

/** What somebody means to tag wherever it stands. */
export interface Sought {
  /** Its words where they were chosen. */
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
 * What is meant by *all like this* at a target: the entity of a tag there, else of the mention, wherever it is
 * mentioned, by any of its names; or the same words. `wanted`: the label that was asked for.
 */
export function soughtAt(
  { article, mentions, placed }: SoughtScene,
  gazetteer: Gazetteer,
  target: TagTarget,
  wanted?: string,
): Sought {
  const tag = innermost(placed, target)?.annotation;
  const entity = tag?.entity ?? target.mention?.entityId;
  const type = entity === undefined ? undefined : gazetteer.entity(entity)?.type;
  const label = wanted ?? tag?.label ?? labelNamed(article, type);
  // Who gives a name another label than its entity's type does not mean that entity, unless a tag says so.
  const linked = entity !== undefined && (label === type || (tag?.entity === entity && tag.label === label));
  const isMentioned = mentions.some(
    (m) => m.entityId === entity && m.start === target.start && m.end === target.end,
  );
  return {
    text: article.text.slice(target.start, target.end),
    label,
    entity: linked ? entity : undefined,
    byEntity: linked && isMentioned,
  };
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
