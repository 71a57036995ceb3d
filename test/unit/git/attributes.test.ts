import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SIDECAR_ATTRIBUTES, withAttributes, withoutAttributes } from '../../../server/src/git/attributes.ts';
import { mergeDriver, textConverter } from '../../../server/src/git/install.ts';

describe('the attributes of sidecars', () => {
  it.each(['', '*.txt text\n', '*.txt text', 'a\r\nb\r\n', 'a\r\nb', '\n', '# pressmark: begin\nnothing\n'])(
    'are put in once, and taken out without a trace: %j',
    (text) => {
      const installed = withAttributes(text);
      expect(installed.split(SIDECAR_ATTRIBUTES)).toHaveLength(2);
      expect(withAttributes(installed)).toBe(installed);
      expect(withoutAttributes(installed)).toBe(text);
      expect(/[^\r]\n/.test(installed)).toBe(!text.includes('\r'));
    },
  );

  it('leave what was written behind them', () => {
    expect(withoutAttributes(`${withAttributes('a\n')}b\n`)).toBe('a\nb\n');
    expect(withoutAttributes(`${withAttributes('a')}\nb`)).toBe('a\nb');
    expect(withoutAttributes('a\n')).toBe('a\n');
  });
});

describe('the drivers’ commands', () => {
  const program = { runtime: '/bin/echo', script: '/tmp/it\'s $HOME `x` "q" %O.js' };
  const shell = (command: string, ...args: string[]) =>
    spawnSync('sh', ['-c', command, 'sh', ...args], { encoding: 'utf8' }).stdout;
  const words = (command: string, file: string) => shell(`${command} "$@"`, file);

  it('hand hostile paths to the shell as they are', () => {
    const there = { ...program, script: '/bin/sh' };
    expect(shell(mergeDriver(there))).toMatch(/-- %O %A %B$/m);
    expect(words(textConverter(there), '-a file')).toBe('/bin/sh textconv -- -a file\n');
    expect(mergeDriver(program)).toContain("'/tmp/it'\\''s $HOME `x` \"q\" %%O.js' merge --driver");
  });

  it('do without a program that has gone', () => {
    const text = readFileSync(import.meta.filename, 'utf8');
    expect(words(textConverter(program), import.meta.filename)).toBe(text);
    expect(mergeDriver(program)).toContain('else git merge-file');
  });

  it('have slashes on Windows', () => {
    const { script } = { script: 'C:\\Program Files\\pressmark\\cli.js' };
    expect(mergeDriver({ runtime: 'C:\\node.exe', script })).toContain("'C:/Program Files/pressmark/cli.js'");
  });
});
