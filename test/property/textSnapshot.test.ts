import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changedLines } from '../../server/src/core/text/changedLines.ts';
import { TextSnapshot } from '../../server/src/service/textSnapshot.ts';

const piece = fc.constantFrom('a', 'bc', ' ', '\n', '\r\n', '\r', '😀', '\ud800', '\n\n');
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const document = (content: string) => TextDocument.create('file:///a.txt', 'plaintext', 1, content);

/** Every position and offset that there is, and some that there are not. */
function expectSame(actual: TextSnapshot, oracle: TextDocument): void {
  expect(actual.lineCount).toBe(oracle.lineCount);
  const { length } = oracle.getText();
  for (let offset = -1; offset <= length + 1; offset++) {
    expect(actual.positionAt(offset)).toEqual(oracle.positionAt(offset));
  }
  for (let line = -1; line <= oracle.lineCount + 1; line++) {
    for (let character = -1; character < 5; character++) {
      const position = { line, character };
      expect(actual.offsetAt(position)).toBe(oracle.offsetAt(position));
    }
  }
}

describe('TextSnapshot', () => {
  it('counts lines and characters as the protocol library does', () => {
    fc.assert(
      fc.property(text, (content) => {
        expectSame(new TextSnapshot(document(content), content), document(content));
      }),
    );
  });

  it('takes the lines over from the snapshot before', () => {
    fc.assert(
      fc.property(text, text, text, text, (start, cut, end, inserted) => {
        const old = start + cut + end;
        const now = start + inserted + end;
        const before = new TextSnapshot(document(old), old);
        const after = new TextSnapshot(document(now), now, before, changedLines(old, now));
        expectSame(after, document(now));
      }),
      { numRuns: 500 },
    );
  });
});
