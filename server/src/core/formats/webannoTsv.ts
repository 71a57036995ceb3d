import { msg } from '../message.ts';
import type { Format } from './format.ts';
import { HOLDS_ALL } from './loss.ts';
import { isWebannoTsv } from './webannoTsv/header.ts';
import { LAYOUTS } from './webannoTsv/layers.ts';
import { ENDING, readWebannoTsv } from './webannoTsv/read.ts';
import { WebannoTsvWriter } from './webannoTsv/write.ts';

/** WebAnno TSV 3.0 to 3.3, as INCEpTION reads and writes it; written is 3.3. One file is one article. */
export const webannoTsv: Format = {
  name: 'webanno-tsv',
  title: 'WebAnno TSV 3 (INCEpTION)',
  layout: 'article',
  independent: true,
  endings: [ENDING],
  holds: { ...HOLDS_ALL, ids: 'dropped' },
  options: [
    {
      name: 'layers',
      description: msg(
        'Layers of INCEpTION for labels and relations: named-entity and basic are layers that its projects have; pressmark is imported there once with TypeSystem.xml, and keeps notes and attributes in any project',
      ),
      values: [...LAYOUTS.keys()],
      byDefault: 'named-entity',
      uses: 'write',
    },
    {
      name: 'only',
      description: msg(
        'Layers that are read, with commas between them, such as NamedEntity,Relation; nothing: all of them. What a relation joins is read with it',
      ),
      byDefault: '',
      uses: 'read',
    },
  ],
  recognise: (_, head) => (isWebannoTsv(head) ? 1 : 0),
  open: (options) => new WebannoTsvWriter(options),
  read: readWebannoTsv,
};
