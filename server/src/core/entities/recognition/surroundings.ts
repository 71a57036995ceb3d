import { lazyByKey } from '../../lazy.ts';
import { foldWord } from '../fold.ts';
import { wordBefore } from '../neighbours.ts';

/** Words that stand before a person's name, by language, in small letters: titles, offices, forms of address. */
const TITLES: Readonly<Record<string, string>> = {
  en: `mr mrs ms dr sir lord lady president vice-president premier minister secretary senator governor general colonel captain major
    lieutenant admiral chancellor king queen prince princess sheikh mullah imam pope judge justice professor chairman spokesman
    spokeswoman spokesperson ambassador envoy emissary director mayor congressman representative leader commander chief emir sultan
    ayatollah correspondent journalist analyst`,
  id: `pak bapak bu ibu presiden wapres menteri menlu menhan menko menag mendagri gubernur bupati jenderal kolonel kapten jubir bicara
    kanselir raja ratu pangeran syekh mullah imam paus profesor dr ketua duta direktur wali senator sekretaris sekjen komandan panglima
    kapolri tuan nyonya saudara utusan`,
  ms: 'encik puan tuan datuk datin tan presiden menteri perdana jeneral raja sultan ketua duta jurucakap profesor dr',
  vi: `ông bà anh chị cô chú bác em cậu thầy tướng thống trưởng tịch sứ viên tổng vua hoàng đại lĩnh nhân sư sĩ thư đốc
    lãnh ngài cụ phu`,
  ru: 'президент президента президенту президентом министр министра министру министром глава главы премьер премьер-министр генерал секретарь сенатор губернатор господин г-н посол канцлер король лидер представитель',
  uk: 'президент президента міністр міністра глава прем’єр генерал секретар сенатор губернатор пан пані посол канцлер лідер',
  de: 'herr frau präsident präsidentin minister ministerin kanzler kanzlerin außenminister verteidigungsminister general sprecher sprecherin senator könig doktor professor botschafter chef chefin kremlchef staatschef',
  fr: 'm mme président présidente ministre premier général sénateur roi reine prince cheikh mollah ambassadeur chancelier chancelière porte-parole monsieur madame',
  es: 'señor señora presidente presidenta ministro ministra canciller general senador rey reina jeque portavoz embajador primer doctor don doña',
  pt: 'senhor senhora presidente presidenta ministro ministra chanceler general senador rei rainha porta-voz embaixador doutor',
  it: 'signor signora presidente ministro ministra premier cancelliere generale senatore re regina portavoce ambasciatore',
  nl: 'president minister premier generaal senator koning koningin meneer mevrouw woordvoerder',
  tr: 'bakanı başkanı cumhurbaşkanı başbakan başbakanı sayın general sözcüsü kral kraliçe senatör',
  ar: 'الرئيس الوزير الجنرال السيد الشيخ الملا الملك رئيس وزير السيناتور المستشار السفير',
  hi: 'राष्ट्रपति प्रधानमंत्री मंत्री श्री श्रीमती जनरल डॉ राजा नेता',
  tl: 'pangulo presidente kalihim senador heneral ginoong si ni kay',
  sw: 'rais waziri bwana bi jenerali mfalme seneta balozi msemaji',
  pl: 'prezydent prezydenta premier minister ministra pan pani generał senator król kanclerz',
};

/** Words that stand before a place's name, by language. */
const PLACE_WORDS: Readonly<Record<string, string>> = {
  en: 'in near from to at into around across outside toward towards via',
  id: 'di ke dari kota negara provinsi distrik ibu menuju wilayah',
  ms: 'di ke dari bandar negara daerah wilayah',
  vi: 'ở tại đến từ tới sang nước phố tỉnh vào về qua',
  ru: 'в во из на под около через город городе до',
  uk: 'в у із з на під біля місто місті до',
  de: 'in nach aus bei durch stadt',
  fr: 'en à au aux vers depuis dans ville',
  es: 'en desde hacia a ciudad',
  pt: 'em no na nos nas para ao cidade',
  it: 'in a da nel nella verso città',
  nl: 'in naar uit bij',
  ar: 'في من إلى الى مدينة',
  hi: 'में',
  tl: 'sa nasa taga',
  sw: 'nchini kutoka mji katika',
  pl: 'w z do we na',
};

/** Words of a sentence's start that a surname may follow, so that their capital means no given name. */
const OPENERS: Readonly<Record<string, string>> = {
  en: 'but and when while as for if according after before although because since however meanwhile both like unlike on in at by to with from what why how even earlier later then that this so still yet says will did does has is was',
  id: 'menurut namun tetapi tapi sementara karena ketika saat jika bila kata ujar tutur ungkap sebelumnya selain bagi oleh dan serta juga hal itu ini pada setelah sejak meski walau bahkan lalu kemudian sedangkan untuk dengan namun mengapa apa kepada',
  ms: 'menurut namun tetapi sementara kerana ketika jika kata ujar sebelum selain bagi oleh dan juga pada setelah sejak walaupun',
  vi: 'theo nhưng và khi trong nếu vì sau trước còn tuy mặc dù theo do bởi với cùng của về tại việc',
  ru: 'но и а как когда если по что по-прежнему ранее также однако',
  de: 'aber und als wenn nach wie laut auch für mit bei was doch so seit denn da ob während',
  fr: 'mais et quand selon si pour avec après avant comme que pourquoi',
  es: 'pero y cuando según si para con después antes como que aunque por',
  pt: 'mas e quando segundo se para com depois antes como que embora por',
  tr: 've ama ancak fakat göre',
};

const setsOf = (table: Readonly<Record<string, string>>) =>
  lazyByKey(
    (language: string): ReadonlySet<string> =>
      new Set((Object.hasOwn(table, language) ? (table[language] ?? '') : '').split(/\s+/)),
  );
const titles = setsOf(TITLES);
const placeWords = setsOf(PLACE_WORDS);
const openers = setsOf(OPENERS);

/** True where a title, an office or a form of address stands directly before `start`. */
export function hasTitle(text: string, start: number, language: string): boolean {
  return isTitle(beforeName(text, start), language);
}

/** True for a word, in any letter case, that stands before names of people. */
export function isTitle(word: string, language: string): boolean {
  return word !== '' && titles(language).has(foldWord(word));
}

/** True where a preposition or a noun of places stands directly before `start`. */
export function hasPlaceWord(text: string, start: number, language: string): boolean {
  const word = beforeName(text, start);
  return word !== '' && placeWords(language).has(foldWord(word));
}

/** True for a word that begins sentences without being a name. */
export function isOpener(word: string, language: string): boolean {
  return word !== '' && openers(language).has(foldWord(word));
}

/** The word before, also where a full stop ends it, as in `Mr. Smith`. */
function beforeName(text: string, start: number): string {
  const direct = wordBefore(text, start);
  if (direct !== '') return direct;
  const dot = /\.[\p{Zs}\t]$/u.test(text.slice(Math.max(0, start - 2), start));
  return dot ? (/[\p{L}\p{M}]{1,4}$/u.exec(text.slice(Math.max(0, start - 6), start - 2))?.[0] ?? '') : '';
}
