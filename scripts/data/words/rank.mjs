// Joins ranked lists of one language: subtitles know how people speak, Wikipedia how it is written.

/** The rank of a word that a list does not have. */
const BEHIND = 30_000;

/** The words of all lists, commonest first by the geometric mean of their ranks. */
export function joinRanked(lists) {
  const ranks = new Map();
  lists.forEach((list, i) => {
    list.forEach((word, rank) => {
      const own = ranks.get(word) ?? lists.map(() => BEHIND);
      own[i] = rank + 1;
      ranks.set(word, own);
    });
  });
  const mean = (own) => own.reduce((sum, rank) => sum + Math.log(rank), 0);
  return [...ranks].sort(([, a], [, b]) => mean(a) - mean(b)).map(([word]) => word);
}

/** Ranks up to which a word is of class 5, 4, 3 and 2. */
const CLASSES = [100, 1_000, 3_000, 10_000];

/** The commonness of a word by its rank (0-based). */
export function classOf(rank) {
  const place = CLASSES.findIndex((last) => rank < last);
  return place < 0 ? 1 : 5 - place;
}
