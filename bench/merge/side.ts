import { newId } from '../../server/src/core/annotations/create.ts';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { readAnnotation } from '../../server/src/core/annotations/readAnnotation.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import type { Random } from '../rules/random.ts';
import { type Article, anchorIn, type Cover, corrected } from './article.ts';

export type Json = Readonly<Record<string, unknown>>;

/** How a place came to be: found again in a corrected text, or chosen by a person. */
export type Placing = 'found' | 'chosen';

/** What one branch holds: an article and a sidecar, and what was meant by the changes since the base. */
export interface Side {
  article: Article;
  readonly lines: Map<string, Json>;
  readonly covers: Map<string, Cover>;
  readonly placed: Map<string, Placing>;
  /** The lines of the article that this branch may correct. */
  readonly ground: { readonly from: number; readonly to: number };
}

export function copyOf(side: Side, ground: Side['ground']): Side {
  return {
    article: side.article,
    lines: new Map(side.lines),
    covers: new Map(side.covers),
    placed: new Map(),
    ground,
  };
}

/** The sidecar's text, as the product writes it. */
export function sidecarOf(side: Side): string {
  const annotations = [...side.lines.values()].map((line): Annotation => {
    const read = readAnnotation(JSON.stringify(line));
    if (!read || read.fault) throw new Error(`no annotation: ${JSON.stringify(line)}`);
    return read.annotation;
  });
  return serializeSidecar(annotations);
}

/** An id at an offset, as the product makes them. */
export function freshId(random: Random, start: number): string {
  const digits = Array.from({ length: 6 }, () => random.below(36).toString(36));
  return newId(start, digits.join(''));
}

/** Corrects the article on the branch's own ground, then finds some of its tags again. */
export function correctText(random: Random, side: Side, fresh: () => number): void {
  for (let n = 1 + random.below(3); n > 0; n--) {
    side.article = corrected(random, side.article, side.ground.from, side.ground.to, fresh);
  }
  const share = random.pick([0.1, 0.5, 1]) ?? 1;
  for (const [id, cover] of side.covers) {
    if (random.below(100) >= share * 100) continue;
    const anchor = anchorIn(side.article, cover);
    const line = side.lines.get(id);
    if (!anchor || !line || line.rev === anchor.rev) continue;
    side.lines.set(id, { ...line, ...anchor });
    if (side.placed.get(id) !== 'chosen') side.placed.set(id, 'found');
  }
}
