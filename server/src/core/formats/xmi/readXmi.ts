import type { Element } from '@xmldom/xmldom';
import { msg } from '../../message.ts';
import type { Cas, FeatureValue, Sofa, Structure, View } from '../cas/cas.ts';
import { SOFA, type TypeSystem } from '../cas/types.ts';
import type { FileProblem } from '../readArticle.ts';
import { elementsOf, lineOf, parseXml } from '../xml/parseXml.ts';

/** A CAS as an XMI file has it, and what is wrong with the file; no CAS where it cannot be used at all. */
export interface ReadCas {
  readonly cas?: Cas;
  readonly problems: readonly FileProblem[];
}

const XMI = 'http://www.omg.org/XMI';

/** Reads XMI with the types that are known; values of other types stay `unclear`. Never throws. */
export function readXmi(bytes: Uint8Array, types: TypeSystem): ReadCas {
  const parsed = parseXml(bytes);
  if (!parsed.ok) return { problems: [parsed.problem] };
  const { root } = parsed;
  if (root.localName !== 'XMI' || root.namespaceURI !== XMI) {
    const message = msg(
      'This file is not UIMA CAS XMI: its first element is “{0}”, not “xmi:XMI”. Import it as what it is.',
      root.tagName,
    );
    return { problems: [{ code: 'xmi/other-file', severity: 'error', message, line: lineOf(root) }] };
  }
  const problems: FileProblem[] = [];
  const sofas: Sofa[] = [];
  const structures: Structure[] = [];
  const views: View[] = [];
  for (const element of elementsOf(root)) {
    const type = typeOf(element);
    const id = numberOf(element.getAttributeNS(XMI, 'id'));
    if (type === undefined) {
      const message = msg(
        'The element “{0}” is of no type of UIMA and is left out. Export the file again as UIMA CAS XMI.',
        element.tagName,
      );
      problems.push({ code: 'xmi/no-type', severity: 'warning', message, line: lineOf(element) });
    } else if (type === 'uima.cas.NULL') {
      // Stands for no structure.
    } else if (type === 'uima.cas.View')
      views.push({
        sofa: numberOf(element.getAttribute('sofa')) ?? 0,
        members: numbersOf(element.getAttribute('members') ?? ''),
      });
    else if (type === SOFA) {
      const text = element.getAttribute('sofaString');
      sofas.push({
        id: id ?? 0,
        name: element.getAttribute('sofaID') ?? '',
        ...(text === null ? {} : { text }),
        line: lineOf(element),
      });
    } else
      structures.push({
        id: id ?? 0,
        type,
        features: featuresOf(element, type, types),
        line: lineOf(element),
      });
  }
  return { cas: { types, sofas, structures, views }, problems };
}

/** `http:///a/b.ecore` and `C` are the type `a.b.C`. */
function typeOf(element: Element): string | undefined {
  const found = /^http:\/\/\/(.*)\.ecore$/.exec(element.namespaceURI ?? '');
  if (!found || !element.localName) return undefined;
  const name = (found[1] ?? '').replaceAll('/', '.');
  return name === 'uima.noNamespace' ? element.localName : `${name}.${element.localName}`;
}

function featuresOf(element: Element, type: string, types: TypeSystem): ReadonlyMap<string, FeatureValue> {
  const features = new Map<string, FeatureValue>();
  for (let i = 0; i < element.attributes.length; i++) {
    const attribute = element.attributes.item(i);
    if (!attribute || attribute.namespaceURI) continue;
    const { range, shared } = types.feature(type, attribute.name) ?? { range: BASIC.get(attribute.name) };
    const kind = range === undefined ? undefined : types.kind(range);
    const isArray = kind === 'list' || kind === 'references';
    const value = featureValue(attribute.value, isArray && shared ? 'reference' : kind);
    if (value) features.set(attribute.name, value);
  }
  const lists = new Map<string, string[]>();
  for (const child of elementsOf(element)) {
    const list = lists.get(child.tagName) ?? [];
    list.push(child.textContent ?? '');
    lists.set(child.tagName, list);
  }
  for (const [name, value] of lists) features.set(name, { kind: 'value', value });
  return features;
}

/** What features of these names are wherever they occur, whether or not the type is known. */
const BASIC: ReadonlyMap<string, string> = new Map([
  ['sofa', SOFA],
  ['begin', 'uima.cas.Integer'],
  ['end', 'uima.cas.Integer'],
]);

/** Undefined for a reference to nothing. What is not as its type says stays text. */
function featureValue(
  text: string,
  kind: ReturnType<TypeSystem['kind']> | undefined,
): FeatureValue | undefined {
  switch (kind) {
    case undefined:
      return { kind: 'unclear', text };
    case 'text':
      return { kind: 'value', value: text };
    case 'boolean':
      return { kind: 'value', value: text === 'true' ? true : text === 'false' ? false : text };
    case 'number': {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      return { kind: 'value', value: Number.isFinite(value) ? value : text };
    }
    case 'list':
      return { kind: 'value', value: text.split(/\s+/).filter((piece) => piece !== '') };
    case 'references': {
      return { kind: 'references', ids: numbersOf(text).filter((id) => id !== 0) };
    }
    case 'reference': {
      const id = numberOf(text);
      return id === undefined ? { kind: 'unclear', text } : id === 0 ? undefined : { kind: 'reference', id };
    }
  }
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function numbersOf(text: string): readonly number[] {
  const numbers: number[] = [];
  for (const piece of text.split(/\s+/)) {
    const value = numberOf(piece);
    if (value !== undefined) numbers.push(value);
  }
  return numbers;
}
