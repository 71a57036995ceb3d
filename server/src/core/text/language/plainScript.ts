import { ScriptCounts } from './scripts.ts';

/** Languages that alone of all that detectors know are written in a script, or in a mixture of scripts. */
const ALONE: ReadonlyMap<string, readonly [own: string, beside?: string]> = new Map([
  ['el', ['Grek']],
  ['gu', ['Gujr']],
  ['hy', ['Armn']],
  ['ja', ['Kana', 'Hani']],
  ['km', ['Khmr']],
  ['kn', ['Knda']],
  ['ko', ['Hang', 'Hani']],
  ['lo', ['Laoo']],
  ['ml', ['Mlym']],
  ['my', ['Mymr']],
  ['or', ['Orya']],
  ['si', ['Sinh']],
  ['ta', ['Taml']],
  ['te', ['Telu']],
  ['th', ['Thai']],
]);
/** Fewer letters are a name. */
const FEWEST = 6;
/** Of the letters so many must be in the scripts of the language: news are full of foreign names. */
const SHARE = 0.7;
/** Of the letters so many must be in the script that no other language has: Japanese is half Chinese characters. */
const OWN_SHARE = 0.15;

/** Characters that Chinese sentences are full of and that stand in few Japanese words, and some of Cantonese. */
const CHINESE = new Set('的了是在我他她你這这那們们個个和說说就也為为不有到要会會还還没沒让讓她它');
const CANTONESE = new Set('嘅係喺佢唔咗哋冇嗰啲嚟咁');
/** So many of them, and one in so many characters. */
const FEWEST_CHINESE = 2;
const ONE_IN = 20;

/** True where a sentence is plainly in a language (BCP 47 primary subtag) by its script. */
export function isPlainByScript(language: string, sentence: string): boolean {
  if (language === 'zh') return isPlainlyChinese(sentence);
  const scripts = ALONE.get(language);
  if (scripts === undefined) return false;
  const [script, beside] = scripts;
  const counts = new ScriptCounts(sentence);
  const own = counts.of(script);
  return (
    own >= FEWEST &&
    own >= OWN_SHARE * counts.letters &&
    own + (beside === undefined ? 0 : counts.of(beside)) >= SHARE * counts.letters
  );
}

function isPlainlyChinese(sentence: string): boolean {
  const counts = new ScriptCounts(sentence);
  const characters = counts.of('Hani');
  if (characters < FEWEST || counts.of('Kana') > 0 || characters < SHARE * counts.letters) return false;
  let chinese = 0;
  for (const character of sentence) {
    if (CANTONESE.has(character)) return false;
    if (CHINESE.has(character)) chinese++;
  }
  return chinese >= FEWEST_CHINESE && chinese * ONE_IN >= characters;
}
