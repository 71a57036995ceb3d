import { DOMImplementation, type Element, XMLSerializer } from '@xmldom/xmldom';

/** An element that is to be written. Names may have a prefix that `namespaces` of `writeXml` declares. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: readonly (readonly [name: string, value: string])[];
  readonly children?: readonly (XmlElement | string)[];
}

/**
 * An XML 1.0 document with its declaration, every namespace declared at the root, an LF at its end. Characters must be
 * `xmlCharacters`, names must be names of XML, and no content may hold a CR (which would be
 * read as LF; in attributes it is kept): throws where they are not, because such a file could not be read.
 */
export function writeXml(root: XmlElement, namespaces: ReadonlyMap<string, string>): string {
  const document = new DOMImplementation().createDocument(null, '');
  const uri = (name: string): string | null => {
    const colon = name.indexOf(':');
    return colon < 0 ? null : (namespaces.get(name.slice(0, colon)) ?? null);
  };
  const build = (from: XmlElement): Element => {
    const element = document.createElementNS(uri(from.name), from.name);
    if (from === root)
      for (const [prefix, address] of namespaces)
        element.setAttributeNS(
          'http://www.w3.org/2000/xmlns/',
          prefix ? `xmlns:${prefix}` : 'xmlns',
          address,
        );
    for (const [name, value] of from.attributes ?? [])
      element.setAttributeNS(uri(name), name, checked(value));
    for (const child of from.children ?? [])
      element.appendChild(
        typeof child === 'string' ? document.createTextNode(checkedContent(child)) : build(child),
      );
    return element;
  };
  const element = build(root);
  const body = new XMLSerializer().serializeToString(element, { requireWellFormed: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
}

/**
 * A text as XML 1.0 can hold it (2.2, `Char`): control characters but tab, LF and CR, unpaired surrogates, U+FFFE and
 * U+FFFF become U+FFFD each, so that every offset stays. The same string where there is none.
 */
export function xmlCharacters(text: string): string {
  return SUSPECT.test(text) ? text.replace(NO_XML_CHARACTER, '\ufffd') : text;
}

/** Quick to look for: what XML cannot hold, and halves of characters, which it can in pairs. */
const SUSPECT = /[^\t\n\r -\ud7ff\ue000-\ufffd]/;

const NO_XML_CHARACTER =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function checked(text: string): string {
  if (xmlCharacters(text) !== text) throw new Error('XML cannot hold a character of this text');
  return text;
}

function checkedContent(text: string): string {
  if (text.includes('\r')) throw new Error('XML cannot hold a CR in content');
  return checked(text);
}
