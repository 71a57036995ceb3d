import { msg } from '../../message.ts';
import type { FormatOption } from '../format.ts';
import type { Holds } from '../loss.ts';
import type { CasReading } from './content.ts';
import { NAMED_ENTITY, SPAN } from './ownTypes.ts';

/** The options that both formats of a CAS have. */
export const CAS_OPTIONS: readonly FormatOption[] = [
  {
    name: 'spans',
    description: msg(
      'Type of spans: pressmark keeps all in INCEpTION once it has imported TypeSystem.xml as layers; named-entity needs no layers there, but only labels and entities stay.',
    ),
    values: ['pressmark', 'named-entity'],
    byDefault: 'pressmark',
    uses: 'write',
  },
  {
    name: 'label',
    description: msg('Label of annotations of other tools: the value that they have, or always their type.'),
    values: ['value', 'type'],
    byDefault: 'value',
    uses: 'read',
  },
  {
    name: 'segments',
    description: msg('Tokens and sentences: leave them, or read them as annotations.'),
    values: ['leave', 'read'],
    byDefault: 'leave',
    uses: 'read',
  },
];

/** The type of spans that is chosen. */
export function spanType(options: ReadonlyMap<string, string>): string {
  return options.get('spans') === 'named-entity' ? NAMED_ENTITY : SPAN;
}

/** How a CAS is to be read; its offsets count UTF-16 units. */
export function casReading(options: ReadonlyMap<string, string>): CasReading {
  return {
    label: options.get('label') === 'type' ? 'type' : 'value',
    segments: options.get('segments') === 'read',
    unit: 'utf16',
  };
}

/** A CAS holds everything; XMI not every character, which depends on the case. */
export const CAS_HOLDS: Holds = {
  text: 'kept',
  overlapping: 'kept',
  nested: 'kept',
  samePlace: 'kept',
  discontinuous: 'kept',
  empty: 'kept',
  insideTokens: 'kept',
  overLines: 'kept',
  attributes: 'kept',
  notes: 'kept',
  entities: 'kept',
  relations: 'kept',
  documentLabels: 'kept',
  ids: 'kept',
  paths: 'kept',
  languages: 'kept',
  annotators: 'kept',
};
