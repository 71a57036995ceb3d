import { DOMParser, type Document, type Element, type Node, ParseError } from '@xmldom/xmldom';
import { type Message, msg } from '../../message.ts';
import { inputText } from '../inputText.ts';
import type { FileProblem } from '../readArticle.ts';
import { scanXml } from './scanXml.ts';

/** An XML file as a tree, or why it is none. */
export type ParsedXml =
  | { readonly ok: true; readonly document: Document; readonly root: Element }
  | { readonly ok: false; readonly problem: FileProblem };

/** Annotated articles are a thousand times smaller. */
export const MAX_XML_BYTES = 100_000_000;
/** Elements and attributes, each of which takes up to 1 kB of memory; a novel with all its tokens has fewer. */
export const MAX_XML_NODES = 1_000_000;
/** Files of annotations nest less than ten deep; inline tags as deep as the tags of a text. */
export const MAX_XML_DEPTH = 1_000;

/**
 * Parses XML 1.0 from bytes (in the encoding that they declare or are marked with) or from text. Never throws. A
 * DOCTYPE that declares anything or names another file is refused before parsing, so that no entity is ever expanded
 * and nothing outside the file is ever looked at. Line ends become LF, as XML 1.0 (2.11) says.
 */
export function parseXml(input: Uint8Array | string): ParsedXml {
  if (input.length > MAX_XML_BYTES) {
    const message = msg(
      'This XML file has {0} MB; {1} MB can be read at once. Split it into several files.',
      Math.ceil(input.length / 1e6),
      MAX_XML_BYTES / 1e6,
    );
    return refused('xml/too-large', message);
  }
  if (typeof input === 'string') return parseText(input);
  const decoded = inputText(input, declaredEncoding(input));
  return decoded.ok ? parseText(decoded.text) : { ok: false, problem: decoded.problem };
}

function parseText(text: string): ParsedXml {
  const marks = scanXml(text, { depth: MAX_XML_DEPTH, nodes: MAX_XML_NODES });
  if (marks.doctype && /[[%]|\b(?:SYSTEM|PUBLIC)\b/i.test(marks.doctype.text)) {
    const message = msg(
      'The DOCTYPE of this file declares entities or names another file. That is not read, because it can make a small file endless or reach for other files. Remove the DOCTYPE and write the characters themselves.',
    );
    return refused('xml/doctype', message, lineAt(text, marks.doctype.at));
  }
  if (marks.tooDeep !== undefined) {
    const message = msg(
      'The elements of this file are nested more than {0} deep. Export it again from the tool that it comes from.',
      MAX_XML_DEPTH,
    );
    return refused('xml/too-deep', message, lineAt(text, marks.tooDeep));
  }
  if (marks.tooMany !== undefined) {
    const message = msg(
      'This XML file has more than {0} elements and attributes, which is more than can be read at once. Split it into several files.',
      MAX_XML_NODES,
    );
    return refused('xml/too-many', message, lineAt(text, marks.tooMany));
  }
  try {
    const document = new DOMParser({ normalizeLineEndings, onError: stopUnlessHarmless }).parseFromString(
      text,
      'application/xml',
    );
    const root = document.documentElement;
    return root
      ? { ok: true, document, root }
      : refused('xml/not-well-formed', notWellFormed('no root element'), 1);
  } catch (error) {
    const problem = error instanceof ParseError ? error : undefined;
    const line: unknown = problem?.locator?.lineNumber;
    return refused(
      'xml/not-well-formed',
      notWellFormed(error instanceof Error ? error.message : String(error)),
      typeof line === 'number' && line > 0 ? line : 1,
    );
  }
}

/** The 1-based line of the file on which a node of a parsed document begins; 1 where that is not known. */
export function lineOf(node: Node): number {
  return node.lineNumber && node.lineNumber > 0 ? node.lineNumber : 1;
}

/** The child elements of a node, in order. */
export function* elementsOf(node: Node): Generator<Element> {
  for (let child = node.firstChild; child; child = child.nextSibling) if (isElement(child)) yield child;
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT_NODE;
}

const ELEMENT_NODE = 1;

function refused(code: string, message: Message, line?: number): ParsedXml {
  return {
    ok: false,
    problem: { code, severity: 'error', message, ...(line === undefined ? {} : { line }) },
  };
}

function notWellFormed(what: string): Message {
  const short = what.length > 300 ? `${what.slice(0, 300)}…` : what;
  return msg(
    'This is not well-formed XML: {0}. Export the file again; a file that was cut off cannot be read.',
    short,
  );
}

/** XML 1.0 (2.11): not the further line ends of XML 1.1, which may stand in an article. */
function normalizeLineEndings(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** What is told as a warning is not well-formed either, but for a replacement character, which an article may have. */
function stopUnlessHarmless(level: string, message: string): void {
  if (level === 'warning' && message.startsWith('Unicode replacement character')) return;
  throw new Error(message);
}

/** The encoding that the XML declaration names; UTF-16 is known by its first bytes (XML 1.0, appendix F). */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  const declaration = /^(?:\xef\xbb\xbf)?<\?xml\s[^>]*>/.exec(head)?.[0];
  const name = declaration && /\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(declaration)?.[1];
  // What is written in bytes and says UTF-16 without a mark is not: UTF-8 is what such files are.
  return name && !/^utf-?16/i.test(name) ? name : undefined;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
