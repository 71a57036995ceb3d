const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * Words beside which a hyphen hangs: `pra- dan pascabencana`, `mid- to late June`, `Montagmorgen oder -abend`. One list for
 * all languages, since a sentence may quote another.
 */
export const AFTER_SUSPENDED: ReadonlySet<string> = words(
  'and or to and/or nor but vs versus dan atau hingga sampai maupun serta và hoặc hay đến y o u e a ou et ni ja tai sekä und oder bzw beziehungsweise bis sowie och eller och/eller samt og en of tot ed od i a oz ali ili és vagy illetve meg şi și sau и или та або ve veya ya və na au at o dhe ose ir vai arba või ning yoki',
);

/** Prefixes, and the Arabic article, that a hyphen ties to the next word. */
export const PREFIXES: ReadonlySet<string> = words(
  'anti non pro pra pasca sub semi ultra ex eks wakil co re pre post mid multi inter intra self vice all half neo pan trans super mega mini micro mikro makro pseudo quasi kuasi ber ter se ke di me per al el an ash',
);
