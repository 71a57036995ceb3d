import { articleCas } from './cas/articleCas.ts';
import { CAS_HOLDS, CAS_OPTIONS, casReading, chosenLayers } from './cas/options.ts';
import { ownTypes, WELL_KNOWN } from './cas/ownTypes.ts';
import { readCas } from './cas/readCas.ts';
import { readCasJson } from './casJson/readCasJson.ts';
import { writeCasJson } from './casJson/writeCasJson.ts';
import { fileOf } from './fileNames.ts';
import type { Format } from './format.ts';

const ENDING = '.json';

/** UIMA CAS JSON 0.4: what dkpro-cassis and INCEpTION call UIMA CAS JSON. docs/formats/uima.md describes the types. */
export const casJson: Format = {
  name: 'cas-json',
  title: 'UIMA CAS JSON 0.4',
  layout: 'article',
  independent: true,
  endings: [ENDING],
  holds: CAS_HOLDS,
  options: CAS_OPTIONS,
  recognise(_, head) {
    return /"%(?:FEATURE_STRUCTURES|TYPES|VIEWS|HEADER)"\s*:/.test(head) ? 1 : 0;
  },
  open(options) {
    const layers = chosenLayers(options.options);
    return {
      add(article) {
        const content = writeCasJson(articleCas(article, layers), ownTypes(layers));
        return { pieces: [{ file: fileOf(options, article, ENDING), content }], losses: [] };
      },
      end: () => ({ pieces: [], losses: [] }),
    };
  },
  *read(file, options) {
    const { cas, problems, ...counted } = readCasJson(file.bytes, WELL_KNOWN);
    for (const problem of problems) yield { kind: 'problem', problem };
    if (cas) yield* readCas(cas, { ...casReading(options.options), ...counted });
  },
};
