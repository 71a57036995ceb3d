const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** The consonants that may begin a syllable, the empty one left out. */
export const ONSETS: readonly string[] = words(
  'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x',
);

/**
 * What may follow the onset, tone left out: vowels with the glide before and the consonant or glide after them.
 * Closed but for a handful of loans (oong, ooc, eng, ec); the standard table of Vietnamese school grammars.
 */
export const RIMES: readonly string[] = words(`
  a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeng oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uc ui um un ung up ut uâ uân uâng uât uây uê uêch uên uênh uêt uêu uơ uôc uôi uôm uôn uông uôt
  uy uya uych uyn uyn uynh uyp uyt uyu uyên uyêt
  ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y
`);

/** What may follow `qu`, whose u is the glide of the rime. */
export const RIMES_AFTER_QU: readonly string[] = words(`
  a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây
  e em en eo et ê êch ên ênh êt êu ôc i ia ich in inh ip it iu ơ ơn y ych yn ynh yp yt yu yên yêt
`);
