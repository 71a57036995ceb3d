import { articleCas } from './cas/articleCas.ts';
import { CAS_HOLDS, CAS_OPTIONS, casReading, chosenLayers } from './cas/options.ts';
import { WELL_KNOWN } from './cas/ownTypes.ts';
import { readCas } from './cas/readCas.ts';
import { type CasType, TypeSystem } from './cas/types.ts';
import { fileOf } from './fileNames.ts';
import type { Format, FormatWriter, InputFile, ReadItem, ReadOptions, WriteOptions } from './format.ts';
import { heldByXml } from './xmi/heldByXml.ts';
import { readXmi } from './xmi/readXmi.ts';
import { typeSystemFile } from './xmi/typeSystemFile.ts';
import { readTypeSystem } from './xmi/typeSystemXml.ts';
import { writeXmi } from './xmi/writeXmi.ts';

const ENDING = '.xmi';

/** UIMA CAS XMI 1.1: INCEpTION's, WebAnno's and DKPro's own format. docs/formats/uima.md describes the types. */
export const xmi: Format = {
  name: 'xmi',
  title: 'UIMA CAS XMI 1.1',
  layout: 'article',
  independent: true,
  endings: [ENDING],
  // Control characters become U+FFFD, which is told.
  holds: { ...CAS_HOLDS, text: 'changed' },
  options: CAS_OPTIONS,
  companions: typeSystemNames,
  recognise(_, head) {
    if (!head.includes('http://www.omg.org/XMI')) return 0;
    return /uima\/cas\.ecore|xmi:XMI/.test(head) ? 1 : 0.5;
  },
  open: openXmi,
  read: readFile,
};

function openXmi(options: WriteOptions): FormatWriter {
  const layers = chosenLayers(options.options);
  return {
    add(article) {
      const held = heldByXml(article);
      const content = writeXmi(articleCas(held.article, layers));
      return { pieces: [{ file: fileOf(options, article, ENDING), content }], losses: held.losses };
    },
    end: () => ({ pieces: [typeSystemFile(options, layers)], losses: [] }),
  };
}

/** The names that INCEpTION, DKPro and UIMA's own tools give to the type system beside an XMI file. */
function typeSystemNames(path: string): readonly string[] {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return ['TypeSystem.xml', 'typesystem.xml', `${stem}-typesystem.xml`, `${stem}.typesystem.xml`];
}

function* readFile(file: InputFile, options: ReadOptions): Generator<ReadItem> {
  let types: readonly CasType[] = WELL_KNOWN;
  for (const name of typeSystemNames(file.path)) {
    const bytes = file.beside.get(name);
    if (!bytes) continue;
    const read = readTypeSystem(bytes, name);
    types = [...types, ...read.types];
    for (const problem of read.problems) yield { kind: 'problem', problem };
  }
  const { cas, problems } = readXmi(file.bytes, new TypeSystem(types));
  for (const problem of problems) yield { kind: 'problem', problem };
  if (cas) yield* readCas(cas, casReading(options.options));
}
