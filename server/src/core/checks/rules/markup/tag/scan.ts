import type { TextRange } from '../../../../text/range.ts';
import { isAlsoWord, SHORTCODES, type TagKind, tagKind } from './names.ts';

/** Web-page code in a text, in UTF-16 units. */
export interface Tag extends TextRange {
  readonly form: 'element' | 'comment' | 'shortcode';
  /** The element's or shortcode's name in lower case; empty for comments. */
  readonly name: string;
  readonly kind: TagKind;
  /** What of it is text. */
  readonly inner: string;
}

/** Stops at the next angle bracket, so that a text full of them is read once. */
const ELEMENT = /<(\/?)([A-Za-z][A-Za-z0-9]*)(\s[^<>]*|\/)?(?:>|$)/;
const ATTRIBUTE = /\s[A-Za-z:_-][\w:.-]*\s?=/;
const CLOSING = /<\/([A-Za-z][A-Za-z0-9]*)/g;
const SHORTCODE = /\[(\/?)([a-z][a-z0-9_-]{1,40})(\s[^[\]]*|\/)?\]/;

/** All tags, comments, CDATA sections and shortcodes, in order and apart from each other. Linear in the text. */
export function findTags(text: string): Tag[] {
  const found: Tag[] = [];
  if (!text.includes('<') && !text.includes('[')) return found;
  const lastClosing = new Map<string, number>();
  for (const m of text.matchAll(CLOSING)) lastClosing.set((m[1] ?? '').toLowerCase(), m.index);
  for (const closer of ['-->', ']]>']) lastClosing.set(closer, text.lastIndexOf(closer));
  const scan = {
    text,
    lastClosing,
    element: new RegExp(ELEMENT, 'y'),
    shortcode: new RegExp(SHORTCODE, 'y'),
  };
  for (let i = 0; i < text.length; ) {
    const c = text.charAt(i);
    const tag =
      c === '<' ? (comment(scan, i) ?? element(scan, i)) : c === '[' ? shortcode(scan, i) : undefined;
    if (tag !== undefined) found.push(tag);
    i = tag?.end ?? i + 1;
  }
  return found;
}

interface Scan {
  readonly text: string;
  /** The last place of each closing tag, so that a search for one that is not there is not made again and again. */
  readonly lastClosing: ReadonlyMap<string, number>;
  readonly element: RegExp;
  readonly shortcode: RegExp;
}

function comment({ text, lastClosing }: Scan, start: number): Tag | undefined {
  const [opener, closer] = text.startsWith('<!--', start) ? ['<!--', '-->'] : ['<![CDATA[', ']]>'];
  if (!text.startsWith(opener, start)) return undefined;
  const from = start + opener.length;
  const close = (lastClosing.get(closer) ?? -1) < from ? -1 : text.indexOf(closer, from);
  const end = close < 0 ? from : close + closer.length;
  const inner = close >= 0 && opener === '<![CDATA[' ? text.slice(from, close) : '';
  return { start, end, form: 'comment', name: '', kind: 'inline', inner };
}

function element({ text, lastClosing, element }: Scan, start: number): Tag | undefined {
  element.lastIndex = start;
  const match = element.exec(text);
  if (match === null) return undefined;
  const [whole, slash = '', written = '', attributes = ''] = match;
  const name = written.toLowerCase();
  const kind = tagKind(name);
  const end = start + whole.length;
  if (kind === undefined) return undefined;
  const hasAttributes = ATTRIBUTE.test(attributes);
  if (!whole.endsWith('>') && !hasAttributes) return undefined;
  const closesLater = (lastClosing.get(name) ?? -1) > start;
  const sameCase = written === name || written === written.toUpperCase();
  const plain =
    slash === '/' ||
    attributes.endsWith('/') ||
    closesLater ||
    (!isAlsoWord(name) && attributes.trim() === '');
  if (!hasAttributes && !(plain && sameCase)) return undefined;
  const tag = { start, form: 'element', name, kind, inner: '' } as const;
  if ((name !== 'script' && name !== 'style') || slash === '/' || !closesLater) return { ...tag, end };
  return { ...tag, end: endOfCode(text, end, name) };
}

/** Scripts and styles are code from tag to tag. */
function endOfCode(text: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}[^<>]{0,20}>?`, 'gi');
  closing.lastIndex = from;
  const match = closing.exec(text);
  return match === null ? from : match.index + match[0].length;
}

function shortcode({ text, shortcode }: Scan, start: number): Tag | undefined {
  shortcode.lastIndex = start;
  const match = shortcode.exec(text);
  const name = match?.[2] ?? '';
  if (match === null || !SHORTCODES.has(name)) return undefined;
  return { start, end: start + match[0].length, form: 'shortcode', name, kind: 'inline', inner: '' };
}
