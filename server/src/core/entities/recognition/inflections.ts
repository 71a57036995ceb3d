import { lazy } from '../../lazy.ts';

/** A form that a name may have in a dictionary, guessed from the form that stands in the text. */
export interface BaseForm {
  /** In small letters. */
  readonly base: string;
  /** How many units at the start and at the end of the word are no part of the name: a prefix, a clitic. */
  readonly before: number;
  readonly after: number;
}

/**
 * By language, what names end in and what they ended in before: `ой>а,ая` means that -ой may stand for -а or -ая, and
 * `ов>` that -ов may have been added. The author's own lists of the regular endings of nouns and adjectives in names;
 * a guess only counts where it is a known name.
 */
const ENDINGS: Readonly<Record<string, string>> = {
  ru: `а>,о у>,а,о,ья ом>,о,ий,ый е>,а,я,о,ь,й ы>,а ой>а,ая,ой ою>а ую>ая и>а,я,ь,и ии>ия ию>ия ией>ия ей>я,а,ь ю>я,ь,й
    я>ь,й ем>ь,й,е ём>ь ым>,ый,ые ого>ий,ый,ое,ой ому>ий,ый,ое,ой им>ий,ие их>ие ых>ые ыми>ые ими>ие ов>ы,а ам>ы,а ами>ы,а
    ах>ы,а ям>и ями>и ях>и ий>ии,ия`,
  uk: `а>,о у>,а,о і>,а,я,о,ь,ь ою>а ею>я и>,а ї>я ії>ія ію>ія єю>я ом>,о ем>ь єм>й я>ь,й ю>я,ь,й ові> еві>ь еві>
    ого>ий,е ому>ий,е им>,ий,і ої>а ій>а их>і ими>і ів>и ам>и ами>и ах>и ям>і ях>і`,
  be: `а>,о у>,а і>а,я,ь ы>,а ай>а ой>а ю>я,ь й>я ей>я ам> ем>ь е>а,  ага>і,ы аму>і,ы ім>і ым>ы`,
  pl: `a> u>,o owi> em>,o iem> ie>,a e>a y>a,e i>a,ia ii>ia,ja ię>ia ią>ia ę>a ą>a o>a iego>i iemu>i im>i,ie ego>y emu>y
    ym>y,e ej>a ich>ie ych>e ymi>e ów>y om>y ami>y ach>y ce>ka dze>ga`,
  cs: 'a>,o u>,a,o y>a,  ou>a ě>a,  e>a,  em>,o ovi> ém>é ého>é,ý ému>é,ý ým>é,ý ých>é ými>é ů>y ům>y ech>y ii>ie í>e',
  sk: 'a>,o u>,a,o y>a,  ou>a e>a,  om>,o ovi> ého>é,ý ému>é,ý ým>é,ý ých>é ými>é ov>y om>y och>y',
  hr: 'a>,o u>,a,o om>,a,o em> e>a,  i>a,  og>i oj>a ima>i skog>ski skom>ski skim>ski skoj>ska',
  sr: 'а>,о у>,а,о ом>,а,о ем> е>а, и>а ог>и ој>а a>,o u>,a,o om>,a,o em> e>a, i>a',
  sl: 'a>,o u>,o om>,o em> i>a e>a o>a ih>e',
  de: 's> es> n> en>e er>e',
  nl: 's>',
  sv: 's>',
  da: 's>',
  no: 's>',
  fi: `n> in>,i en>i,  än>  an> ssa> ssä> issa>,i issä>,i essa>i essä>i sta> stä> ista>,i istä>,i esta>i estä>i een>i,e iin>,i lla> llä> illa>,i
    illä> lta> ltä> ilta>,i lle> ille>,i ksi> iksi> a>  ä>  ia>,i iä>i ea>i,e nä> na>`,
  et: 's> sse> st> l> lt> le> ga> ni> na> t> ks> i> is> isse> ist> il> iga>',
  hu: `ban> ben> ba> be> ból> ből> nak> nek> ról> ről> tól> től> hoz> hez> höz> nál> nél> val> vel> on> en> ön> n> ra> re>
    t> ot> et> at> öt> ért> ig> ában>a ába>a ából>a ának>a ával>a át>a án>a ára>a áról>a ához>a ától>a ánál>a áért>a áig>a i>`,
  ro: 'ei>a,e iei>ia ii>ia ului> lui> ul> lor>le ilor>ii',
  lt: 'os>a ai>a ą>a,as oje>a o>as,a ui>as u>as e>as,ė ės>ė ei>ė ę>ė ėje>ė ų>ai ams>ai',
  lv: 'as>a ai>a u>a,s ā>a,s a>s am>s ei>e i>e,s es>e ē>e',
  el: 'ς> ας>α ης>η ου>ος,ο ο>ος ον>ος ών>ες ων>ες',
  az: 'nın> nin> nun> nün> ın> in> un> ün> da> də> dan> dən> a> ə> ya> yə> ı> i> u> ü> nı> ni> nu> nü>',
  uz: 'ning> ni> ga> da> dan> dagi> ka>',
  kk: 'ның> нің> дың> дің> тың> тің> да> де> та> те> дан> ден> тан> тен> ға> ге> қа> ке> ны> ні> ды> ді> ты> ті>',
  ky: `нын> нин> дын> дин> тын> тин> нун> нүн> дун> дүн> да> де> та> те> до> дө> дан> ден> тан> тен> га> ге> ка> ке> го> гө>
    ны> ни> ды> ди> ты> ти>`,
  tg: 'и> ро> иро>',
  ka: 'ში> დან> იდან>ი ის>ი ს>ი,  მა>ი ით>ი',
  hy: 'ի> ում> ից> ին> ը> ն> ով>',
  bn: 'র> ের> কে> তে> য়> ে> েও>',
};

/** Small words written onto the end of a name: no part of it. */
const CLITICS: Readonly<Record<string, string>> = {
  id: 'nyalah nyapun nya lah kah pun',
  ms: 'nyalah nyapun nya lah kah pun',
  tl: 'ng',
  // Korean particles, for short names; long names are found inside a word anyhow.
  ko: '에게서 에게 에서 으로 까지 부터 처럼 보다 이라고 라고 은 는 이 가 을 를 의 에 와 과 도 로 만 측',
};

/** Small words written onto the start of a name; Arabic `لل` stands for `ل` and `ال`. */
const PREFIXES: Readonly<Record<string, string>> = {
  ar: 'و> ف> ب> ك> ل> وب> ول> وك> فب> لل>ال ولل>ال',
  he: 'ב> ל> מ> ה> ו> כ> ש> וב> ול> ומ> שב> של> וש>',
};

/** So many letters of a name must be left beside what is taken off. */
const FEWEST_LEFT = 3;
const FEWEST_LEFT_AFTER_CLITIC = 4;
const FEWEST_LEFT_HANGUL = 2;
const LONGEST_ENDING = 5;

interface Rules {
  readonly endings: ReadonlyMap<string, readonly string[]>;
  readonly clitics: readonly string[];
  readonly prefixes: readonly (readonly [string, string])[];
}

const rulesByLanguage = lazy(() => {
  const rules = new Map<string, Rules>();
  for (const language of new Set([ENDINGS, CLITICS, PREFIXES].flatMap((table) => Object.keys(table)))) {
    rules.set(language, {
      endings: new Map(pairs(ENDINGS[language]).map(([ending, bases]) => [ending, bases.split(',')])),
      clitics: words(CLITICS[language]),
      prefixes: pairs(PREFIXES[language]),
    });
  }
  for (const [like, language] of [
    ['nb', 'no'],
    ['nn', 'no'],
    ['bs', 'hr'],
  ] as const) {
    const found = rules.get(language);
    if (found !== undefined) rules.set(like, found);
  }
  return rules;
});

/** True for languages whose names have endings or clitics that are known here, and are words by blanks. */
export function inflects(language: string): boolean {
  const rules = rulesByLanguage().get(language);
  return rules !== undefined && language !== 'ko' && (rules.endings.size > 0 || rules.clitics.length > 0);
}

/**
 * What a word (in small letters, NFC) may be a form of in a language (BCP 47 primary subtag): at most some twenty
 * guesses, without the word itself.
 */
export function baseForms(word: string, language: string): readonly BaseForm[] {
  const rules = rulesByLanguage().get(language);
  if (rules === undefined) return [];
  const found = new Map<string, BaseForm>();
  const offer = (base: string, before: number, after: number): void => {
    if (base !== word && !found.has(base)) found.set(base, { base, before, after });
  };
  for (let length = Math.min(LONGEST_ENDING, word.length - FEWEST_LEFT); length > 0; length--) {
    const stem = word.slice(0, word.length - length);
    for (const ending of rules.endings.get(word.slice(-length)) ?? []) offer(stem + ending, 0, 0);
  }
  for (const clitic of rules.clitics) {
    if (
      word.endsWith(clitic) &&
      word.length - clitic.length >= (language === 'ko' ? FEWEST_LEFT_HANGUL : FEWEST_LEFT_AFTER_CLITIC)
    )
      offer(word.slice(0, -clitic.length), 0, clitic.length);
  }
  for (const [prefix, instead] of rules.prefixes) {
    if (!word.startsWith(prefix) || word.length - prefix.length < FEWEST_LEFT) continue;
    offer(instead + word.slice(prefix.length), instead === '' ? prefix.length : prefix.length - 1, 0);
  }
  return [...found.values()];
}

function pairs(table: string | undefined): (readonly [string, string])[] {
  return words(table).map((rule) => {
    const [ending = '', bases = ''] = rule.split('>');
    return [ending, bases] as const;
  });
}

function words(table: string | undefined): readonly string[] {
  return (table ?? '').split(/\s+/).filter((word) => word !== '');
}
