const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What stands after the dot of an address or of a program's name, in news at least; lower case. */
export const TOP_LEVEL_DOMAINS: ReadonlySet<string> = words(
  `com net org info biz gov edu co id vn uk us au my sg th ph in jp kr cn de fr es it nl ru br tv me io ai app dev
  js ts py exe pdf doc html php`,
);

/** Titles that people write without a space before the next one or the name: `Prof.Dr.`; lower case. */
export const TITLES_BEFORE_STOP: ReadonlySet<string> = words(
  'prof assoc asst doç dipl drs ir hum eng med tech phil univ inż inž mgr abs',
);
