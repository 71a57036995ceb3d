import type { Verdict } from '../core/annotations/model.ts';
import { GOLD } from '../core/annotations/sidecarNames.ts';
import type { Finding } from '../core/checks/finding.ts';
import { overlaps, type TextRange } from '../core/text/range.ts';
import type { Layer } from './sidecars.ts';

/** A person's word on findings of a rule, where it counts in the article as it is now. */
export interface GivenVerdict {
  /** Id of its line in the sidecar of the layer. */
  readonly id: string;
  readonly layer: Layer;
  readonly rule: string;
  readonly verdict: Verdict;
  /** UTF-16 units of the article; absent: in the whole article. */
  readonly range?: TextRange;
  /** Only for findings that mark this word, in any letter case. */
  readonly word?: string;
}

/** A verdict on words that are no longer in the article: they were corrected, or deleted. */
export interface PastVerdict {
  readonly layer: Layer;
  readonly rule: string;
  readonly verdict: Verdict;
  /** Where it was, in code points of the text that it was written for, and the words. */
  readonly start: number;
  readonly text: string;
}

/** `disputed`: somebody dismissed what somebody else confirmed, and nobody has settled it. */
export type Standing = 'open' | 'dismissed' | 'confirmed' | 'disputed';

/** What people say about a finding. */
export interface Judgement {
  readonly standing: Standing;
  /** What each of them says, one verdict per layer. */
  readonly verdicts: readonly GivenVerdict[];
}

const OPEN: Judgement = { standing: 'open', verdicts: [] };

/** Everything that people say about the findings of one article. */
export class Verdicts {
  readonly past: readonly PastVerdict[];
  private readonly text: string;
  private readonly byRule = new Map<string, GivenVerdict[]>();

  /** `text`: the article's. */
  constructor(text: string, given: readonly GivenVerdict[], past: readonly PastVerdict[]) {
    this.text = text;
    this.past = past;
    for (const verdict of given) {
      const same = this.byRule.get(verdict.rule);
      if (same) same.push(verdict);
      else this.byRule.set(verdict.rule, [verdict]);
    }
  }

  /**
   * Who says what of a finding. In each layer a word on the place counts before one on the word, and that before one on
   * the whole article. What the gold layer says has settled it.
   */
  on(finding: Finding): Judgement {
    const candidates = this.byRule.get(finding.rule);
    if (!candidates) return OPEN;
    const byLayer = new Map<string, GivenVerdict>();
    for (const verdict of candidates) {
      if (!this.applies(verdict, finding)) continue;
      const known = byLayer.get(verdict.layer.uri);
      if (!known || closeness(verdict) >= closeness(known)) byLayer.set(verdict.layer.uri, verdict);
    }
    const verdicts = [...byLayer.values()];
    const gold = verdicts.find((v) => v.layer.annotator === GOLD);
    return { standing: gold?.verdict ?? standingOf(verdicts), verdicts };
  }

  /** The findings that people are shown: all but those that are dismissed. */
  shown(findings: readonly Finding[]): Finding[] {
    if (this.byRule.size === 0) return [...findings];
    return findings.filter((finding) => this.on(finding).standing !== 'dismissed');
  }

  /** The other findings: those that are dismissed. */
  dismissed(findings: readonly Finding[]): Finding[] {
    if (this.byRule.size === 0) return [];
    return findings.filter((finding) => this.on(finding).standing === 'dismissed');
  }

  private applies({ range, word }: GivenVerdict, finding: Finding): boolean {
    if (range) return overlaps(range, finding);
    return word === undefined || fold(word) === fold(this.text.slice(finding.start, finding.end));
  }
}

function closeness({ range, word }: GivenVerdict): number {
  if (range) return 2;
  return word === undefined ? 0 : 1;
}

function standingOf(verdicts: readonly GivenVerdict[]): Standing {
  const [first] = verdicts;
  if (!first) return 'open';
  return verdicts.every((v) => v.verdict === first.verdict) ? first.verdict : 'disputed';
}

function fold(word: string): string {
  return word.normalize('NFC').toLowerCase();
}
