import { lazyByKey } from '../../../lazy.ts';

/**
 * Words with which no sentence ends, or nearly none, by language (BCP 47 primary subtag): articles, prepositions,
 * conjunctions, auxiliaries – something must follow them. Those that may end one (`her`, `on top`, `di atas`, `được`)
 * are left out where they do so in ordinary news.
 */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  en: `the a an of and or but nor with from by at to as than because if whether unless although while into onto
    among between during against upon toward towards amid despite per via until without including regarding
    their its my our your every which who whose
    is are was were be been being has have had will would can could should may might must
    he she we they i mr mrs ms dr st very
    these those another both either neither several two three four five six seven eight nine ten hundred when where why
    how after before under through about over like no even only just never always often such same other
    it's i'm that's there's he's she's we're you're they're i've we've you've they've i'll we'll they'll he'd they'd
    former prime main vice deputy foreign national federal political international economic nearly almost including
    become became told does`,
  id: `yang dan atau dengan dari untuk pada di ke oleh sebagai karena bahwa serta terhadap tentang para tetapi tapi
    namun hingga sehingga adalah ialah yakni yaitu merupakan menjadi seorang sebuah seekor suatu kepada antara agar
    supaya jika kalau apabila ketika setelah sebelum sejak selama melalui menurut maupun melainkan meski meskipun
    walaupun seperti tanpa demi guna bagi dalam akan telah sedang dapat harus lebih sangat paling setiap tiap seluruh
    sejumlah beberapa sang si mengatakan
    dua tiga empat lima enam tujuh delapan sembilan per pak bu ia wakil mantan perdana kata ujar ucap tutur saat masih
    hanya sudah ingin perlu membuat memiliki melakukan memberikan memberi menggunakan mendapatkan mencapai
    menyebabkan menunjukkan mengambil menyebut menerima mengalami membawa meminta menjadikan merasa tak bisa`,
  ms: `yang dan atau dengan dari daripada untuk pada di ke oleh sebagai kerana bahawa serta terhadap tentang para
    tetapi namun hingga sehingga adalah ialah iaitu merupakan menjadi seorang sebuah suatu kepada antara agar supaya
    jika ketika selepas sebelum sejak selama melalui menurut mahupun meskipun walaupun seperti tanpa demi bagi dalam
    akan telah sedang dapat harus perlu lebih sangat paling setiap seluruh beberapa`,
  vi: `và của các những với là để vì nhưng hoặc bởi tại một mà rằng nếu khi cùng theo giữa về đã đang sẽ cho từ ở do
    như nhằm cũng vẫn rất mỗi mọi sự cuộc trong thì tuy dù gồm thuộc nhờ hãy
    có trên bị vào khiến giúp gây trở bao chống tổng phó đều so khoảng nhiều ông bà
    được dưới tới`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber mit von für dass weil wenn als wie zum
    zur im am beim vom ins durch gegen ohne um bei seit zwischen während sowie sondern ob sehr ihre seine ihren seinen`,
  nl: `de het een en of maar met van voor dat omdat als in op bij uit naar tussen tegen tijdens sinds zonder hun zijn
    haar deze dit die zeer wordt worden werd heeft hebben is`,
  fr: `le la les un une des du de et ou mais avec par pour que qui dans sur aux au à sans sous chez entre selon ses son
    sa leur leurs cette ces ce se ne est sont a ont été dont où si comme lorsque très plusieurs chaque`,
  es: `el la los las un una unos unas de del y o e pero con por para que en al su sus se es son fue ha han sin sobre
    entre hasta desde este esta estos estas cuando donde como muy más cada ante tras según`,
  pt: `o a os as um uma de do da dos das e ou mas com por para que em no na nos nas ao aos à às pelo pela pelos pelas
    se seu sua seus suas é são foi como sem sobre entre até desde este esta quando onde muito cada após`,
  it: `il lo la gli le un una uno di del della dei degli delle e o ma con per che in nel nella nei nelle al alla ai alle
    da dal dalla sul sulla si è sono ha hanno come senza tra fra questo questa quando dove molto ogni dopo`,
  ru: `и или но а в во на с со от для из к ко по о об у за до при под над через между перед без про что чтобы как если
    когда где который которая которые которое котором которого не ни очень`,
  tl: 'ang ng sa mga ay si ni kay at na para kung dahil upang bilang tungkol nang pero ngunit',
  sw: 'na ya wa kwa katika la za cha vya kuwa ambayo ambao ambaye kama lakini au pia hadi kutoka',
  tr: 've veya ya ile bir bu için ancak ama gibi kadar çok daha en her',
  ar: 'و في من إلى على عن أن إن التي الذي الذين أو ثم حتى بعد قبل خلال بين كما لكن حيث كان كانت قد لا لم لن',
  hi: 'का के को में से पर और या कि लिए ने तथा एवं लेकिन अगर जब जो एक इस उस अपने',
};

/** The words of a language with which no sentence ends, in lower case; empty where they are not known. */
export const openEndsOf = lazyByKey(
  (language: string): ReadonlySet<string> =>
    new Set(
      (Object.hasOwn(BY_LANGUAGE, language) ? (BY_LANGUAGE[language] ?? '') : '')
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
);

/** Words with which sentences end so seldom that a long line without a full stop is broken behind them. */
const SELDOM: Readonly<Record<string, string>> = {
  en: 'in on any some his that',
  id: 'pukul tidak juga',
  de: 'ich wir er nach nicht',
};

/** As {@link openEndsOf}, for long lines only. */
export const seldomEndsOf = lazyByKey(
  (language: string): ReadonlySet<string> =>
    new Set((Object.hasOwn(SELDOM, language) ? (SELDOM[language] ?? '') : '').split(' ')),
);
