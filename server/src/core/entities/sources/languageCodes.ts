const CODE = /^[a-z]{2,3}$/;

/** What Wikimedia calls otherwise than BCP 47 does, or writes with a variant that the primary subtag does not tell. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['u', 'und'],
  ['mul', 'und'],
  ['simple', 'en'],
  ['bh', 'bho'],
  ['als', 'gsw'],
  ['bat-smg', 'sgs'],
  ['eml', 'egl'],
  ['fiu-vro', 'vro'],
  ['map-bms', 'jv'],
  ['roa-rup', 'rup'],
  ['zh-classical', 'lzh'],
  ['zh-min-nan', 'nan'],
  ['zh-yue', 'yue'],
]);

/** True for what entity files take as a language: a primary subtag of two or three small letters, `und` among them. */
export function isLanguageCode(code: string): boolean {
  return CODE.test(code);
}

/**
 * The primary subtag (BCP 47) of a language as collections of names write it: `zh-hans` → `zh`, `pt_BR` → `pt`, `EN` →
 * `en`, JRC's `u` and an empty one → `und` (all languages). Undefined for what is no language.
 */
export function languageOf(written: string): string | undefined {
  if (CODE.test(written)) return OTHERWISE.get(written) ?? written;
  const tag = written.trim().toLowerCase().replaceAll('_', '-');
  if (tag === '') return 'und';
  const other = OTHERWISE.get(tag);
  if (other !== undefined) return other;
  const primary = tag.split('-', 1)[0] ?? '';
  return CODE.test(primary) ? (OTHERWISE.get(primary) ?? primary) : undefined;
}
