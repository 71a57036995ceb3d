import { lazy, lazyByKey } from '../../../../lazy.ts';

/** English nouns for people, with the capital that a headline or a careless machine gives them; none is a surname. */
export const PEOPLE = lazy(() =>
  setOf(
    'Nationals Citizens Troops Soldiers Forces Fighters Militants Militiamen Gunmen Officials Authorities Leaders People Refugees Migrants Immigrants Workers Diplomats Lawmakers Legislators Women Children Girls Boys Students Residents Villagers Rebels Insurgents Prisoners Hostages Families Politicians Journalists Reporters Athletes Civilians Protesters Demonstrators Activists Extremists Terrorists Separatists Jihadists Researchers Scientists Analysts Experts Investigators Prosecutors Policemen Officers Ministers Senators Voters Passengers Tourists Nurses Doctors Teachers Farmers Fishermen Traders Investors Consumers Survivors Victims Suspects Inmates Detainees Convoys Airstrikes Warplanes Tanks',
  ),
);

/** English words for a function or a person, which names hardly hold. */
export const ROLES = lazy(() =>
  setOf(
    'Person Spokesman Spokeswoman Spokesperson Secretary Minister Officer Official Leader Lawmaker Chairman Chairwoman Chairperson Deputy Ambassador Envoy Governor Commander Negotiator Adviser Advisor Director Manager Employee Member People Persons Individual',
  ),
);

/** Who belongs to a country, in English. */
export const DEMONYMS = lazy(() =>
  setOf(
    'Afghan Albanian Algerian American Angolan Argentine Argentinian Armenian Australian Austrian Azerbaijani Bahraini Bangladeshi Belarusian Belgian Bolivian Bosnian Brazilian British Bulgarian Burmese Cambodian Cameroonian Canadian Chechen Chilean Chinese Colombian Congolese Croatian Cuban Cypriot Czech Danish Dutch Ecuadorian Egyptian Emirati Eritrean Estonian Ethiopian Filipino Finnish French Georgian German Ghanaian Greek Guatemalan Haitian Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jordanian Kazakh Kenyan Korean Kurdish Kuwaiti Kyrgyz Laotian Latvian Lebanese Liberian Libyan Lithuanian Malaysian Maldivian Malian Maltese Mexican Moldovan Mongolian Moroccan Mozambican Namibian Nepalese Nepali Nicaraguan Nigerian Norwegian Omani Pakistani Palestinian Panamanian Paraguayan Peruvian Philippine Polish Portuguese Qatari Romanian Russian Rwandan Saudi Scottish Senegalese Serbian Singaporean Slovak Slovenian Somali Soviet Spanish Sudanese Swedish Swiss Syrian Taiwanese Tajik Tanzanian Thai Tibetan Tunisian Turkish Turkmen Ugandan Ukrainian Uruguayan Uyghur Uzbek Venezuelan Vietnamese Welsh Yemeni Zambian Zimbabwean',
  ),
);

/** Nouns for a function before a name, by language and in lower case; of Vietnamese, their last syllable. */
const TITLES: Readonly<Record<string, string>> = {
  id: 'sekretaris menteri ketua kepala direktur komandan pemimpin bicara wakil duta gubernur jenderal pejabat perwira anggota staf petugas',
  ms: 'setiausaha menteri pengerusi ketua pengarah komander pemimpin jurucakap timbalan duta gabenor jeneral pegawai anggota',
  vi: 'trưởng tịch ký đốc lĩnh huy viên sứ nhân thư',
  tl: 'kalihim ministro tagapangulo direktor komandante pinuno tagapagsalita',
};

/** The nouns for a function of a language; empty where none are known. */
export const titlesOf = lazyByKey((language: string) =>
  setOf(Object.hasOwn(TITLES, language) ? (TITLES[language] ?? '') : ''),
);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
