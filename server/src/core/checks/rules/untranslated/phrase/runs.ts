import { lazyByKey } from '../../../../lazy.ts';
import type { TextRange } from '../../../../text/range.ts';
import type { Token } from '../../../../text/tokens.ts';

/** What a word says about the language of the run that it stands in. */
export type Standing = 'foreign' | 'function' | 'neutral' | 'native';

/** A word, and how much commoner it is in the guest's language than in the article's. */
export interface Judged {
  readonly standing: Standing;
  /** Orders of commonness, see `ORDER`. */
  readonly weight: number;
}

/** Words of another language side by side, inside a sentence. */
export interface Run extends TextRange {
  /** Places of its first and last token. */
  readonly first: number;
  readonly last: number;
  /** Foreign words in lower case. */
  readonly words: readonly string[];
  /** How many of them are function words. */
  readonly functionWords: number;
  /** How many words of the run have a capital, foreign or not. */
  readonly capitals: number;
  /** How much commoner its words are in the guest's language, in all. */
  readonly weight: number;
}

/**
 * What the classes of commonness stand for, in powers of ten of occurrences per thousand million words, roughly: the
 * distance between two of them is what counts.
 */
const ORDER: readonly number[] = [1, 2.8, 3.8, 4.4, 5, 6];
/** From so much commoner on a word is foreign: six times. */
const FOREIGN = 0.8;
/** No word weighs more, so that one cannot carry a run. */
const MOST = 3;

/** Verdicts that need no comparison: a word of the article's language, a rare one of the guest's, one that may be both. */
export const OWN = 128;
export const RARE = 129;
export const OPEN = 130;

/** What a verdict stands for. */
export const judged = lazyByKey((key: number): Judged => {
  if (key === OWN) return { standing: 'native', weight: 0 };
  if (key === RARE) return { standing: 'foreign', weight: 1.5 };
  if (key === OPEN) return { standing: 'neutral', weight: 0 };
  const guest = key & 7;
  const host = (key >> 3) & 7;
  const isFunction = (key & 64) !== 0;
  const weight = Math.max(-MOST, Math.min(MOST, (ORDER[guest] ?? 0) - (ORDER[host] ?? 0)));
  if (guest === 0) return { standing: host === 0 ? 'neutral' : 'native', weight: 0 };
  if (weight <= -FOREIGN) return { standing: 'native', weight };
  if (weight < FOREIGN || guest < 2) return { standing: 'neutral', weight };
  return { standing: isFunction ? 'function' : 'foreign', weight };
});

/** Judges the word at a place among the tokens. */
export type JudgeWord = (place: number) => Judged;

/** The verdict on a word by how common it is in both languages, and whether it is a function word of the guest's. */
export function verdictOf(guest: number, host: number, isFunction: boolean): number {
  return guest | (host << 3) | (isFunction ? 64 : 0);
}

/** Marks that join the parts of addresses, names of files and the like. */
const JOINTS = new Set(['.', '/', '@', '#', '_', '&', '=', '\\', ':']);
/** So many words that prove nothing may stand between two foreign ones. */
const LONGEST_GAP = 1;

/**
 * The runs of foreign words of a paragraph. A run begins and ends with a foreign
 * word, has no mark inside but a hyphen, no native word, and at most one other between two foreign ones.
 * A single foreign word may be passed over.
 */
export function foreignRuns(tokens: readonly Token[], judgeWord: JudgeWord): Run[] {
  const runs: Run[] = [];
  let run: MutableRun | undefined;
  const close = () => {
    if (run && run.words.length > 0) runs.push(run);
    run = undefined;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    // Of two words neither begins a run where the second is native or none: most pairs are left at that.
    if (!run && isAlone(tokens, i + 1, judgeWord)) {
      i++;
      continue;
    }
    if (token.kind !== 'word') {
      if (!isHyphen(tokens, i)) close();
      continue;
    }
    if (isJoint(tokens, i)) {
      close();
      continue;
    }
    const isCapital = isCapitalised(token.text);
    const word = isCapital ? token.text.toLowerCase() : token.text;
    const judged = judgeWord(i);
    if (judged.standing === 'native' && !(isCapital && run)) {
      close();
      continue;
    }
    const isForeign = judged.standing === 'foreign' || judged.standing === 'function';
    if (!run) {
      if (isForeign) run = startOf(token, i, isCapital, word, judged);
      continue;
    }
    if (isForeign) {
      extend(run, token, i, isCapital, word, judged);
    } else if (++run.gap > (isCapital ? LONGEST_GAP + 1 : LONGEST_GAP)) {
      close();
    } else if (isCapital) run.pending++;
  }
  close();
  return runs;
}

/** True where no run goes through a place: a mark but a hyphen, or a native word in lower case. */
function isAlone(tokens: readonly Token[], at: number, judgeWord: JudgeWord): boolean {
  const token = tokens[at];
  if (!token) return true;
  if (token.kind !== 'word') return !isHyphen(tokens, at);
  return !isCapitalised(token.text) && judgeWord(at).standing === 'native';
}

/** True for a word with a capital at its beginning, in scripts that have them. */
export function isCapitalised(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code >= 0x61 && code <= 0x7a) return false;
  if (code < 0x80) return true;
  const initial = word.charAt(0);
  return initial !== initial.toLowerCase();
}

interface MutableRun extends Run {
  end: number;
  last: number;
  words: string[];
  functionWords: number;
  capitals: number;
  weight: number;
  /** Words since the last foreign one. */
  gap: number;
  /** Those of them with a capital. */
  pending: number;
}

function startOf(token: Token, place: number, isCapital: boolean, word: string, judged: Judged): MutableRun {
  const run: MutableRun = {
    start: token.start,
    end: token.end,
    first: place,
    last: place,
    words: [],
    functionWords: 0,
    capitals: 0,
    weight: 0,
    gap: 0,
    pending: 0,
  };
  extend(run, token, place, isCapital, word, judged);
  return run;
}

function extend(
  run: MutableRun,
  token: Token,
  place: number,
  isCapital: boolean,
  word: string,
  { standing, weight }: Judged,
): void {
  run.end = token.end;
  run.last = place;
  run.capitals += run.pending;
  run.gap = 0;
  run.pending = 0;
  if (isCapital) {
    run.capitals++;
    return;
  }
  run.words.push(word);
  run.weight += weight;
  if (standing === 'function') run.functionWords++;
}

function isHyphen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.text !== '-') return false;
  return tokens[at - 1]?.end === token.start && tokens[at + 1]?.start === token.end;
}

function isJoint(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (!token) return false;
  if (before && before.end === token.start && JOINTS.has(before.text)) return true;
  return (
    after !== undefined &&
    after.start === token.end &&
    JOINTS.has(after.text) &&
    tokens[at + 2]?.start === after.end
  );
}
