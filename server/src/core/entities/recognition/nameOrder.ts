import { lazy } from '../../lazy.ts';
import { withoutDiacritics } from '../fold.ts';

/** A part of a person's name by which later sentences call the person. */
export interface ShortName {
  /** Its last word, as it is written. */
  readonly word: string;
  /** What of the name stands directly before that word: `von der `, `al-`, `Le `, `López `; empty for most. */
  readonly before: string;
  /** True where the word does not do without what stands before it: `Le Drian` is not called Drian. */
  readonly bound: boolean;
  /** A given name: people are called so in some languages only, and it is shared by more people. */
  readonly given: boolean;
  /** True where it is the first word of the name, so that a further capital behind it makes it another one's. */
  readonly leading: boolean;
}

const PARTICLES = lazy(() =>
  asSet(
    'van von der den de del della di da do dos das du la le los las el al as bin ibn ben binti ter ten zu und y e ad an ar at ud ul ur St.',
  ),
);
/** A surname with one of these before it is also used without. */
const LOOSE = lazy(() => asSet('al el as ad an ar at von van der den de dos das da do du di del della zu'));
/** What is no part of a name but stands behind it. */
const SUFFIXES = lazy(() => asSet('jr jr. sr sr. ii iii iv'));

/** The commonest Vietnamese surnames, without diacritics. */
const VIETNAMESE = lazy(() =>
  asSet(
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan trinh dinh lam mai truong to ha cao chau luong luu ta thai tong tang vuong',
  ),
);
/** Surnames that stand first in Chinese and Korean names in Latin letters. */
const EASTERN = lazy(() =>
  asSet(
    'xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin li kim lee park choi jung kang cho yoon jang lim moon roh ban chung hwang ahn han yun seo shin kwon oh',
  ),
);
/** Second given names, before which a Spanish name of three words has but one surname. */
const SPANISH_GIVEN = lazy(() =>
  asSet(
    'luis manuel josé jose maría maria antonio carlos alberto eduardo fernando ángel angel miguel jesús francisco javier andrés enrique alejandro pablo juan daniel david rafael jorge alfredo roberto ernesto ignacio isabel carmen elena cristina mercedes teresa inés alexis guillermo ricardo mario de',
  ),
);
const HYPHEN = /\p{L}-\p{L}/u;
const BLANKS = /[\p{Zs}\s]+/u;
const DOTS = /[・·＝=]/u;
const HAN_ONLY = /^[\u3400-\u9fff]+$/u;
const PATRONYMIC = /(?:вич|вна|ична|ович|йович)$/u;
/** A shorter part of a name says too little. */
const FEWEST = 3;
const FEWEST_EASTERN = 2;

/**
 * The parts of a person's full name by which an article in a language (BCP 47) calls the person later: the surname by
 * the name's own order, with and without its particles; the given name in Vietnamese names and, in Indonesian and
 * Malay articles, of everybody. None for a name of one word.
 */
export function shortNames(name: string, language: string): readonly ShortName[] {
  const parts = partsOf(name);
  if (parts.length < 2) return japanese(parts[0] ?? '', language);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (isVietnamese(parts)) return [plain(last, `${parts.at(-2) ?? ''} `, true)];
  if (isEastern(parts)) return fits(first, FEWEST_EASTERN) ? [leading(first)] : [];
  if (language === 'hu' && !parts.slice(0, 2).some((part) => PARTICLES().has(part.toLowerCase())))
    return [leading(first), ...western(parts, language)].filter(({ word }) => fits(word, FEWEST));
  if (parts.length === 3 && PATRONYMIC.test(last)) return fits(first, FEWEST) ? [leading(first)] : [];
  const found = [...western(parts, language)];
  if (language === 'id' || language === 'ms') found.push(leading(first, true));
  return found.filter(({ word }) => fits(word, FEWEST));
}

function western(parts: readonly string[], language: string): readonly ShortName[] {
  const last = parts.at(-1) ?? '';
  let from = parts.length - 1;
  while (from > 1 && PARTICLES().has((parts[from - 1] ?? '').toLowerCase())) from--;
  const particles = parts.slice(from, -1);
  const hyphen = /^(al|el|ad|ar|as|at|ul)-(.+)$/iu.exec(last);
  if (hyphen?.[1] !== undefined && hyphen[2] !== undefined)
    return [{ word: hyphen[2], before: `${hyphen[1]}-`, bound: false, given: false, leading: false }];
  if (particles.length > 0) {
    const bound = !particles.every((particle) => LOOSE().has(particle.toLowerCase()));
    return [{ word: last, before: `${particles.join(' ')} `, bound, given: false, leading: false }];
  }
  const double = (language === 'es' || language === 'pt') && parts.length >= 3;
  const found = [plain(last, double ? `${parts.at(-2) ?? ''} ` : '', false)];
  // Pedro Sánchez Pérez is Sánchez; in Portuguese the last surname is the one that is used.
  const paternal = parts.at(-2) ?? '';
  if (language === 'es' && parts.length >= 3 && !SPANISH_GIVEN().has(paternal.toLowerCase()))
    found.push(plain(paternal, '', false));
  return found;
}

/** Japanese names of four Han characters: the first two are the surname. */
function japanese(name: string, language: string): readonly ShortName[] {
  return language === 'ja' && name.length === 4 && HAN_ONLY.test(name)
    ? [plain(name.slice(0, 2), '', false)]
    : [];
}

function plain(word: string, before: string, given: boolean): ShortName {
  return { word, before, bound: false, given, leading: false };
}

function leading(word: string, given = false): ShortName {
  return { word, before: '', bound: false, given, leading: true };
}

function partsOf(name: string): readonly string[] {
  const parts = name
    .normalize('NFC')
    .trim()
    .split(DOTS.test(name) ? DOTS : BLANKS);
  const whole = parts.map((part) => part.trim()).filter((part) => part !== '');
  while (whole.length > 2 && SUFFIXES().has((whole.at(-1) ?? '').toLowerCase())) whole.pop();
  return whole.map((part) => part.replace(/,$/, ''));
}

function isVietnamese(parts: readonly string[]): boolean {
  if (parts.length < 2 || parts.length > 4 || !VIETNAMESE().has(bare(parts[0]))) return false;
  // Ho, Ha, Do, Le are surnames elsewhere too: the other parts must be syllables, or show a mark that is only Vietnamese.
  if (/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu.test(parts.join(''))) return true;
  return (
    parts.length >= 3 &&
    parts.every(
      (part) =>
        /^[a-z]{1,6}$/.test(bare(part)) && /^[^aeiouy]*[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/.test(bare(part)),
    )
  );
}

function isEastern(parts: readonly string[]): boolean {
  const [first = '', second = ''] = parts;
  if (!EASTERN().has(bare(first))) return false;
  if (parts.length === 2 && HYPHEN.test(second)) return true;
  // Lee Kuan Yew, Lee Hsien Loong; but Lee Harvey Oswald.
  if (parts.length === 3) return parts.slice(1).every((part) => SYLLABLE.test(bare(part)));
  return parts.length === 2 && PINYIN_GIVEN.test(bare(second)) && !WESTERN_FIRST().has(bare(first));
}

const SYLLABLE = /^(?:h?s|[bcdfghjklmnpqrstwxyz]|zh|ch|sh|kw|kh)?[aeiouy]{1,3}(?:ng|n|k|p|t|m|l|w|h)?$/;
/** One or two syllables of pinyin. */
const PINYIN_GIVEN =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:[aeiouv]|ai|ei|ao|ou|ia|ie|iao|iu|ua|uo|uai|ui|ue)(?:ng|n|r)?){1,2}$/;
/** Surnames of the list that are given names in the West: with one word behind, that word is the surname. */
const WESTERN_FIRST = lazy(() => asSet('kim lee park long dean martin ma he an song'));

function fits(word: string, fewest: number): boolean {
  const first = word.charAt(0);
  if (first.toLowerCase() !== first && word === word.toUpperCase() && word.length < 4) return false;
  return word.length >= (/^[a-z]/i.test(withoutDiacritics(first)) ? fewest : 2);
}

function bare(word: string | undefined): string {
  return withoutDiacritics(word ?? '').toLowerCase();
}

function asSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
