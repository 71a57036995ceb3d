import type { Cas, FeatureValue, Structure } from '../cas/cas.ts';
import { type CasType, SOFA } from '../cas/types.ts';

/**
 * A CAS as JSON (JSON serialization of the Apache UIMA CAS, 0.4): one line for each structure, sofas first, offsets in
 * UTF-16 units, as the header says too. Values that are lists cannot be written: they would be structures of their own.
 */
export function writeCasJson(cas: Cas, types: readonly CasType[]): string {
  const sofas = cas.sofas.map(({ id, name, text }, i) =>
    entries([
      ['%ID', id],
      ['%TYPE', SOFA],
      ['sofaNum', i + 1],
      ['sofaID', name],
      ['mimeType', 'text/plain'],
      ['sofaString', text ?? ''],
    ]),
  );
  const names = new Map(cas.sofas.map((s) => [s.id, s.name]));
  const views = cas.views.map(
    ({ sofa, members }) =>
      `${JSON.stringify(names.get(sofa) ?? '')}:${entries([
        ['%SOFA', sofa],
        ['%MEMBERS', members],
      ])}`,
  );
  return [
    '{',
    '"%HEADER":{"offset-encoding":"UTF-16"},',
    `"%TYPES":{\n${types.map(typeEntry).join(',\n')}\n},`,
    `"%FEATURE_STRUCTURES":[\n${[...sofas, ...cas.structures.map(structureEntry)].join(',\n')}\n],`,
    `"%VIEWS":{${views.join(',')}}`,
    '}\n',
  ].join('\n');
}

function typeEntry({ name, supertype, description, features }: CasType): string {
  return `${JSON.stringify(name)}:${entries([
    ['%NAME', name],
    ['%SUPER_TYPE', supertype],
    ...(description === undefined ? [] : [['%DESCRIPTION', description] as const]),
    ...[...features].map(([feature, { range }]) => [feature, { '%NAME': feature, '%RANGE': range }] as const),
  ])}`;
}

function structureEntry({ id, type, features }: Structure): string {
  return entries([
    ['%ID', id],
    ['%TYPE', type],
    ...[...features].map(([name, value]) => featureEntry(name, value)),
  ]);
}

/** References have an `@` before their name, so that they are not taken for numbers. */
function featureEntry(name: string, value: FeatureValue): readonly [string, unknown] {
  switch (value.kind) {
    case 'value':
      return [name, value.value];
    case 'reference':
      return [`@${name}`, value.id];
    case 'references':
      return [`@${name}`, value.ids];
    case 'unclear':
      return [name, value.text];
  }
}

/** A JSON object whose keys stand in this order, whatever they are. */
function entries(members: readonly (readonly [string, unknown])[]): string {
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}
