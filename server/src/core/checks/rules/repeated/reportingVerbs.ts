/**
 * How a language says who said it. `before`: the verb stands before its speaker (kata Budi, said Smith); `after`:
 * it stands after (the police said). Regular expression sources, lower case, without groups.
 */
export interface ReportingVerbs {
  readonly before?: string;
  readonly after?: string;
  /** Stands before where it was read (according to the agency), which may go with a speaker. */
  readonly source?: string;
}

export const REPORTING_VERBS: Readonly<Record<string, ReportingVerbs>> = {
  id: { before: 'kata|ujar|ucap|tutur|jelas|tegas|ungkap|imbuh|terang|sebut|papar|cetus|tandas|pungkas' },
  ms: { before: 'kata|ujar|jelas|tegas' },
  en: { before: 'said|says', source: 'according to', after: 'said|says' },
  vi: { source: 'theo lời|theo', after: 'nói|cho biết|cho hay' },
  de: { before: 'sagte|sagten|erklärte|erklärten|so|teilte' },
  nl: { before: 'zei|zegt', source: 'aldus|volgens' },
  fr: { before: 'a déclaré|ont déclaré|a indiqué|ont indiqué|dit', source: 'selon' },
  es: { before: 'dijo|dijeron|declaró|declararon|afirmó|señaló', source: 'según' },
  pt: { before: 'disse|disseram|declarou|declararam|afirmou', source: 'segundo' },
  it: { before: 'ha detto|hanno detto|ha dichiarato', source: 'secondo' },
  tl: { before: 'sabi ng|sabi ni', source: 'ayon sa|ayon kay' },
  sw: { after: 'alisema|walisema|ilisema' },
};
