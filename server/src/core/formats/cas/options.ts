import { msg } from '../../message.ts';
import type { FormatOption } from '../format.ts';
import { HOLDS_ALL, type Holds } from '../loss.ts';
import type { CasReading } from './content.ts';
import { OWN_LAYERS, type OwnLayers } from './ownTypes.ts';

/** The options that both formats of a CAS have. */
export const CAS_OPTIONS: readonly FormatOption[] = [
  {
    name: 'layers',
    description: msg(
      'Types of spans and relations: named-entity or basic are layers that INCEpTION has, which keep label and entity there; pressmark keeps all once INCEpTION has imported TypeSystem.xml as layers.',
    ),
    values: [...OWN_LAYERS.keys()],
    byDefault: 'named-entity',
    uses: 'write',
  },
  {
    name: 'segments',
    description: msg('Tokens and sentences: leave them, or read them as annotations.'),
    values: ['leave', 'read'],
    byDefault: 'leave',
    uses: 'read',
  },
];

/** The types that are chosen. */
export function chosenLayers(options: ReadonlyMap<string, string>): OwnLayers {
  const [usual] = OWN_LAYERS.values();
  const chosen = OWN_LAYERS.get(options.get('layers') ?? '') ?? usual;
  if (!chosen) throw new Error('there are no layers');
  return chosen;
}

/** How a CAS is to be read; its offsets count UTF-16 units. */
export function casReading(options: ReadonlyMap<string, string>): CasReading {
  return { segments: options.get('segments') === 'read', unit: 'utf16', unitIs: 'stated' };
}

/** A CAS holds everything but ids, which the layers `pressmark` keep; XMI not every character, which depends on the case. */
export const CAS_HOLDS: Holds = { ...HOLDS_ALL, ids: 'dropped' };
