/** Titles that people write without a space before the next one or the name: `Prof.Dr.`; lower case. */
export const TITLES_BEFORE_STOP: ReadonlySet<string> = new Set(
  'prof assoc asst doç dipl drs ir hum eng med tech phil univ inż inž mgr abs'.split(' '),
);
