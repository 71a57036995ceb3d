import { describe, expect, it } from 'vitest';
import { textPieces } from '../../../client/src/views/comments/links.ts';

const links = (text: string) => textPieces(text).flatMap((p) => (p.isLink ? [p.text] : []));

describe('addresses in a comment', () => {
  it('are links where they begin with https', () => {
    expect(textPieces('See https://example.org/a?b=1#c, then ask.')).toEqual([
      { text: 'See ', isLink: false },
      { text: 'https://example.org/a?b=1#c', isLink: true },
      { text: ', then ask.', isLink: false },
    ]);
  });

  it.each([
    'http://example.org',
    'command:workbench.action.quit',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
    '[x](command:y)',
    'https:// example.org',
    'https://[/',
  ])('are words where they do not: %s', (text) => {
    expect(links(text)).toEqual([]);
  });

  it('end before what would end a link of markdown, or a sentence', () => {
    expect(links('<https://example.org/a>(https://example.org/b).')).toEqual([
      'https://example.org/a',
      'https://example.org/b',
    ]);
    expect(links('https://example.org/x\\)[evil](command:y)')).toEqual(['https://example.org/x']);
  });

  it('lose no character', () => {
    for (const text of ['', 'https://a.b https://c.d', 'x\nhttps://a.b/😀…', 'https://a.b..']) {
      expect(
        textPieces(text)
          .map((p) => p.text)
          .join(''),
      ).toBe(text);
    }
  });
});
