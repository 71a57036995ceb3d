/**
 * Equal for stretches that are the same words: in any letter case and canonical form, with any blanks or line ends
 * between them. What *all like this* means.
 */
export function wordsKey(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
