import { lazyByKey } from '../../../lazy.ts';

/** Words with which no sentence ends, by language (BCP 47 primary subtag): something must follow them. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  en: 'the a an of and or but with from by as than because if whether into onto their its my our your to which who',
  id: 'yang dan atau dengan dari untuk pada di ke oleh sebagai karena bahwa serta terhadap tentang para tetapi namun hingga adalah seorang sebuah kepada antara agar jika ketika setelah',
  ms: 'yang dan atau dengan dari daripada untuk pada di ke oleh sebagai kerana bahawa serta terhadap tentang para tetapi namun hingga adalah seorang sebuah kepada antara agar jika ketika selepas',
  vi: 'và của các những với là để vì nhưng hoặc bởi tại một mà rằng nếu khi cùng theo giữa về',
  de: 'der die das den dem des ein eine einen einem einer und oder aber mit von für dass weil wenn als wie zum zur im am',
  nl: 'de het een en of maar met van voor dat omdat als in op',
  fr: 'le la les un une des du de et ou mais avec par pour que qui dans sur aux au',
  es: 'el la los las un una de del y o pero con por para que en al',
  pt: 'o a os as um uma de do da dos das e ou mas com por para que em no na ao',
  it: 'il lo la gli le un una di del della e o ma con per che in nel nella al alla',
  ru: 'и или но в на с от для из к по что как который которая которые при за',
  tl: 'ang ng sa mga ay si ni at na para kung dahil',
  sw: 'na ya wa kwa katika la za cha vya kuwa ambayo ambao',
  tr: 've veya ile bir bu için ancak ama gibi kadar',
};

/** The words of a language with which no sentence ends; empty where they are not known. */
export const openEndsOf = lazyByKey(
  (language: string): ReadonlySet<string> =>
    new Set((Object.hasOwn(BY_LANGUAGE, language) ? (BY_LANGUAGE[language] ?? '') : '').split(' ')),
);
