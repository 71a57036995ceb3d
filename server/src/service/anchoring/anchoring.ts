import { compareTextsInSteps, type TextComparison } from '../../core/annotations/anchor/compareTexts.ts';
import { holdsExactly, type LocatedArticle, locate } from '../../core/annotations/locate.ts';
import type { Anchor } from '../../core/annotations/model.ts';
import { type AnchorPlaces, locateByQuote } from '../anchorPlaces.ts';
import { type Host, NEVER_CANCELLED } from '../ports.ts';
import { runSteps } from '../stepping.ts';
import { nearestContext } from './nearestContext.ts';
import { type Depth, type PastText, PastTexts } from './pastTexts.ts';
import { Recent } from './recent.ts';

/** An annotation that has a place, in its sidecar. */
export interface AnchorUse {
  readonly sidecar: string;
  readonly id: string;
  readonly anchor: Anchor;
}

/** What of an article decides where annotations stand in it. */
export interface AnchoredArticle extends LocatedArticle {
  readonly uri: string;
  /** True where an editor has it open. */
  readonly open: boolean;
  readonly places: AnchorPlaces;
}

/** More revisions than this are compared with an article by nobody's wish; the rest is found by its quotes. */
const MOST_REVISIONS = 40;
/** Open articles whose first texts are remembered, and texts of each. */
const MOST_OPEN = 32;
const MOST_OF_ONE = 8;

/** A text of an open article that annotations refer to. */
interface OpenedText {
  readonly rev: string;
  readonly text: string;
}

/**
 * Finds where annotations stand whose article has changed since: by comparing it with the text that they were made on,
 * wherever that is to be had, else by their quotes. Nobody is asked about annotations of the present revision.
 */
export class Anchoring {
  readonly past: PastTexts;
  private readonly host: Host;
  private readonly compared = new WeakMap<AnchoredArticle, Map<string, Promise<TextComparison>>>();
  private readonly opened = new Recent<readonly OpenedText[]>(MOST_OPEN);

  constructor(host: Host) {
    this.host = host;
    this.past = new PastTexts(host);
  }

  /** Puts the places of annotations that are not known yet into the article's. */
  async place(article: AnchoredArticle, uses: readonly AnchorUse[], depth: Depth): Promise<void> {
    this.keepWhatIsEdited(article);
    const old = new Map<string, AnchorUse[]>();
    for (const use of uses) {
      const { sidecar, id, anchor } = use;
      if (article.places.knows(sidecar, id, anchor)) continue;
      if (anchor.rev === article.revision) {
        article.places.put(sidecar, id, anchor, locate(anchor, article));
        this.rememberOpen(article);
      } else {
        const same = old.get(anchor.rev);
        if (same) same.push(use);
        else old.set(anchor.rev, [use]);
      }
    }
    if (old.size === 0) return;
    const lost: AnchorUse[] = [];
    const most = [...old].sort(([, a], [, b]) => b.length - a.length);
    for (const [i, [rev, group]] of most.entries()) {
      const past = i < MOST_REVISIONS ? await this.past.of(article.uri, rev, depth) : undefined;
      if (past) this.put(article, group, await this.comparison(article, past));
      else lost.push(...group);
    }
    if (lost.length > 0) await this.placeLost(article, lost, depth);
  }

  /**
   * Annotations whose text nobody has: a version in which they hold to the letter, with all of their surroundings,
   * serves as well.
   */
  private async placeLost(article: AnchoredArticle, uses: readonly AnchorUse[], depth: Depth): Promise<void> {
    const versions = depth === 'thorough' ? await this.past.versions(article.uri) : [];
    const byVersion = new Map<PastText | undefined, AnchorUse[]>();
    for (const use of uses) {
      const version = versions.find((v) => holdsExactly(use.anchor, v));
      byVersion.set(version, [...(byVersion.get(version) ?? []), use]);
    }
    for (const [version, group] of byVersion) {
      if (version) this.put(article, group, await this.comparison(article, version));
      else for (const use of group) this.putFound(article, use, locateByQuote(use.anchor, article));
    }
  }

  private put(article: AnchoredArticle, uses: readonly AnchorUse[], comparison: TextComparison): void {
    for (const use of uses) this.putFound(article, use, comparison.locate(use.anchor));
  }

  private putFound(
    article: AnchoredArticle,
    { sidecar, id, anchor }: AnchorUse,
    found: ReturnType<typeof locate>,
  ): void {
    const near = found.range ? undefined : nearestContext(anchor, article.text);
    article.places.put(sidecar, id, anchor, found, near);
  }

  /** What became of an old text in the article: computed once for all annotations that refer to it. */
  private comparison(article: AnchoredArticle, past: PastText): Promise<TextComparison> {
    const known = this.compared.get(article) ?? new Map<string, Promise<TextComparison>>();
    this.compared.set(article, known);
    const made =
      known.get(past.revision) ??
      // Whatever waits goes first.
      this.host
        .pause()
        .then(() => runSteps(compareTextsInSteps(past.text, article.text), this.host, NEVER_CANCELLED));
    known.set(past.revision, made);
    return made;
  }

  /** Somebody annotates an article as it is now: its text is what their annotations refer to from now on. */
  annotated(article: AnchoredArticle): void {
    this.rememberOpen(article);
    this.past.keep(article.uri, article.revision, article.text);
  }

  /** True where an open article was seen with that text in this session, and edited here since. */
  hasSeen({ uri }: AnchoredArticle, rev: string): boolean {
    return (this.opened.get(uri) ?? []).some((opened) => opened.rev === rev);
  }

  /** True where an open article was seen with another text than it has now, to which annotations refer. */
  hasSeenOthers({ uri, text }: AnchoredArticle): boolean {
    return (this.opened.get(uri) ?? []).some((opened) => opened.text !== text);
  }

  /** Forgets the texts of an article that was closed: what becomes of it then is not seen. */
  closed(uri: string): void {
    this.opened.delete(uri);
  }

  /** An open article has the text itself that its annotations refer to, until it is edited. */
  private rememberOpen({ open, uri, revision, text, offsets }: AnchoredArticle): void {
    if (!open) return;
    const known = this.opened.get(uri) ?? [];
    if (known.some(({ rev }) => rev === revision)) return;
    this.opened.set(uri, [...known, { rev: revision, text }].slice(-MOST_OF_ONE));
    this.past.hold(text, revision, offsets);
  }

  /** Once an article is edited, the text that its annotations refer to may be nowhere but here. */
  private keepWhatIsEdited({ open, uri, text }: AnchoredArticle): void {
    if (!open) return;
    const known = this.opened.get(uri) ?? [];
    for (const opened of known) if (opened.text !== text) this.past.keep(uri, opened.rev, opened.text);
  }
}
