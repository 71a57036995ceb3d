/** What one writes in ten lines: at every word the longest phrase of a Map, letter case exact. */
export function mapOfPhrases(names) {
  const phrases = new Map(names.map((name, i) => [name, i]));
  let longest = 1;
  for (const name of names) longest = Math.max(longest, name.split(' ').length);
  return (text) => {
    const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
    let found = 0;
    for (let i = 0; i < words.length; i++) {
      for (let n = Math.min(longest, words.length - i); n > 0; n--) {
        const last = words[i + n - 1];
        if (!phrases.has(text.slice(words[i].index, last.index + last[0].length))) continue;
        found++;
        i += n - 1;
        break;
      }
    }
    return found;
  };
}
