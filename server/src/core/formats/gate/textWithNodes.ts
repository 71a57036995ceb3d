import type { Element } from '@xmldom/xmldom';
import { isElement } from '../xml/parseXml.ts';

/**
 * The text of a document, and where its nodes stand in it by their ids, in UTF-16 units. A node's id is the offset that
 * it had when the document was loaded: GATE goes by where it stands.
 */
export function textWithNodes(content: Element): {
  readonly text: string;
  readonly nodes: ReadonlyMap<string, number>;
} {
  const pieces: string[] = [];
  const nodes = new Map<string, number>();
  let length = 0;
  for (let child = content.firstChild; child; child = child.nextSibling) {
    if (isElement(child)) nodes.set(child.getAttribute('id')?.trim() ?? '', length);
    else if (child.nodeType === TEXT_NODE || child.nodeType === CDATA_SECTION_NODE) {
      const piece = child.nodeValue ?? '';
      pieces.push(piece);
      length += piece.length;
    }
  }
  return { text: pieces.join(''), nodes };
}

const TEXT_NODE = 3;
const CDATA_SECTION_NODE = 4;
