/** Writes eld.bin, lid.176.ftz, common-words.txt, words/*.bin and their licences into a folder; does nothing where they are current. */
export function buildData(outDir: string): Promise<void>;
