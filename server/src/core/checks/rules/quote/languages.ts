/**
 * Languages (BCP 47 primary subtags) that do not write “ and ” as English does: “ closes there, or both ends have the
 * same mark, or blanks around it mean something else.
 */
export const OTHER_QUOTES: readonly string[] =
  'de cs sk sl bg lt lv et is ka mk sr hr bs hu pl ro ru uk be sq sv fi da nb nn no fr he yi ar fa ur zh ja th lo km my'.split(
    ' ',
  );
