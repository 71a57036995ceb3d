import type { Element } from '@xmldom/xmldom';
import { msg } from '../../message.ts';
import type { CasType, FeatureType } from '../cas/types.ts';
import type { FileProblem } from '../readArticle.ts';
import { elementsOf, lineOf, parseXml } from '../xml/parseXml.ts';
import { writeXml, type XmlElement } from '../xml/writeXml.ts';

/** A type system description, as UIMA's tools and INCEpTION's layers are told of types. */
export function writeTypeSystem(types: readonly CasType[]): string {
  const described = types.map((type): XmlElement => {
    const features = [...type.features].map(([name, { range }]) =>
      block('featureDescription', 4, [
        ['name', name],
        ['description', ''],
        ['rangeTypeName', range],
      ]),
    );
    return block(
      'typeDescription',
      2,
      [
        ['name', type.name],
        ['description', type.description ?? ''],
        ['supertypeName', type.supertype],
      ],
      { name: 'features', children: lines(features, 3) },
    );
  });
  return writeXml(
    { name: 'typeSystemDescription', children: lines([{ name: 'types', children: lines(described, 1) }], 0) },
    new Map([['', 'http://uima.apache.org/resourceSpecifier']]),
  );
}

/** The types that a type system description declares, and what is wrong with it. Never throws. */
export function readTypeSystem(
  bytes: Uint8Array,
  file: string,
): { readonly types: readonly CasType[]; readonly problems: readonly FileProblem[] } {
  const parsed = parseXml(bytes);
  if (!parsed.ok) return { types: [], problems: [{ ...parsed.problem, severity: 'warning', file }] };
  const types: CasType[] = [];
  const problems: FileProblem[] = [];
  for (const part of elementsOf(parsed.root)) {
    if (part.localName === 'imports' && !elementsOf(part).next().done)
      problems.push({
        code: 'cas/imports',
        severity: 'information',
        message: msg(
          'This type system imports others, which are not read. Export it with all its types in one file if some are missing.',
        ),
        file,
        line: lineOf(part),
      });
    if (part.localName !== 'types') continue;
    for (const element of elementsOf(part)) {
      const name = textOf(element, 'name');
      const supertype = textOf(element, 'supertypeName');
      if (name) types.push({ name, supertype: supertype || 'uima.cas.TOP', features: featuresOf(element) });
    }
  }
  return { types, problems };
}

function featuresOf(type: Element): ReadonlyMap<string, FeatureType> {
  const features = new Map<string, FeatureType>();
  for (const list of elementsOf(type)) {
    if (list.localName !== 'features') continue;
    for (const feature of elementsOf(list)) {
      const name = textOf(feature, 'name');
      const range = textOf(feature, 'rangeTypeName');
      const shared = textOf(feature, 'multipleReferencesAllowed') === 'true';
      if (name && range) features.set(name, { range, ...(shared ? { shared } : {}) });
    }
  }
  return features;
}

function textOf(parent: Element, name: string): string {
  for (const child of elementsOf(parent))
    if (child.localName === name) return (child.textContent ?? '').trim();
  return '';
}

function block(
  name: string,
  depth: number,
  fields: readonly (readonly [string, string])[],
  last?: XmlElement,
): XmlElement {
  const children = fields.map(
    ([field, text]): XmlElement => ({ name: field, children: text === '' ? [] : [text] }),
  );
  return { name, children: lines(last ? [...children, last] : children, depth) };
}

/** Elements on lines of their own, indented below a parent of this depth. */
function lines(elements: readonly XmlElement[], depth: number): (XmlElement | string)[] {
  if (elements.length === 0) return [];
  const indent = `\n${'  '.repeat(depth)}`;
  return [...elements.flatMap((element) => [`${indent}  `, element]), indent];
}
