const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * How a language repeats words. `except`: any word that stands twice is damage, but for these. `only`: doubling is
 * grammar (ngày ngày, पास पास, yavaş yavaş), so that only these, which are never doubled on purpose, are damage.
 */
export type Doubling =
  | {
      readonly except: ReadonlySet<string>;
      /** Of the exceptions: those that are doubled only behind a verb that takes them along. */
      readonly particles?: ReadonlySet<string>;
      readonly particleVerbs?: ReadonlySet<string>;
    }
  | { readonly only: ReadonlySet<string> };

/** Words that any language doubles: laughter, sounds, cheers, counting. */
export const SOUNDS: ReadonlySet<string> = words(
  'ha haha he hi ho hee la na no yes yeah ya yo bye hey knock tick tock tik tok bla blah beep boom bang chop tap click choo hush there now well run go tut tsk wow oh ah uh um shh kling clap bip toc tac toi cha yum drip quack woof meow moo chug zig zag ding dong win plus please what why more fast one two four five six seven eight nine zero',
);

const BY_LANGUAGE: Readonly<Record<string, Doubling>> = {
  en: {
    except: words(
      'had that is so very really much many long far big little new never again over again ever on in do did can that you her who aye night good great big bad sad dear poor rah hear out thank will out was',
    ),
    particles: words('in on out over'),
    particleVerbs: words(
      `come comes came coming go goes went gone going get gets got getting move moved moves moving turn turned turning
      hand handed log logged check checked bring brought take took taken let pull pulled set sat sit been was were is are be
      dug plug plugged broke break broken kick kicked call called carry carried hold held keep kept live lived look looked
      pass passed put ran run running send sent stay stayed step stepped walk walked win won work worked trade traded weigh
      weighed zoom zoomed buy bought cash cashed chip chipped cut drag dragged drop dropped fall fell fly flew give gave
      join joined kicks lean leaned log logs rein reined roll rolled settle settled share shared stand stood swoop swooped
      tune tuned tap tapped rush rushed wade waded ease eased hang hung head headed try tried switch switched early later
      way right straight all`,
    ),
  },
  de: {
    except: words(
      'die der das den dem sie es was wie wer sehr viel nie immer lange nein ja so ihr ihnen uns euch mich dir sich dass wir war haben sein hat ist halt doch weit ganz zum',
    ),
  },
  nl: { except: words('die dat er is zijn ze je heel veel nee ja was had het wat dan') },
  fr: { except: words('nous vous très si non oui tout bien jamais peu petit on est se en pas plus') },
  es: { except: words('muy no sí si ya así casi poco nunca todo que luego mucho bien') },
  pt: { except: words('do da muito não sim já logo quase pouco nunca tudo assim bem que') },
  it: { except: words('molto no sì così piano poco quasi subito via mai ben bene man si ci che appena') },
  sv: { except: words('som är det att mycket nej ja så de var på i om till') },
  da: { except: words('der er det at meget nej ja så de var som på i om til') },
  no: { except: words('der er det at mye nei ja så de var som på i om til') },
  pl: { except: words('bardzo nie tak już co to') },
  ru: { except: words('очень нет да так вот еле чуть давно едва только что было как долго много мало тихо') },
  uk: { except: words('дуже ні так ось ледь давно що ледве тихо') },
  cs: { except: words('se velmi ne ano to už je že') },
  fi: { except: words('se ei joo niin on') },
  id: {
    only: words(
      'di dan yang ke dari untuk dengan pada dalam adalah ini oleh akan telah sudah tidak bahwa karena sebagai juga atau tetapi tapi saat para ketika agar serta hingga sampai antara seperti kepada tentang terhadap menjadi bisa dapat harus masih sedang sang setelah sebelum namun bukan belum jika maka pun',
    ),
  },
  ms: {
    only: words(
      'di dan yang ke dari untuk dengan pada dalam adalah ini oleh akan telah sudah tidak bahawa kerana sebagai juga atau tetapi para ketika agar serta hingga antara seperti kepada tentang terhadap menjadi boleh dapat harus masih sedang selepas sebelum namun bukan belum jika maka',
    ),
  },
  vi: {
    only: words(
      'của và là các những được trong với tại một đã sẽ không về đến khi theo để vào ra cho cũng có này như nhưng hoặc bởi vì nếu thì do trên dưới giữa sau trước bị phải nên đó rằng mà hay cùng đang nhất chỉ việc tới bằng cả hơn',
    ),
  },
  tl: { only: words('ang ng sa mga ay si ni kay at para mula hindi dahil kung noong upang nito niya') },
  sw: { only: words('na ya wa kwa katika ni la za cha vya ambayo ambao kuwa pia lakini kama') },
  tr: {
    only: words(
      've bir bu için ile de da olarak olan gibi ancak ama çok sonra kadar ise veya göre tarafından',
    ),
  },
  hi: { only: words('में के की का को से पर ने है हैं और यह कि भी नहीं') },
  ar: { only: words('في من على إلى عن أن التي الذي هذا هذه مع كان كما بعد قبل') },
};
const UNKNOWN: Doubling = { only: words('the and of to with for from') };
const SAME: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', fil: 'tl', be: 'ru', sk: 'cs' };

/** How a language (BCP 47 primary subtag) doubles words; where that is not known, nothing but a few words is damage. */
export function doublingOf(language: string): Doubling {
  const own = Object.hasOwn(SAME, language) ? (SAME[language] ?? language) : language;
  return (Object.hasOwn(BY_LANGUAGE, own) ? BY_LANGUAGE[own] : undefined) ?? UNKNOWN;
}

/** Languages that write a doubled word with a hyphen, where a blank in its place is the likelier damage. */
export const HYPHENATES: ReadonlySet<string> = new Set(['id', 'ms']);
