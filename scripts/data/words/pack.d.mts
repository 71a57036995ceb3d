/** Packs words by commonness (1–5) into the file that `readWordTable` reads. */
export function packWords(
  classes: ReadonlyMap<string, number>,
  about: { readonly thorough: boolean; readonly letters?: boolean; readonly shuffled?: boolean },
): Uint8Array;
