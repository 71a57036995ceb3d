import { brat } from './brat.ts';
import { casJson } from './casJson.ts';
import { conll } from './conll.ts';
import { conllu } from './conllu.ts';
import { csv } from './csv.ts';
import { doccano } from './doccano.ts';
import type { Format } from './format.ts';
import { gate } from './gate.ts';
import { huggingFace } from './huggingFace.ts';
import { inline } from './inline.ts';
import { labelStudio } from './labelStudio.ts';
import { parquet } from './parquet.ts';
import { prodigy } from './prodigy.ts';
import { spacy, spacyDoc } from './spacy.ts';
import { webAnnotation } from './webAnnotation.ts';
import { webannoTsv } from './webannoTsv.ts';
import { xmi } from './xmi.ts';
import { yedda } from './yedda.ts';

/** All formats, in the order in which people are told of them. */
export const FORMATS: readonly Format[] = [
  brat,
  conll,
  conllu,
  huggingFace,
  parquet,
  spacy,
  spacyDoc,
  prodigy,
  doccano,
  labelStudio,
  csv,
  xmi,
  casJson,
  webannoTsv,
  gate,
  webAnnotation,
  inline,
  yedda,
];
