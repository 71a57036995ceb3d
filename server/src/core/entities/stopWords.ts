import { lazy } from '../lazy.ts';

/** Words of grammar by language: no name that is one of them is found for its letters alone. The author's own lists. */
const LISTS: Readonly<Record<string, string>> = {
  en: `the a an of to in on at by for from with and or but nor so if as is are was were be been am i me my we us our you your he him his
    she her it its they them their this that these those who whom what which when where why how not no yes do does did done has have
    had will would shall should can could may might must there here then than too very just also all any each some such only own same
    more most other into over under out up down off about after before again between both few while because until against during
    through since get got go let say said one two new now`,
  id: `yang dan di ke dari pada untuk dengan dalam oleh atau tetapi tapi namun karena agar supaya jika kalau bila saat ketika sebagai adalah
    ialah ini itu tersebut ia dia mereka kami kita saya aku anda kamu tidak bukan belum sudah telah akan sedang masih juga saja hanya
    lagi pun lah kah nya bagi para sang si se antara hingga sampai sejak setelah sebelum secara seperti serta maka bahwa apa siapa mana
    ada bisa dapat harus lebih sangat paling baru hari satu dua`,
  vi: `và của là các những một trong với cho được có không người này đó đã đang sẽ từ đến tại về ra vào lên xuống ở thì mà nên nếu vì do
    bởi khi lúc sau trước trên dưới giữa cũng còn chỉ rất hơn nhất như nhưng hay hoặc tôi chị em ông bà họ chúng ta mình nó ai gì
    nào đâu sao bao mỗi mọi cả năm ngày`,
  ms: 'yang dan di ke dari pada untuk dengan dalam oleh atau tetapi kerana jika ini itu ia dia mereka kami kita saya tidak bukan telah akan juga hanya lagi bagi para',
  es: 'el la los las lo un una unos unas de del al a en y e o u que qué se su sus por con para como más pero sin sobre este esta esto ese esa es son fue era ha han no ni si sí ya muy me te le les nos mi tu yo él ella hay entre cuando',
  pt: 'o a os as um uma de do da dos das em no na nos nas ao aos e ou que se por com para como mais mas sem sobre este esta isto esse essa é são foi era não nem já me te lhe meu seu sua seus suas ele ela há entre quando até',
  fr: 'le la les l un une des de du d à au aux en et ou où que qui qu ne pas se s sa son ses ce cette ces il elle ils elles on nous vous je tu me te lui leur par pour avec sans sur sous dans est sont a ont été plus mais si y',
  de: 'der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit nach von vom zu zum zur für über unter um als wie so ist sind war hat haben wird werden nicht es er sie ich du wir ihr sich man auch nur noch dass wenn ob bis',
  it: 'il lo la i gli le l un una uno di del della dei delle a al alla ai in nel nella da dal con su per tra fra e o ma che chi si non è sono ha hanno come più se io tu lui lei noi voi loro ne ci mi ti anche',
  nl: 'de het een en of maar van in op te aan met voor bij naar uit om als dat die dit is zijn was heeft niet er ik je hij zij ze we wij ook nog over door tot',
  tr: 've ile bir bu şu o da de ki mi mı mu mü ne için gibi kadar daha çok en ama fakat ya her hiç var yok ben sen biz siz on iki',
  tl: 'ang ng sa na at ay mga si ni kay nila nito ito iyon siya sila ako ikaw kami tayo hindi may mayroon para kung pero o din rin lang pa',
  sw: 'na ya wa za la cha kwa ni katika si hii hiyo huo huu hilo hili yake wake zake kama lakini au pia hadi kutoka ili',
  pl: 'i w we z ze na do od po za o u a że się nie to jest są był była co jak ale czy lub oraz dla przez przed pod nad przy ten ta te tym jego jej ich on ona oni',
  sv: 'och i att det en ett som på är av för med till den de har inte om var han hon vi ni jag du så men från kan ska',
  fi: 'ja on ei se hän he me te minä sinä oli ovat että kun jos tai mutta myös niin kuin vain',
  cs: 'a i v ve s se z ze na do od po za o u k ke že je jsou byl to ten ta ne jako ale by si',
  ro: 'și în la de pe cu din să nu un o al ale a ai ei lor este sunt ce care mai dar sau',
  hu: 'a az és egy hogy nem is van volt ez azt de meg csak már ha mint el ki be',
  ru: 'и в во не на я он с со что а по это она к у из за от но они мы как же вы так его её их бы о для был была было то ты при если или ни до уже только мне да нет ли',
  uk: 'і й та в у на не що з із до за від як це він вона вони ми ви я є був але чи або по про для її його їх',
};

const all = lazy(() => {
  const lists = new Map<string, ReadonlySet<string>>();
  for (const [language, words] of Object.entries(LISTS)) lists.set(language, new Set(words.split(/\s+/)));
  return lists;
});
const any = lazy(() => new Set([...all().values()].flatMap((words) => [...words])));

/** True for a word of grammar of some language, in small letters. */
export function isStopWord(folded: string): boolean {
  return any().has(folded);
}

/** True for a word of grammar of a language (BCP 47 primary subtag), in small letters. */
export function isStopWordOf(language: string, folded: string): boolean {
  return all().get(language)?.has(folded) === true;
}
