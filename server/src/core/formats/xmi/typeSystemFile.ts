import { type OwnLayers, ownTypes } from '../cas/ownTypes.ts';
import { fileOf } from '../fileNames.ts';
import type { Piece, WriteOptions } from '../format.ts';
import { writeTypeSystem } from './typeSystemXml.ts';

/** The file that tells UIMA's tools of our types: in the dataset's folder, as DKPro's writer puts it. */
export function typeSystemFile(options: WriteOptions, layers: OwnLayers): Piece {
  return { file: fileOf(options, TYPE_SYSTEM, '.xml'), content: writeTypeSystem(ownTypes(layers)) };
}

/** Only its path counts. */
const TYPE_SYSTEM = {
  path: 'TypeSystem.txt',
  text: '',
  language: 'und',
  spans: [],
  relations: [],
  documentLabels: [],
};
