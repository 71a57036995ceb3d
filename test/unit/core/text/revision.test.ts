import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { revisionOf } from '../../../../server/src/core/text/revision.ts';
import { utf8Bytes, utf8Length } from '../../../../server/src/core/text/utf8.ts';

describe('revisionOf', () => {
  it('is the start of the id that git gives the file', ({ skip }) => {
    if (spawnSync('git', ['--version']).status !== 0) skip('there is no git here');
    for (const text of ['', 'satu\ndua\n', 'Tiếng Việt 😀\n', 'x'.repeat(70_000)]) {
      const id = spawnSync('git', ['hash-object', '--stdin', '--no-filters'], {
        input: text,
        encoding: 'utf8',
      }).stdout;
      expect(revisionOf(text)).toBe(id.slice(0, 12));
    }
  });

  it('is the same for every line end and with a BOM', () => {
    expect(revisionOf('\ufeffa\r\nb\r')).toBe(revisionOf('a\nb\n'));
  });
});

describe('utf8Bytes', () => {
  it('encodes as the platform does, lone surrogates included', () => {
    for (const text of ['', 'aé€😀', '\ud800', 'x\udc00y', '\ud83d\ud83d\ude00', '\ufeff\0']) {
      expect([...utf8Bytes(text)]).toEqual([...new TextEncoder().encode(text)]);
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    }
  });
});
