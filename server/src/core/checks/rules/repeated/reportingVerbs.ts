/**
 * How a language says who said it. `before`: the verb stands before its speaker (kata Budi, said Smith); `after`:
 * it stands after (the police said). Regular expression sources, lower case, without groups.
 */
export interface ReportingVerbs {
  readonly before?: string;
  readonly after?: string;
}

export const REPORTING_VERBS: Readonly<Record<string, ReportingVerbs>> = {
  id: { before: 'kata|ujar|ucap|tutur|jelas|tegas|ungkap|imbuh|terang|sebut|papar|cetus|tandas|pungkas' },
  ms: { before: 'kata|ujar|jelas|tegas' },
  en: { before: 'said|says|according to', after: 'said|says' },
  vi: { before: 'theo lời|theo', after: 'nói|cho biết|cho hay' },
  de: { before: 'sagte|sagten|erklärte|erklärten|so|teilte' },
  nl: { before: 'zei|zegt|aldus|volgens' },
  fr: { before: 'a déclaré|ont déclaré|a indiqué|ont indiqué|selon|dit' },
  es: { before: 'dijo|dijeron|declaró|declararon|según|afirmó|señaló' },
  pt: { before: 'disse|disseram|declarou|declararam|segundo|afirmou' },
  it: { before: 'ha detto|hanno detto|ha dichiarato|secondo' },
  tl: { before: 'ayon sa|ayon kay|sabi ng|sabi ni' },
  sw: { after: 'alisema|walisema|ilisema' },
};
