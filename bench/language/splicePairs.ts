const WITH_ENGLISH = [
  'id',
  'vi',
  'es',
  'fr',
  'de',
  'ru',
  'zh',
  'ar',
  'ms',
  'tr',
  'sw',
  'tl',
  'th',
  'hi',
  'pt',
  'ja',
  'ko',
];
/** Host and guest. */
const CROSS =
  'id<vi vi<id id<fr de<es ru<de zh<ja ar<fr tl<es tr<ru vi<zh th<vi hi<ar sw<fr es<pt ms<zh'.split(' ');

/** The pairs of languages of the splice tests, `host<guest`: English both ways with each other one, and distant pairs. */
export const SPLICE_PAIRS: readonly string[] = [
  ...WITH_ENGLISH.flatMap((other) => [`${other}<en`, `en<${other}`]),
  ...CROSS,
];
