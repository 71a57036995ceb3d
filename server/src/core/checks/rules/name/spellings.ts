/**
 * Words one letter away from a country's name that are no misspelling: other spellings in use, people, languages,
 * coins and places. Names of countries in any language of countryWords.ts need not be here.
 */
export const OTHER_SPELLINGS: ReadonlySet<string> = new Set(
  `Afganistan Afghanestan Kazakstan Kazakhastan Kirgistan Kirgizstan Kyrghyzstan Kirghizstan Tadjikistan Tadzhikistan
  Turkmanistan Uzbekestan Byelorussia Azerbaidjan Azerbaidzhan Azarbaijan Bielorussia Macedonian Mauretania
  Australasia Austronesia Indochina Argentine Argentinia Argentinean Venezuelan Dominicana Guatemalan Bangladeshi
  Singapura Singapour Singapur Philippina Luxembourg Luxemburg Luksemburg Palestina
  Palestinia Montenegrin Cambodian Colombian Columbia Mongolian Mozambican Slovenian Slovakian Ukrainia Uzbekistani
  Mmarekani National Nacional Nasional Nationale Parlament Parliament`.split(/\s+/),
);
