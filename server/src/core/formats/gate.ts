import { msg } from '../message.ts';
import type { Format } from './format.ts';
import { ENDING, readGate } from './gate/readGate.ts';
import { HOLDS_ALL } from './loss.ts';

/** GATE XML documents, as GATE Developer saves them: read only. One file is one article, with all its annotation sets. */
export const gate: Format = {
  name: 'gate',
  title: 'GATE XML',
  layout: 'article',
  endings: [ENDING],
  holds: {
    ...HOLDS_ALL,
    discontinuous: 'dropped',
    notes: 'dropped',
    entities: 'dropped',
    paths: 'dropped',
    languages: 'dropped',
  },
  options: [
    {
      name: 'sets',
      description: msg(
        'Named annotation sets: annotators takes each for what one person annotated, attribute gives all to one layer and says the set in the attribute “set”',
      ),
      values: ['annotators', 'attribute'],
      byDefault: 'annotators',
      uses: 'read',
    },
    {
      name: 'segments',
      description: msg(
        'Tokens, sentences and tags of the original web page, which GATE keeps as annotations: leave them, or read them as annotations',
      ),
      values: ['leave', 'read'],
      byDefault: 'leave',
      uses: 'read',
    },
  ],
  recognise: (_, head) => (/<GateDocument[\s>]/.test(head) ? 1 : 0),
  read: readGate,
};
