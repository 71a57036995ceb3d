/** What stands after the dot of an address or of a program's name, in news at least; lower case. */
export const TOP_LEVEL_DOMAINS: ReadonlySet<string> = new Set(
  `com net org info biz gov edu co id vn uk us au my sg th ph in jp kr cn de fr es it nl ru br tv me io ai app dev
  js ts py exe pdf doc html php`.split(/\s+/),
);
