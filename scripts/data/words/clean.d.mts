/** As texts are looked up: lower case, NFC, the typewriter's apostrophe. */
export function normalWord(word: string): string;
/** The words of a ranked list in their order, without those of another shape or script. */
export function cleanRanked(raw: readonly string[]): string[];
