import { GOLD } from '../core/annotations/sidecarNames.ts';
import type { Finding } from '../core/checks/finding.ts';
import { type LengthBin, lengthBins } from '../core/statistics/lengthBins.ts';
import { type Share, wilson } from '../core/statistics/wilson.ts';
import type { ArticleAnnotations } from './annotations.ts';
import type { Article } from './articles.ts';
import type { PastVerdict, Standing } from './verdicts.ts';

/** What became of the findings of one rule. */
export interface RuleStatistics {
  readonly rule: string;
  /** Reported now, whatever people say of them; the four numbers after it add up to it. */
  readonly findings: number;
  readonly open: number;
  readonly confirmed: number;
  readonly dismissed: number;
  readonly disputed: number;
  /** Verdicts on words that were corrected or deleted since. */
  readonly past: { readonly confirmed: number; readonly dismissed: number };
  /** The confirmed ones among those that are settled, past ones included; undefined where none is. */
  readonly precision: Share | undefined;
}

export interface LabelStatistics {
  readonly label: string;
  readonly annotations: number;
  readonly articles: number;
}

export interface LanguageStatistics {
  readonly language: string;
  readonly articles: number;
}

/** Lengths of articles in code points. */
export interface Lengths {
  readonly total: number;
  readonly least: number;
  readonly median: number;
  readonly most: number;
  /** How the lengths are spread. */
  readonly bins: readonly LengthBin[];
}

export interface CorpusStatistics {
  readonly articles: number;
  /** Articles with at least one annotation. */
  readonly annotated: number;
  readonly characters: Lengths;
  readonly words: number;
  readonly languages: readonly LanguageStatistics[];
  readonly labels: readonly LabelStatistics[];
  readonly rules: readonly RuleStatistics[];
}

type Counts = Record<Standing | 'pastConfirmed' | 'pastDismissed', number>;

/** Counts articles one by one and holds nothing of them but numbers. */
export class Statistics {
  private readonly lengths: number[] = [];
  private annotated = 0;
  private words = 0;
  private readonly languages = new Map<string, number>();
  private readonly labels = new Map<string, { annotations: number; articles: number }>();
  private readonly rules = new Map<string, Counts>();

  /** `findings`: all that the article's rules report, dismissed or not. */
  add(article: Article, { placed, lost, verdicts }: ArticleAnnotations, findings: readonly Finding[]): void {
    this.lengths.push(article.offsets.codePoints);
    for (const { paragraph } of article.paragraphs)
      this.words += paragraph.tokens.filter((token) => token.kind !== 'mark').length;
    increase(this.languages, article.language);
    if (placed.length + lost.length > 0) this.annotated++;
    this.addLabels([...placed, ...lost].map(({ annotation }) => annotation.label));
    for (const finding of findings) this.of(finding.rule)[verdicts.on(finding).standing]++;
    for (const { rule, verdict } of settled(verdicts.past))
      this.of(rule)[verdict === 'confirmed' ? 'pastConfirmed' : 'pastDismissed']++;
  }

  /** Everything counted so far; lists are sorted by what they are about, languages and labels by how many. */
  result(): CorpusStatistics {
    return {
      articles: this.lengths.length,
      annotated: this.annotated,
      characters: lengthsOf(this.lengths),
      words: this.words,
      languages: [...this.languages]
        .map(([language, articles]) => ({ language, articles }))
        .sort((a, b) => b.articles - a.articles || compare(a.language, b.language)),
      labels: [...this.labels]
        .map(([label, counts]) => ({ label, ...counts }))
        .sort((a, b) => b.annotations - a.annotations || compare(a.label, b.label)),
      rules: [...this.rules]
        .map(([rule, counts]) => ruleStatistics(rule, counts))
        .sort((a, b) => compare(a.rule, b.rule)),
    };
  }

  private addLabels(labels: readonly string[]): void {
    for (const label of labels) {
      const counts = this.labels.get(label) ?? { annotations: 0, articles: 0 };
      counts.annotations++;
      this.labels.set(label, counts);
    }
    for (const label of new Set(labels)) {
      const counts = this.labels.get(label);
      if (counts) counts.articles++;
    }
  }

  private of(rule: string): Counts {
    let counts = this.rules.get(rule);
    if (!counts) {
      counts = { open: 0, confirmed: 0, dismissed: 0, disputed: 0, pastConfirmed: 0, pastDismissed: 0 };
      this.rules.set(rule, counts);
    }
    return counts;
  }
}

/** One verdict for each place that several people spoke of; none where they differ and the gold layer is silent. */
function settled(past: readonly PastVerdict[]): PastVerdict[] {
  const places = new Map<string, PastVerdict | undefined>();
  for (const verdict of past) {
    const place = JSON.stringify([verdict.rule, verdict.start, verdict.text]);
    const known = places.get(place);
    if (known?.layer.annotator === GOLD) continue;
    if (verdict.layer.annotator === GOLD) {
      places.set(place, verdict);
      continue;
    }
    const differs = places.has(place) && known?.verdict !== verdict.verdict;
    places.set(place, differs ? undefined : verdict);
  }
  return [...places.values()].filter((verdict) => verdict !== undefined);
}

function ruleStatistics(rule: string, counts: Counts): RuleStatistics {
  const { open, confirmed, dismissed, disputed, pastConfirmed, pastDismissed } = counts;
  const right = confirmed + pastConfirmed;
  return {
    rule,
    findings: open + confirmed + dismissed + disputed,
    open,
    confirmed,
    dismissed,
    disputed,
    past: { confirmed: pastConfirmed, dismissed: pastDismissed },
    precision: wilson(right, right + dismissed + pastDismissed),
  };
}

function lengthsOf(lengths: readonly number[]): Lengths {
  const sorted = lengths.toSorted((a, b) => a - b);
  const at = (place: number) => sorted[place] ?? 0;
  const middle = sorted.length >> 1;
  return {
    total: sorted.reduce((sum, length) => sum + length, 0),
    least: at(0),
    median: sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2,
    most: at(sorted.length - 1),
    bins: lengthBins(sorted),
  };
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
