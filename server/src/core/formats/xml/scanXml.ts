/** Where markup of an XML text stands that decides whether it may be parsed at all. UTF-16 offsets. */
export interface XmlMarks {
  /** Where a DOCTYPE before the root element begins, and what it says up to its end. */
  readonly doctype?: { readonly at: number; readonly text: string };
  /** Where elements are first nested deeper than the limit. */
  readonly tooDeep?: number;
  /** Where there are first more elements and attributes than the limit. */
  readonly tooMany?: number;
}

/** How much of an XML text may be parsed. */
export interface XmlLimits {
  readonly depth: number;
  /** Elements and attributes together. */
  readonly nodes: number;
}

/**
 * Looks over an XML text once, without building anything, so that what could harm is found before a parser works on
 * it. Of texts that are not well-formed it may find nothing: the parser refuses those.
 */
export function scanXml(text: string, limits: XmlLimits): XmlMarks {
  let doctype: XmlMarks['doctype'];
  let depth = 0;
  let nodes = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) at = behind(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) at = behind(text, ']]>', at + 9);
    else if (text.startsWith('<?', at)) at = behind(text, '?>', at + 2);
    else if (text.startsWith('<!', at)) {
      const end = endOfDeclaration(text, at + 2);
      if (depth === 0) doctype ??= { at, text: text.slice(at, end) };
      at = end;
    } else if (text.startsWith('</', at)) {
      depth--;
      at += 2;
    } else {
      const { end, attributes } = endOfTag(text, at + 1);
      if (text[end - 2] !== '/') depth++;
      nodes += 1 + attributes;
      if (depth > limits.depth) return { ...(doctype ? { doctype } : {}), tooDeep: at };
      if (nodes > limits.nodes) return { ...(doctype ? { doctype } : {}), tooMany: at };
      at = end;
    }
  }
  return doctype ? { doctype } : {};
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** Behind the `>` of a start tag, for one within quotes does not end it, and how many quoted values it has. */
function endOfTag(text: string, from: number): { end: number; attributes: number } {
  let attributes = 0;
  let quote = '';
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") {
      quote = char;
      attributes++;
    } else if (char === '>') return { end: i + 1, attributes };
  }
  return { end: text.length, attributes };
}

/** Behind the `>` of a declaration, whose internal subset stands between brackets. */
function endOfDeclaration(text: string, from: number): number {
  let quote = '';
  let inside = false;
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '[') inside = true;
    else if (char === ']') inside = false;
    else if (char === '>' && !inside) return i + 1;
  }
  return text.length;
}
