import { overlaps, type TextRange, type TextReplacement } from '../text/range.ts';
import type { Finding, Fix } from './finding.ts';

/** Repairs of many findings that can be carried out together. */
export interface JointFix {
  /** In the order of the text, without overlaps (UTF-16 units of the article). */
  readonly edits: readonly TextReplacement[];
  /** The findings that they repair. */
  readonly fixed: readonly Finding[];
  /**
   * Findings with a certain repair that would touch another one's, or what is spared: they come next, if the rules
   * still report them.
   */
  readonly left: number;
}

/** The repair of a finding that may be carried out unseen; undefined where there is none. */
export function certainFix(finding: Finding): Fix | undefined {
  const [first] = finding.fixes;
  return first?.certain ? first : undefined;
}

/**
 * The certain repairs of findings (in the order of the text), left to right. Of two findings that overlap, or whose
 * repairs do, only the first one's is taken: the other was found in a text that this one changes. What the findings
 * `spared` would change is left alone by all of them: a dismissal whose words are changed is lost, and the next repair
 * would make what somebody has said is wrong.
 */
export function jointFix(findings: readonly Finding[], spared: readonly Finding[] = []): JointFix {
  const taken = new TakenStretches();
  for (const stretch of merged(spared.filter((finding) => certainFix(finding) !== undefined)))
    taken.add(stretch);
  const fixed: Finding[] = [];
  const edits: TextReplacement[] = [];
  let left = 0;
  for (const finding of findings) {
    const fix = certainFix(finding);
    if (!fix) continue;
    const stretches = merged([finding, ...fix.edits]);
    if (stretches.some((stretch) => taken.touches(stretch))) {
      left++;
      continue;
    }
    for (const stretch of stretches) taken.add(stretch);
    fixed.push(finding);
    edits.push(...fix.edits);
  }
  return { edits: edits.sort((a, b) => a.start - b.start || a.end - b.end), fixed, left };
}

/** The same stretches without those that lie in others; such as overlap are one. */
function merged(ranges: readonly TextRange[]): TextRange[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && overlaps(last, { start, end })) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** Stretches of a text that do not overlap. Most are added in the order of the text. */
class TakenStretches {
  private readonly stretches: TextRange[] = [];

  touches(range: TextRange): boolean {
    const at = this.placeOf(range);
    const near = [this.stretches[at - 1], this.stretches[at]];
    return near.some((other) => other !== undefined && overlaps(other, range));
  }

  add(range: TextRange): void {
    this.stretches.splice(this.placeOf(range), 0, range);
  }

  /** The first stretch that begins at or after the range's start. */
  private placeOf({ start }: TextRange): number {
    let low = 0;
    let high = this.stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.stretches[middle];
      if (other && other.start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
