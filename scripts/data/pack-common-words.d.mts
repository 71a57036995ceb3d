/** Lists of words by language as the text that `readCommonWords` reads. */
export function packCommonWords(lists: Readonly<Record<string, readonly string[]>>): string;
