/** How odd the order of a word's letters is in a language, by the three letters at each place. */
export interface LetterModel {
  /**
   * Mean bits per letter of a word in lower case, its end counted as a letter: words of the language mostly take 2 to
   * 4.5, keys hit at random 6 and more.
   */
  bits(word: string): number;
}

/** Bits are kept in sixteenths. */
export const BIT_SCALE = 16;

/*
 * The model in a file: the letters (uint16 each, filled up to 4 bytes), then a byte for each letter after each pair,
 * in the order of the alphabet; place 0 stands for a word's edge and for letters that are none of it.
 */

/** Reads the model of an alphabet of so many letters (its edge not counted); undefined where the bytes do not fit. */
export function readLetterModel(bytes: Uint8Array, letters: number): LetterModel | undefined {
  const places = letters + 1;
  const alphabetBytes = 4 * Math.ceil(letters / 2);
  const tableBytes = 4 * Math.ceil(places ** 3 / 4);
  if (bytes.length !== alphabetBytes + tableBytes) return undefined;
  const place = new Map<number, number>();
  for (let i = 0; i < letters; i++) place.set((bytes[2 * i] ?? 0) | ((bytes[2 * i + 1] ?? 0) << 8), i + 1);
  const table = bytes.subarray(alphabetBytes);
  return {
    bits(word) {
      let [before, last] = [0, 0];
      let sum = 0;
      for (let i = 0; i <= word.length; i++) {
        const letter = i < word.length ? (place.get(word.charCodeAt(i)) ?? 0) : 0;
        sum += table[(before * places + last) * places + letter] ?? 0;
        [before, last] = [last, letter];
      }
      return sum / BIT_SCALE / (word.length + 1);
    },
  };
}
