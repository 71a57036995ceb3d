import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseXml } from '../../../../../server/src/core/formats/xml/parseXml.ts';
import { writeXml, xmlCharacters } from '../../../../../server/src/core/formats/xml/writeXml.ts';

const NONE = new Map<string, string>();

it('writes a document with its namespaces at the root', () => {
  const text = writeXml(
    {
      name: 'x:a',
      attributes: [['x:b', '1\n"<&>\t\r']],
      children: ['\n', { name: 'y:c', children: ['<&>'] }, { name: 'd' }],
    },
    new Map([
      ['x', 'http://example.org/x'],
      ['y', 'http://example.org/y'],
    ]),
  );
  expect(text).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<x:a xmlns:x="http://example.org/x" xmlns:y="http://example.org/y" x:b="1&#10;&quot;&lt;&amp;&gt;&#9;&#13;">\n' +
      '<y:c>&lt;&amp;&gt;</y:c><d/></x:a>\n',
  );
});

it('holds every text that XML can hold, in attributes and content', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (wild) => {
      const text = xmlCharacters(wild);
      expect(text).toHaveLength(wild.length);
      const content = text.replaceAll('\r', '');
      const parsed = parseXml(writeXml({ name: 'a', attributes: [['b', text]], children: [content] }, NONE));
      if (!parsed.ok) throw new Error('not read');
      expect([parsed.root.getAttribute('b'), parsed.root.textContent]).toEqual([text, content]);
    }),
  );
});

it('replaces what XML 1.0 cannot hold by one unit each', () => {
  expect(xmlCharacters('a\u0000\u0008\t\n\u000b\r\u001f\ufffe\uffff')).toBe(
    'a\ufffd\ufffd\t\n\ufffd\r\ufffd\ufffd\ufffd',
  );
  expect(xmlCharacters('\ud83d\ude00 \ud83d \ude00')).toBe('😀 \ufffd \ufffd');
});

it('throws rather than write what could not be read', () => {
  expect(() => writeXml({ name: 'a', children: ['\u0001'] }, NONE)).toThrow('cannot hold');
  expect(() => writeXml({ name: 'a', attributes: [['b', '\ud800']] }, NONE)).toThrow('cannot hold');
  expect(() => writeXml({ name: 'a', children: ['\r'] }, NONE)).toThrow('CR');
  expect(() => writeXml({ name: 'a b' }, NONE)).toThrow();
});
