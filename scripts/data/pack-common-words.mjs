/** A line per language: its tag and its words between blanks, in lower case and NFC, without those of other shapes. */
export function packCommonWords(lists) {
  const lines = Object.keys(lists)
    .sort()
    .map((language) => {
      const words = new Set(lists[language].map((word) => word.normalize('NFC').toLowerCase()));
      return [language, ...[...words].filter((word) => /^[\p{L}\p{M}'’ʼ\u200c-]+$/u.test(word))].join(' ');
    });
  return `${lines.join('\n')}\n`;
}
