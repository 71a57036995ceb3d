import { expect, it } from 'vitest';
import {
  elementsOf,
  lineOf,
  MAX_XML_BYTES,
  MAX_XML_DEPTH,
  MAX_XML_NODES,
  parseXml,
} from '../../../../../server/src/core/formats/xml/parseXml.ts';
import { formatMessage } from '../../../../../server/src/core/message.ts';

const utf8 = (text: string) => new Uint8Array(Buffer.from(text));

function problemOf(input: Uint8Array | string): { code: string; line: number | undefined; text: string } {
  const parsed = parseXml(input);
  if (parsed.ok) throw new Error('it was read');
  const { code, line, message } = parsed.problem;
  return { code, line, text: formatMessage(message) };
}

function contentOf(input: Uint8Array | string): string | null {
  const parsed = parseXml(input);
  if (!parsed.ok) throw new Error(formatMessage(parsed.problem.message));
  return parsed.root.textContent;
}

it('reads elements, attributes and their lines', () => {
  const parsed = parseXml('<?xml version="1.0"?>\n<a>\n  <b c="1&#10;2"/>\n  text<b/>\n</a>\n');
  if (!parsed.ok) throw new Error('not read');
  const children = [...elementsOf(parsed.root)];
  expect(children.map((e) => [e.tagName, lineOf(e), e.getAttribute('c')])).toEqual([
    ['b', 3, '1\n2'],
    ['b', 4, null],
  ]);
});

it('honours the encoding that the file declares or is marked with', () => {
  expect(contentOf(utf8('<a>Hà Nội</a>'))).toBe('Hà Nội');
  expect(contentOf(utf8('\ufeff<a>Hà Nội</a>'))).toBe('Hà Nội');
  const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1');
  expect(contentOf(new Uint8Array(latin))).toBe('é');
  const wide = '<?xml version="1.0" encoding="UTF-16"?><a>Nội</a>';
  expect(contentOf(new Uint8Array(Buffer.from(wide, 'utf16le')))).toBe('Nội');
  expect(contentOf(new Uint8Array(Buffer.from(`\ufeff${wide}`, 'utf16le')))).toBe('Nội');
  expect(contentOf(new Uint8Array(Buffer.from(wide, 'utf16le').swap16()))).toBe('Nội');
  expect(contentOf(utf8(wide))).toBe('Nội');
  expect(problemOf(new Uint8Array([0x3c, 0x61, 0x3e, 0xff])).code).toBe('file/encoding');
  expect(problemOf(utf8('<?xml version="1.0" encoding="x-klingon"?><a/>')).code).toBe('file/encoding');
});

it('makes line ends LF, and leaves those of XML 1.1 alone', () => {
  expect(contentOf('<a>1\r\n2\r3\u20284\u00855</a>')).toBe('1\n2\n3\u20284\u00855');
});

it('takes an article with a replacement character', () => {
  expect(contentOf('<a>\ufffd</a>')).toBe('\ufffd');
});

it('refuses a DOCTYPE with entities or another file before parsing', () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
    '\n',
  );
  for (const doctype of [
    `<!DOCTYPE a [<!ENTITY l0 "lol">\n${laughs}]>`,
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
    '<!DOCTYPE a PUBLIC "-//A" "a.dtd">',
    '<!doctype a [<!ENTITY % p SYSTEM "x"> %p;]>',
    '<!DOCTYPE a [<!ENTITY x "]>">',
  ]) {
    const { code, line, text } = problemOf(`<?xml version="1.0"?>\n<!-- <a> -->\n${doctype}\n<a>&x;</a>`);
    expect([code, line], doctype).toEqual(['xml/doctype', 3]);
    expect(text).toContain('Remove the DOCTYPE');
  }
  expect(contentOf('<!DOCTYPE a><a>1</a>')).toBe('1');
  expect(contentOf('<a><![CDATA[<!DOCTYPE a [<!ENTITY]>]]></a>')).toBe('<!DOCTYPE a [<!ENTITY]>');
});

it('expands no entity but those of XML', () => {
  expect(contentOf('<a>&lt;&amp;&gt;&quot;&apos;&#x1F600;</a>')).toBe('<&>"\'😀');
  expect(problemOf('<a>\n&nbsp;</a>')).toMatchObject({ code: 'xml/not-well-formed' });
});

it('reads XML 1.1, in which control characters may be written by their numbers', () => {
  expect(contentOf('<?xml version="1.1" encoding="UTF-8"?><a>1&#1;2&#x85;3</a>')).toBe('1\u00012\u00853');
});

it('tells where a file is not well-formed, and never throws', () => {
  for (const [text, line] of [
    ['', 1],
    ['plain', 1],
    ['<a>\n<b>\n</a>', 2],
    ['<a>\n<b c=1/>\n</a>', 2],
    ['<a b="1" b="2"/>', 1],
    ['<a', 1],
    ['<a>\n<b c="', 2],
    ['<a/><a/>', 1],
    ['<!DOCTYPE', 1],
    ['<a><!-- ', 1],
    ['<x:a/>', 1],
  ] as const) {
    const problem = problemOf(text);
    expect(problem.code, text).toBe('xml/not-well-formed');
    expect(problem.line, text).toBe(line);
    expect(problem.text).toContain('Export the file again');
  }
});

it('refuses elements nested too deep, also many', () => {
  const deep = (n: number) => '<a>'.repeat(n) + '</a>'.repeat(n);
  expect(contentOf(deep(MAX_XML_DEPTH))).toBe('');
  expect(problemOf(`\n${deep(MAX_XML_DEPTH + 1)}`)).toMatchObject({ code: 'xml/too-deep', line: 2 });
  expect(problemOf('<a b="/">'.repeat(1_000_000)).code).toBe('xml/too-deep');
});

it('refuses more elements and attributes than memory has room for', () => {
  expect(problemOf(`<a>\n${'<b c="1"/>'.repeat(MAX_XML_NODES / 2)}</a>`)).toMatchObject({
    code: 'xml/too-many',
    line: 2,
  });
});

it('refuses a file that is too large, and an archive', () => {
  expect(problemOf(new Uint8Array(MAX_XML_BYTES + 1)).code).toBe('xml/too-large');
  expect(problemOf(new Uint8Array([0x50, 0x4b, 3, 4])).code).toBe('file/archive');
});
