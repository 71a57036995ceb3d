import { describe, expect, it } from 'vitest';
import { EditLog } from '../../../server/src/lsp/editLog.ts';

const URI = 'file:///a.txt';
const at = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

function opened(text: string) {
  const log = new EditLog();
  const document = log.configuration.create(URI, 'plaintext', 1, text);
  return { log, document };
}

describe('the log of edits', () => {
  it('has every change of every version since, and changes the document as they say', () => {
    const { log, document } = opened('one two\nthree');
    const both = [
      { range: at(1, 0, 5), text: 'four' },
      { range: at(0, 3, 3), text: '!' },
    ];
    log.configuration.update(document, both, 2);
    log.configuration.update(document, [{ range: at(0, 0, 0), text: '>' }], 5);
    expect(document.getText()).toBe('>one! two\nfour');
    expect(log.since(URI, 1)).toEqual([
      { start: 8, oldEnd: 13, newEnd: 12 },
      { start: 3, oldEnd: 3, newEnd: 4 },
      { start: 0, oldEnd: 0, newEnd: 1 },
    ]);
    expect(log.since(URI, 2)).toHaveLength(1);
    expect(log.since(URI, 5)).toBeUndefined();
    expect(log.since('file:///b.txt', 1)).toBeUndefined();
  });

  it('has of a replacement what differs', () => {
    const { log, document } = opened('in Moskow now');
    log.configuration.update(document, [{ range: at(0, 3, 9), text: 'Moskwa' }], 2);
    expect(log.since(URI, 1)).toEqual([{ start: 7, oldEnd: 9, newEnd: 9 }]);
  });

  it('does not know what a whole new text has changed, nor what was before a document was opened again', () => {
    const { log, document } = opened('one');
    log.configuration.update(document, [{ range: at(0, 0, 0), text: '>' }], 2);
    log.configuration.update(document, [{ text: 'two' }], 3);
    expect(document.getText()).toBe('two');
    expect([log.since(URI, 1), log.since(URI, 2)]).toEqual([undefined, undefined]);
    log.configuration.update(document, [{ range: at(0, 0, 0), text: '>' }], 4);
    expect(log.since(URI, 3)).toHaveLength(1);
    log.configuration.create(URI, 'plaintext', 3, 'one');
    expect(log.since(URI, 3)).toBeUndefined();
  });

  it('forgets what is long past, and what was closed', () => {
    const { log, document } = opened('');
    for (let version = 2; version < 203; version++)
      log.configuration.update(document, [{ range: at(0, 0, 0), text: 'x' }], version);
    expect(log.since(URI, 1)).toBeUndefined();
    expect(log.since(URI, 150)).toHaveLength(52);
    log.forget(URI);
    expect(log.since(URI, 150)).toBeUndefined();
  });
});
