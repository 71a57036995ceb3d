/** A score of 0–1 in whole per cent, never 100 for what is not certain; a no-break space keeps it on one line. */
export function percent(score: number): string {
  return `${score < 1 ? Math.min(99, Math.round(score * 100)) : 100}\u00a0%`;
}
