import type { Severity } from '../checks/finding.ts';
import type { TextRange } from '../text/range.ts';
import { type SentenceFeatures, sharedLength } from './sentenceFeatures.ts';

/** Classes that no label names. A sentence that a person tagged has the label's name instead: UNTRANSLATED, GARBLED … */
export const SENTENCE_CLASSES = ['confirmed', 'dismissed', 'open', 'clean', 'unjudged'] as const;
export type SentenceClass = (typeof SENTENCE_CLASSES)[number];

/** What a rule reports, and what people say of it. Places are code points of the article. */
export interface JudgedFinding extends TextRange {
  readonly rule: string;
  readonly severity: Severity;
  readonly standing: 'open' | 'dismissed' | 'confirmed' | 'disputed';
  /** The rule's evidence as an English sentence, and the numbers in it: counts, shares, scores. */
  readonly why: string;
  readonly numbers: readonly number[];
}

/** A label for sentences, on these stretches. Code points of the article. */
export interface SentenceTag {
  readonly label: string;
  readonly parts: readonly TextRange[];
}

/** A sentence of an article, what people say of it, and what rules have seen in it. */
export interface SentenceRecord {
  /** `2026/a.txt#120`: the article, and where the sentence begins. */
  readonly id: string;
  readonly article: string;
  /** Code points of the article, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly class: string;
  /** All labels for sentences that it bears, sorted. */
  readonly labels: readonly string[];
  /** The share of it that is tagged with the label that is its class; 0 for other classes. */
  readonly tagged: number;
  readonly findings: readonly JudgedFinding[];
  readonly features: SentenceFeatures;
}

/** What is said of an article. Places are code points. */
export interface SentenceSource {
  readonly path: string;
  readonly tags: readonly SentenceTag[];
  readonly findings: readonly JudgedFinding[];
  /** Somebody has called the article done. */
  readonly done: boolean;
}

/**
 * The class of a sentence. What a person tagged comes first (of several labels the one on most of it, then by name);
 * then what a person confirmed, then what nobody has settled, then what a person dismissed. Without findings it is clean
 * where the article is done, and unjudged where it is not.
 */
export function sentenceClass(
  sentence: TextRange,
  { tags, findings, done }: Pick<SentenceSource, 'tags' | 'findings' | 'done'>,
): Pick<SentenceRecord, 'class' | 'labels' | 'tagged' | 'findings'> {
  const own = findings.filter((finding) => sharedLength([finding], sentence) > 0);
  const shares = new Map<string, number>();
  const length = Math.max(1, sentence.end - sentence.start);
  for (const label of new Set(tags.map((tag) => tag.label))) {
    const parts = tags.filter((tag) => tag.label === label).flatMap((tag) => tag.parts);
    const shared = sharedLength(parts, sentence);
    if (shared > 0) shares.set(label, shared / length);
  }
  const labels = [...shares.keys()].sort();
  const [first] = [...shares].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (first) return { class: first[0], labels, tagged: first[1], findings: own };
  return { class: classByFindings(own, done), labels, tagged: 0, findings: own };
}

function classByFindings(findings: readonly JudgedFinding[], done: boolean): SentenceClass {
  const standings = new Set(findings.map((finding) => finding.standing));
  if (standings.has('confirmed')) return 'confirmed';
  if (standings.has('open') || standings.has('disputed')) return 'open';
  if (standings.has('dismissed')) return 'dismissed';
  return done ? 'clean' : 'unjudged';
}

/** True for a sentence that a person said to be bad: by a tag, or by confirming what a rule reports. */
export function isPositive(name: string): boolean {
  return name === 'confirmed' || !(SENTENCE_CLASSES as readonly string[]).includes(name);
}
