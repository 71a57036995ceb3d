import { canonicalText, TextOffsets } from '../../core/text/offsets.ts';
import { revisionOf } from '../../core/text/revision.ts';
import { decodeText } from '../decode.ts';
import type { Host } from '../ports.ts';
import { Recent } from './recent.ts';

/** A text that an article had. */
export interface PastText {
  readonly text: string;
  readonly offsets: TextOffsets;
  /** `revisionOf(text)`. */
  readonly revision: string;
}

/** How far somebody goes to find an old text: `quick` starts no process for a single article. */
export type Depth = 'quick' | 'thorough';

/** Texts, and articles whose versions are listed, that are held. */
const MOST_TEXTS = 32;
const MOST_ARTICLES = 8;
/** Versions of an article that are looked at, newest first. */
const MOST_VERSIONS = 30;
/** All of them together (UTF-16 units): of a text of megabytes only the last ones are looked at. */
const MOST_UNITS = 10_000_000;
/** Milliseconds after which git is asked again about what it did not know: somebody may have fetched it. */
const ASK_AGAIN = 30_000;

/** Old texts of articles, by revision: from this session, from those that are kept on this machine, and from git. */
export class PastTexts {
  private readonly host: Host;
  private readonly texts = new Recent<PastText>(MOST_TEXTS);
  /** When a text was asked for in vain. */
  private readonly unknown = new Recent<number>(1000);
  private readonly listed = new Recent<{ at: number; versions: Promise<readonly PastText[]> }>(MOST_ARTICLES);
  private readonly safe = new Recent<true>(1000);
  private readonly shared = new Recent<true>(1000);
  private readonly putting = new Set<Promise<void>>();

  constructor(host: Host) {
    this.host = host;
  }

  /** The text of a revision that an article had; undefined where nobody has it. */
  async of(uri: string, rev: string, depth: Depth): Promise<PastText | undefined> {
    const held = this.texts.get(rev);
    if (held) return held;
    const key = `${depth} ${rev} ${uri}`;
    const asked = this.unknown.get(key);
    if (asked !== undefined && this.host.now() - asked < ASK_AGAIN) return undefined;
    const found =
      (await this.kept(rev)) ?? (await this.committed(uri, rev)) ?? (await this.listedAs(uri, rev, depth));
    if (found) this.texts.set(rev, found);
    else this.unknown.set(key, this.host.now());
    return found;
  }

  /** The texts that an article had in commits, newest first; none of those that cannot be read as text. */
  async versions(uri: string): Promise<readonly PastText[]> {
    const { history } = this.host;
    if (!history) return [];
    const known = this.listed.get(uri);
    if (known && this.host.now() - known.at < ASK_AGAIN) return known.versions;
    const versions = history.past(uri, MOST_VERSIONS).then(pastTexts);
    this.listed.set(uri, { at: this.host.now(), versions });
    return versions;
  }

  /** True where git has the text of that revision, so that everybody who has the repository does. */
  async isCommitted(uri: string, rev: string): Promise<boolean> {
    return (await this.host.history?.blob(uri, rev)) !== undefined;
  }

  /** True where git has the text of that revision in some form, also with other line ends. */
  async isShared(uri: string, rev: string): Promise<boolean> {
    const key = `${uri} ${rev}`;
    if (this.shared.get(key)) return true;
    const found =
      (await this.isCommitted(uri, rev)) || (await this.versions(uri)).some((v) => v.revision === rev);
    if (found) this.shared.set(key, true);
    return found;
  }

  /** Holds a text of this session, so that annotations on it are found again without asking anybody. */
  hold(text: string, revision: string, offsets: TextOffsets): void {
    this.texts.set(revision, { text, revision, offsets });
  }

  /** Keeps a text on this machine unless git has it. Returns at once. */
  keep(uri: string, rev: string, text: string): void {
    const { keptTexts } = this.host;
    if (!keptTexts || this.safe.get(rev)) return;
    this.safe.set(rev, true);
    const putting = this.isCommitted(uri, rev)
      .then((committed) => (committed ? undefined : keptTexts.put(rev, canonicalText(text))))
      .catch((error: unknown) => this.host.log(`${uri}: its text was not kept. ${String(error)}`))
      .finally(() => this.putting.delete(putting));
    this.putting.add(putting);
  }

  /** Settles once everything that was to be kept is. */
  async settled(): Promise<void> {
    await Promise.all(this.putting);
  }

  private async kept(rev: string): Promise<PastText | undefined> {
    const text = await this.host.keptTexts?.get(rev);
    if (text === undefined) return undefined;
    const found = withOffsets(text);
    // Files of the cache are anybody's who can write there.
    return found.revision === rev ? found : undefined;
  }

  private async committed(uri: string, rev: string): Promise<PastText | undefined> {
    const bytes = await this.host.history?.blob(uri, rev);
    const found = bytes && pastText(bytes);
    return found?.revision === rev ? found : undefined;
  }

  /** Bytes with a byte order mark or other line ends have an id of their own: only their text has the revision. */
  private async listedAs(uri: string, rev: string, depth: Depth): Promise<PastText | undefined> {
    if (depth === 'quick') return undefined;
    return (await this.versions(uri)).find((version) => version.revision === rev);
  }
}

function pastTexts(all: readonly Uint8Array[]): PastText[] {
  const texts: PastText[] = [];
  let units = 0;
  for (const bytes of all) {
    units += bytes.length;
    if (texts.length > 0 && units > MOST_UNITS) break;
    const text = pastText(bytes);
    if (text) texts.push(text);
  }
  return texts;
}

function pastText(bytes: Uint8Array): PastText | undefined {
  const text = decodeText(bytes);
  return typeof text === 'string' ? withOffsets(text) : undefined;
}

function withOffsets(text: string): PastText {
  return { text, offsets: new TextOffsets(text), revision: revisionOf(text) };
}
