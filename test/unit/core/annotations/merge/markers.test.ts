import { describe, expect, it } from 'vitest';
import { markedSides } from '../../../../../server/src/core/annotations/merge/markers.ts';

describe('the versions between conflict markers', () => {
  it('are taken apart, with or without what was before', () => {
    expect(markedSides('a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nd\n')).toEqual({
      base: 'a\nd\n',
      ours: 'a\nb\nd\n',
      theirs: 'a\nc\nd\n',
    });
    expect(markedSides('<<<<<<< o\r\nb\r\n||||||| 1\r\nx\r\n=======\r\n>>>>>>> t')).toEqual({
      base: 'x\r\n',
      ours: 'b\r\n',
      theirs: '',
    });
  });

  it('keep the markers of an inner conflict, which are longer', () => {
    const inner = '<<<<<<<<< a\nx\n=========\ny\n>>>>>>>>> b\n';
    expect(markedSides(`<<<<<<< o\n1\n||||||| base\n${inner}=======\n2\n>>>>>>> t\n`)?.base).toBe(inner);
  });

  it.each([
    'a\n',
    '<<<<<<< o\na\n=======\nb\n',
    '<<<<<<< o\na\n>>>>>>> t\n',
    '=======\n',
    '<<<<<<< o\n<<<<<<< o\n=======\n>>>>>>> t\n',
    '||||||| b\n',
  ])('are not guessed: %j', (text) => {
    expect(markedSides(text)).toBeUndefined();
  });
});
