import { describe, expect, it } from 'vitest';
import {
  type EntityFileChange,
  entityFileEdit,
} from '../../../../../server/src/core/entities/editing/entityFileEdit.ts';
import { tableStringAt } from '../../../../../server/src/core/entities/editing/tableStrings.ts';
import { finish } from '../../../../../server/src/core/steps.ts';
import { applyReplacements } from '../../../../../server/src/core/text/range.ts';

function edited(text: string, change: EntityFileChange, path = 'known.csv'): string {
  const edit = finish(entityFileEdit(path, text, change));
  return edit.ok ? applyReplacements(text, edit.edits) : edit.reason.template;
}

const TABLE =
  'id,type,name,language,aliases,mine\r\nx,ORG,"Serikat, Nelayan",id,SN|"SNT",keep "this"\r\ny,PER,Budi,id,,\r\n';
const entity = (names: Record<string, string[]>) => ({
  id: 'z',
  type: 'ORG',
  name: 'Zet',
  names: new Map(Object.entries(names)),
  description: new Map(),
});
const add = (language: string, ...names: string[]) =>
  ({ kind: 'addNames', id: 'x', language, names }) as const;
const rename = (from: string, to: string) => ({ kind: 'rename', id: 'x', from, to }) as const;
const remove = (name: string) => ({ kind: 'removeName', id: 'x', name }) as const;

describe('tables of entities', () => {
  it('get a row for a new entity', () => {
    expect(edited(TABLE, { kind: 'append', entity: entity({ id: ['Zet', 'Ze "1"', 'Zett'] }) })).toBe(
      `${TABLE}z,ORG,Zet,id,"Ze ""1""|Zett",\r\n`,
    );
    expect(
      edited(
        'id\ttype\tname\tlanguage\tname:en\nx\tORG\tA B\tid\t',
        { kind: 'append', entity: entity({ en: ['Zet', 'Zett'] }) },
        'a.tsv',
      ),
    ).toBe('id\ttype\tname\tlanguage\tname:en\nx\tORG\tA B\tid\t\nz\tORG\tZet\ten\tZet|Zett');
  });
  it('get an alias in its cell, or a row of its own', () => {
    expect(edited(TABLE, add('id', 'Serikat'))).toBe(TABLE.replace('SN|"SNT"', '"SN|""SNT""|Serikat"'));
    expect(edited(TABLE.replace('SN|"SNT"', ''), add('id', 'SNT'))).toContain(
      '"Serikat, Nelayan",id,SNT,keep',
    );
    expect(edited(TABLE, add('en', 'Fishers, Union'))).toBe(
      TABLE.replace('"this"\r\n', '"this"\r\nx,ORG,,en,"Fishers, Union",\r\n'),
    );
    expect(edited('id;type;name;name:en\nx;ORG;A B', add('en', 'Fishers'), 'a.csv')).toBe(
      'id;type;name;name:en\nx;ORG;A B;Fishers',
    );
  });
  it('get a name renamed or removed in its cell only', () => {
    expect(edited(TABLE, rename('Serikat, Nelayan', 'Serikat'))).toBe(
      TABLE.replace('"Serikat, Nelayan"', 'Serikat'),
    );
    expect(edited(TABLE, rename('SN', 'S.N.'))).toBe(TABLE.replace('SN|"SNT"', '"S.N.|""SNT"""'));
    expect(edited(TABLE, remove('SN'))).toBe(TABLE.replace('SN|"SNT"', '"""SNT"""'));
  });
  it('stay as they are where they could not say what is meant', () => {
    expect(edited(TABLE, { kind: 'append', entity: entity({ en: ['Other'] }) })).toContain(
      'cannot hold this',
    );
    expect(edited(TABLE, { kind: 'append', entity: { ...entity({ id: ['Zet'] }), id: 'x' } })).toContain(
      'is taken',
    );
    expect(edited(TABLE, add('id', 'a|b'))).toContain('cannot hold this');
    expect(edited(TABLE, { ...add('id', 'Other'), id: 'q' })).toContain('No line');
    expect(edited('id,type,name\nx,ORG,A B\n', add('en', 'Fishers'))).toContain('no place for names');
    expect(edited(TABLE, remove('Serikat, Nelayan'))).toContain('cannot hold this');
    expect(edited(TABLE, rename('Gone', 'Here'))).toContain('not in the entity file');
  });
  it('are told from files that cannot be changed', () => {
    expect(edited('[\n{"labels":{},"id":"Q1"}', rename('a', 'b'), 'dump.jsonl')).toContain(
      'cannot be changed safely',
    );
    expect(edited(TABLE, rename('a', 'b'), 'known.xlsx')).toContain('cannot be changed safely');
  });
});

describe('what stands in a table', () => {
  const at = (words: string, text = TABLE) => {
    const found = finish(tableStringAt(text, text.indexOf(words)));
    return found && [found.id, found.what, found.value, text.slice(found.start, found.end)];
  };
  it('is told by its column', () => {
    expect(at('Serikat')).toEqual(['x', 'name', 'Serikat, Nelayan', 'Serikat, Nelayan']);
    expect(at('SN|')).toEqual(['x', 'alias', 'SN', 'SN']);
    expect(at('Budi')).toEqual(['y', 'name', 'Budi', 'Budi']);
    expect(at('x,ORG')).toEqual(['x', 'id', 'x', 'x']);
    expect(at('two', 'id;type;names\nx;ORG;"one| two |three"')).toEqual(['x', 'alias', 'two', 'two']);
  });
  it('is nothing elsewhere', () => {
    expect(at('ORG')).toBeUndefined();
    expect(at('keep')).toBeUndefined();
    expect(at('name,')).toBeUndefined();
    expect(at('in it', 'id,type,name\nx,ORG,"line\nin it"\n')).toBeUndefined();
    expect(at('odd', 'id,type,name\nx,ORG,"an ""odd"" one"\n')).toBeUndefined();
  });
});
