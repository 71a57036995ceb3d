/** A stretch of text that a peer reports (UTF-16 units). */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** A checker of English text. */
export interface Peer {
  readonly name: string;
  check(text: string): Promise<readonly Mark[]>;
}

interface CspellLib {
  spellCheckDocument(
    document: { uri: string; text: string; languageId: string; locale: string },
    options: { generateSuggestions: boolean; noConfigSearch: boolean },
    settings: { language: string },
  ): Promise<{ issues: readonly { offset: number; text: string }[] }>;
}

/** cSpell's library with its own English dictionaries, without suggestions, as an editor extension runs it. */
export async function cspell(): Promise<Peer> {
  // A variable, since the package is not among the project's own: nothing to resolve when types are checked.
  const name = 'cspell-lib';
  const library: CspellLib = await import(name);
  return {
    name: 'cspell-lib',
    check: async (text) => {
      const document = { uri: 'file:///article.txt', text, languageId: 'plaintext', locale: 'en' };
      const options = { generateSuggestions: false, noConfigSearch: true };
      const { issues } = await library.spellCheckDocument(document, options, { language: 'en' });
      return issues.map((issue) => ({ start: issue.offset, end: issue.offset + issue.text.length }));
    },
  };
}
