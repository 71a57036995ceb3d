import type { Cas, FeatureValue } from '../cas/cas.ts';
import { writeXml, type XmlElement } from '../xml/writeXml.ts';

const XMI = 'http://www.omg.org/XMI';

/**
 * A CAS as XMI (UIMA References, 8): an element for each structure, references by `xmi:id`, offsets in UTF-16 units.
 * Texts must be `xmlCharacters`; lists are written as child elements.
 */
export function writeXmi(cas: Cas): string {
  const namespaces = new Map([
    ['xmi', XMI],
    ['cas', ecore('uima.cas')],
  ]);
  const prefixes = new Map([...namespaces].map(([prefix, address]) => [address, prefix]));
  const elementName = (type: string): string => {
    const dot = type.lastIndexOf('.');
    const address = ecore(dot < 0 ? 'uima.noNamespace' : type.slice(0, dot));
    let prefix = prefixes.get(address);
    if (prefix === undefined) {
      const short = type.slice(0, Math.max(0, dot)).split('.').at(-1) || 'noNamespace';
      prefix = short;
      for (let n = 2; namespaces.has(prefix); n++) prefix = `${short}${n}`;
      prefixes.set(address, prefix);
      namespaces.set(prefix, address);
    }
    return `${prefix}:${type.slice(dot + 1)}`;
  };
  const elements: XmlElement[] = [{ name: 'cas:NULL', attributes: [['xmi:id', '0']] }];
  for (const { id, type, features } of cas.structures) {
    const attributes: [string, string][] = [['xmi:id', String(id)]];
    const children: XmlElement[] = [];
    for (const [name, value] of features) {
      if (value.kind === 'value' && typeof value.value === 'object')
        for (const one of value.value) children.push({ name, children: [one] });
      else attributes.push([name, attributeOf(value)]);
    }
    elements.push({ name: elementName(type), attributes, children });
  }
  for (const [i, { id, name, text }] of cas.sofas.entries())
    elements.push({
      name: 'cas:Sofa',
      attributes: [
        ['xmi:id', String(id)],
        ['sofaNum', String(i + 1)],
        ['sofaID', name],
        ['mimeType', 'text/plain'],
        ['sofaString', text ?? ''],
      ],
    });
  for (const { sofa, members } of cas.views)
    elements.push({
      name: 'cas:View',
      attributes: [
        ['sofa', String(sofa)],
        ['members', members.join(' ')],
      ],
    });
  return writeXml(
    {
      name: 'xmi:XMI',
      attributes: [['xmi:version', '2.0']],
      children: [...elements.flatMap((element) => ['\n  ', element]), '\n'],
    },
    namespaces,
  );
}

/** The address of the namespace of a package's types. */
function ecore(name: string): string {
  return `http:///${name.replaceAll('.', '/')}.ecore`;
}

function attributeOf(value: FeatureValue): string {
  switch (value.kind) {
    case 'value':
      return String(value.value);
    case 'reference':
      return String(value.id);
    case 'references':
      return value.ids.join(' ');
    case 'unclear':
      return value.text;
  }
}
