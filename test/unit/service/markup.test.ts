import { describe, expect, it } from 'vitest';
import { type Piece, render } from '../../../server/src/service/markup.ts';

const shown = (piece: Piece, fileLinks = true) =>
  render([[{ pieces: [piece] }]], { markdown: true, fileLinks }).value;
const place = (uri: string) => ({ place: 'x', uri, line: 2, character: 4 });

describe('links to places', () => {
  it('are those of files, at a line and a character counted from 1', () => {
    expect(shown(place('file:///c/a%20b%28.txt'))).toBe('[x](<file:///c/a%20b%28.txt#L3,5>)');
    expect(shown(place('vscode-vfs://github/o/r/a.txt'))).toBe('[x](<vscode-vfs://github/o/r/a.txt#L3,5>)');
  });

  it.each([
    'command:evil',
    'javascript:alert(1)',
    'http://example.org/a',
    'file:///c/a.txt#L9',
    'file:///c/a.txt?x',
    'file:///c/a b.txt',
    'file:///c/a>.txt',
    'file:///c/a\n.txt',
  ])('are text for %j', (uri) => {
    expect(shown(place(uri))).toBe('x');
  });

  it('are text where the client opens none, and where it reads no markdown', () => {
    expect(shown(place('file:///c/a.txt'), false)).toBe('x');
    const plain = render([[{ pieces: [place('file:///c/a.txt')] }]], { markdown: false, fileLinks: true });
    expect(plain.value).toBe('x');
  });

  it('show what they are called letter for letter', () => {
    expect(shown({ ...place('file:///c/a.txt'), place: '](command:x) <b>' })).toBe(
      '[\\]\\(command:x\\) &lt;b&gt;](<file:///c/a.txt#L3,5>)',
    );
  });
});
