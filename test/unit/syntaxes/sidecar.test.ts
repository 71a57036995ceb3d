import { describe, expect, it } from 'vitest';
import { scopedPieces } from './tokenize.ts';

const pieces = (text: string, scope: string) => scopedPieces('source.pressmark-sidecar', text, scope);
const line =
  '{"id":"00000008-rc7gun","start":8,"end":17,"label":"GPE","text":"a \\"b\\" c","before":"x ","after":"","rev":"4341f8adcf36"},';

describe('sidecar', () => {
  it('sets off what is said from where it stands', async () => {
    const text = `{\n"pressmark":1,\n"annotations":[\n${line}\nnull\n]}\n`;
    expect(await pieces(text, 'keyword.other.label')).toEqual(['"GPE"']);
    expect(await pieces(text, 'markup.bold.text')).toEqual(['"a \\"b\\" c"']);
    expect(await pieces(text, 'comment.line.context')).toEqual([
      '"00000008-rc7gun"',
      '"x "',
      '""',
      '"4341f8adcf36"',
    ]);
    expect(await pieces(text, 'constant')).toEqual(['1', '8', '17', 'null']);
    expect(await pieces(text, 'invalid')).toEqual([]);
  });

  it('marks the lines that git leaves in a conflict, and reads on', async () => {
    const text = `{\n"annotations":[\n<<<<<<< HEAD\n${line}\n=======\n>>>>>>> other\n${line}\nnull\n]}`;
    expect(await pieces(text, 'invalid')).toEqual(['<<<<<<< HEAD', '=======', '>>>>>>> other']);
    expect(await pieces(text, 'keyword.other.label')).toEqual(['"GPE"', '"GPE"']);
  });
});
