import AhoCorasick from 'modern-ahocorasick';

/** modern-ahocorasick over these names: whole words, of what overlaps the leftmost longest, as the gazetteer has it. */
export function ahoCorasick(names) {
  const matcher = new AhoCorasick(names, { boundary: 'unicode' });
  return (text) => matcher.search(text, { strategy: 'leftmost-longest' }).length;
}
