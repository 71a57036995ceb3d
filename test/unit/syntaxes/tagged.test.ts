import { describe, expect, it } from 'vitest';
import { scopedPieces } from './tokenize.ts';

const pieces = (text: string, scope: string) => scopedPieces('text.pressmark-tagged', text, scope);

describe('tagged text', () => {
  it('sets the words of a tag apart from its label', async () => {
    const text = 'Judul\n\n[Taliban](ORG) tiba di [Kabul](GPE).';
    expect(await pieces(text, 'markup.bold.span')).toEqual(['Taliban', 'Kabul']);
    expect(await pieces(text, 'entity.name.tag')).toEqual(['ORG', 'GPE']);
  });

  it('knows entity, attributes and note', async () => {
    const text = '[Taliban](ORG Q42418 sure=yes level=2 "note with ) and \\" in it") tiba (di kota).';
    expect(await pieces(text, 'entity.name.tag')).toEqual(['ORG']);
    expect(await pieces(text, 'constant.other.entity')).toEqual(['Q42418']);
    expect(await pieces(text, 'entity.other.attribute-name')).toEqual(['sure', 'level']);
    expect(await pieces(text, 'string.unquoted')).toEqual(['yes']);
    expect(await pieces(text, 'constant.language')).toEqual(['2']);
    expect(await pieces(text, 'string.quoted')).toEqual(['"note with ) and \\" in it"']);
  });

  it('knows tags in tags, and tags over the end of a line', async () => {
    const text = '[Bank [Indonesia](GPE)](ORG) dan [dua\nbaris](X).';
    expect(await pieces(text, 'entity.name.tag')).toEqual(['GPE', 'ORG', 'X']);
    expect(await pieces(text, 'invalid')).toEqual([]);
  });

  it('takes escaped brackets for brackets of the text, and shows those that are left alone', async () => {
    expect(await pieces('Kata \\[sic\\] di [sini](X).', 'constant.character.escape')).toEqual(['\\[', '\\]']);
    expect(await pieces('Kata \\[sic\\] di [sini](X).', 'invalid')).toEqual([]);
    expect(await pieces('Kata ] di sini.', 'invalid')).toEqual([']']);
    expect(await pieces('Kata [sic] di sini.', 'invalid')).toEqual([']']);
  });

  it('knows the tags of YEDDA', async () => {
    const text = 'Saya [@Anna Kern#Person*] dan [@Hanoi#Location*].';
    expect(await pieces(text, 'markup.bold.span')).toEqual(['Anna Kern', 'Hanoi']);
    expect(await pieces(text, 'entity.name.tag')).toEqual(['Person', 'Location']);
  });

  it('takes a tag of words that begin with @ for one', async () => {
    expect(await pieces('Kata [@anna](PER) di sini.', 'entity.name.tag')).toEqual(['PER']);
  });
});
