import { canonicalSlice } from '../core/annotations/create.ts';
import { type LocatedArticle, locate } from '../core/annotations/locate.ts';
import type { Anchor } from '../core/annotations/model.ts';
import type { ChangedStretch } from '../core/text/changedLines.ts';
import type { TextRange } from '../core/text/range.ts';

/** Where an annotation stands in an article as it is now. kept and moved are certain; review wants a look. */
export interface AnchorPlace {
  /** UTF-16 units of the article. */
  readonly range: TextRange;
  readonly status: 'kept' | 'moved' | 'review';
}

/** A place whose words were edited is certain again once they read as they did. */
interface KeptPlace extends AnchorPlace {
  readonly edited?: true;
}

/**
 * The places of the annotations of one version of an article. While it is open, every edit moves them exactly; only
 * what was never placed, or lost its words to the edit, is searched for by its quote.
 */
export class AnchorPlaces {
  private readonly places: Map<string, KeptPlace>;

  constructor(places: Iterable<[string, KeptPlace]> = []) {
    this.places = new Map(places);
  }

  /** The places after edits, each of which was made in the text that the one before it left. */
  after(edits: readonly ChangedStretch[]): AnchorPlaces {
    const moved: [string, KeptPlace][] = [];
    for (const [key, place] of this.places) {
      let next: KeptPlace | undefined = place;
      for (const edit of edits) next &&= movedBy(edit, next);
      if (next) moved.push([key, next]);
    }
    return new AnchorPlaces(moved);
  }

  /** The place of an annotation; undefined where its words are nowhere in the article. */
  of(sidecar: string, id: string, anchor: Anchor, article: LocatedArticle): AnchorPlace | undefined {
    const key = `${sidecar} ${id} ${anchor.start} ${anchor.end} ${anchor.rev}`;
    const known = this.places.get(key);
    if (known?.edited && canonicalSlice(article.text, known.range.start, known.range.end) === anchor.text) {
      return { range: known.range, status: 'moved' };
    }
    if (known) return known;
    const { range, status } = locate(anchor, article);
    if (!range || status === 'orphan') return undefined;
    const place = { range, status };
    this.places.set(key, place);
    return place;
  }
}

/** What an edit does to a place; undefined where it took one of its ends, or all of it, away. */
function movedBy({ start, oldEnd, newEnd }: ChangedStretch, place: KeptPlace): KeptPlace | undefined {
  const { range } = place;
  if (range.end <= start) return place;
  const shift = newEnd - oldEnd;
  if (range.start >= oldEnd) {
    return { ...place, range: { start: range.start + shift, end: range.end + shift } };
  }
  const inside = range.start <= start && oldEnd <= range.end;
  const all = range.start === start && oldEnd === range.end;
  if (!inside || all) return undefined;
  return { range: { start: range.start, end: range.end + shift }, status: 'review', edited: true };
}
