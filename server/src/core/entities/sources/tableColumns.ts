import { languageOf } from './languageCodes.ts';

/** Which column of a table holds what; −1: none. */
export interface TableColumns {
  readonly id: number;
  readonly type: number;
  readonly name: number;
  readonly language: number;
  readonly aliases: readonly number[];
  readonly description: number;
  readonly url: number;
  /** Columns with the names of one language. */
  readonly namesIn: readonly (readonly [column: number, language: string])[];
  readonly descriptionsIn: readonly (readonly [column: number, language: string])[];
  /** How the columns are called that nobody asks for. */
  readonly unknown: readonly string[];
  /** How many columns there are. */
  readonly count: number;
}

type Known = 'id' | 'type' | 'name' | 'language' | 'aliases' | 'description' | 'url';

/** What people, and the query service of Wikidata, call the columns; without blanks, `_` and `-`, in small letters. */
const SYNONYMS: ReadonlyMap<string, Known> = new Map(
  (
    [
      ['id', 'id entity entityid identifier qid wikidata wikidataid item uri'],
      ['type', 'type class category kind entitytype nertype ner'],
      ['name', 'name canonical canonicalname mainname title label itemlabel entitylabel preflabel'],
      ['language', 'language lang locale languagecode'],
      [
        'aliases',
        'alias aliases names alsoknownas altlabel altlabels itemaltlabel variant variants synonyms',
      ],
      ['description', 'description itemdescription desc gloss definition'],
      ['url', 'url link page webpage website'],
    ] as const
  ).flatMap(([known, words]) => words.split(' ').map((word) => [word, known] as const)),
);

const WITH_LANGUAGE = /^(.+)[:@._\s-]([a-z]{2,3}|[a-z]{2,3}[-_][a-z]{2,8})$/i;

/** The columns that a table's first line names. Of two for one thing the first counts. */
export function tableColumns(cells: readonly string[]): TableColumns {
  const found = new Map<Known, number>();
  const aliases: number[] = [];
  const namesIn: [number, string][] = [];
  const descriptionsIn: [number, string][] = [];
  const unknown: string[] = [];
  for (const [i, cell] of cells.entries()) {
    const known = SYNONYMS.get(plain(cell));
    if (known === 'aliases') aliases.push(i);
    else if (known !== undefined && !found.has(known)) found.set(known, i);
    else {
      const [, stem = '', code = ''] = WITH_LANGUAGE.exec(cell.trim()) ?? [];
      const of = SYNONYMS.get(plain(stem));
      const language = code === '' ? undefined : languageOf(code);
      if (language !== undefined && (of === 'name' || of === 'aliases')) namesIn.push([i, language]);
      else if (language !== undefined && of === 'description') descriptionsIn.push([i, language]);
      else if (cell.trim() !== '') unknown.push(cell.trim());
    }
  }
  // Where there are names of single languages only, the first of them is the canonical one.
  const name = found.get('name') ?? namesIn[0]?.[0] ?? -1;
  const at = (known: Known) => found.get(known) ?? -1;
  return {
    id: at('id'),
    type: at('type'),
    name,
    language: at('language'),
    aliases,
    description: at('description'),
    url: at('url'),
    namesIn,
    descriptionsIn,
    unknown,
    count: cells.length,
  };
}

function plain(cell: string): string {
  return cell.replace(/[\s_-]+/g, '').toLowerCase();
}
