/**
 * What stands after the dot of an address or of a file's name, in news at least; lower case. Those that are words of
 * a language too (`it`, `in`, `my`, `me`, `us`, `de`, `ai`) are left out on purpose.
 */
export const TOP_LEVEL_DOMAINS: ReadonlySet<string> = new Set(
  'com net org info biz gov edu co id vn uk sg ph jp kr cn fr nl ru br tv io app dev js ts py exe pdf doc html php'.split(
    ' ',
  ),
);
