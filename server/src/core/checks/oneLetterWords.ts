/** Words of one letter, in small letters, by language: after a mark such a letter is a word, elsewhere a symbol. */
const ONE_LETTER_WORDS: Readonly<Record<string, string>> = {
  en: 'ai',
  vi: 'ởýôàáả',
  es: 'ayoeu',
  pt: 'aoeàé',
  it: 'aeioè',
  fr: 'ayà',
  pl: 'aiouwz',
  cs: 'aiouksvz',
  sk: 'aiouksvz',
  ru: 'авикосуя',
  uk: 'авиікосуяєй',
  bg: 'авиосук',
  hr: 'aiouksz',
  sr: 'аиоукс',
  sv: 'åiö',
  da: 'iåø',
  no: 'iå',
  hu: 'aőés',
};

/** True for a letter, in any case, that is a word of the language (BCP 47 primary subtag). */
export function isOneLetterWord(letter: string, language: string): boolean {
  return letter.length === 1 && ONE_LETTER_WORDS[language]?.includes(letter.toLowerCase()) === true;
}
