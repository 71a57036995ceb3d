import { rootOf } from '../indonesian/affixes.ts';
import { isSyllable } from '../vietnamese/syllable.ts';
import type { Commonness, LanguageWords } from './lexicon.ts';
import { type Neighbour, neighboursOf } from './neighbours.ts';
import type { WordTable } from './wordTable.ts';

/** Roots of three letters are too easily left of a word by chance: they must be among the 3,000 commonest words. */
const SHORT_ROOT = 3;
const SHORT_ROOT_COMMONNESS = 3;
/** Words are looked up again and again; so many answers of the slower grammar are kept. */
const MOST_KEPT = 20_000;

/** No grammar makes words of more letters; runs without blanks can be as long as a paragraph. */
const LONGEST_FORM = 60;

/** What a language's grammar says of a word that is not in its list. */
type Grammar = (word: string, table: WordTable) => boolean;

const GRAMMARS: ReadonlyMap<string, Grammar> = new Map<string, Grammar>([
  ['en', isEnglishForm],
  ['id', isIndonesianForm],
  ['vi', isSyllable],
]);

/** The words of a list, with those that the language's grammar makes of them; these are of commonness 1. */
export class TableWords implements LanguageWords {
  readonly thorough: boolean;
  private readonly table: WordTable;
  private readonly grammar: Grammar | undefined;
  private derived = new Map<string, boolean>();

  constructor(language: string, table: WordTable) {
    this.table = table;
    this.thorough = table.thorough;
    this.grammar = GRAMMARS.get(language);
  }

  commonness(word: string): Commonness {
    const found = this.table.find(word) as Commonness;
    if (found > 0) return found;
    if (word.includes('’')) return this.commonness(word.replaceAll('’', "'"));
    if (this.grammar === undefined || word.length > LONGEST_FORM) return 0;
    return this.isDerived(word, this.grammar) ? 1 : 0;
  }

  listed(word: string): Commonness {
    return this.table.find(word) as Commonness;
  }

  neighbours(word: string, least: Commonness): readonly Neighbour[] {
    return neighboursOf(word, this.table, least);
  }

  shuffled(word: string): 0 | 1 | 2 {
    return this.table.shuffled(word);
  }

  letterBits(word: string): number | undefined {
    return this.table.letters?.bits(word);
  }

  private isDerived(word: string, grammar: Grammar): boolean {
    const kept = this.derived.get(word);
    if (kept !== undefined) return kept;
    const isForm = grammar(word, this.table);
    if (this.derived.size >= MOST_KEPT) this.derived = new Map();
    this.derived.set(word, isForm);
    return isForm;
  }
}

/** A possessive (`Friday's`, `voters'`), or a compound of known words with hyphens. */
function isEnglishForm(word: string, table: WordTable): boolean {
  if (word.endsWith("'s")) return table.find(word.slice(0, -2)) > 0;
  if (word.endsWith("s'")) return table.find(word.slice(0, -1)) > 0;
  return word.includes('-') && word.split('-').every((part) => table.find(part) > 0);
}

/** A word with affixes, a doubled one, or a compound of known words with hyphens. */
function isIndonesianForm(word: string, table: WordTable): boolean {
  const isRoot = (root: string): boolean =>
    table.find(root) >= (root.length > SHORT_ROOT ? 1 : SHORT_ROOT_COMMONNESS);
  if (rootOf(word, isRoot) !== undefined) return true;
  if (!word.includes('-')) return false;
  return word.split('-').every((part) => table.find(part) > 0 || rootOf(part, isRoot) !== undefined);
}
