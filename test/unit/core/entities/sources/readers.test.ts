import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../../../server/src/core/entities/sources/readers.ts';
import { collected, short } from './collected.ts';

const shorts = (result: ReturnType<typeof collected>) => result.entities.map(short);

describe('a table', () => {
  it('takes the first name of the first language for the canonical one, where a table has no other', () => {
    const { entities, problems } = collected(
      'csv',
      'id,type,name:id,name:en\nx,ORG,Zet|Zett,Zed\ny,ORG,,Yes',
    );
    expect(entities.map(short)).toEqual(['x ORG Zet: id=Zet|Zett en=Zed', 'y ORG Yes: en=Yes']);
    expect(problems).toEqual([]);
  });

  it('has its columns in any order and by many names', () => {
    const result = collected(
      'csv',
      'Type,QID,Title,Aliases,lang,desc,website\nperson,Q1,Ana Wijaya,Bu Ana|Ana W.,id,Seorang hakim,https://example.org/ana\n',
    );
    expect(shorts(result)).toEqual(['Q1 PER Ana Wijaya: id=Ana Wijaya|Bu Ana|Ana W.']);
    expect(result.entities[0]?.url).toBe('https://example.org/ana');
    expect(result.entities[0]?.description.get('id')).toBe('Seorang hakim');
    expect(result.problems).toEqual([]);
  });

  it('joins rows of one id, and reads columns of one language', () => {
    const result = collected(
      'csv',
      'id;type;name;language;name:vi;description_en\nx:1;GPE;Rusia;id;Nga;A country\nx:1;GPE;Federasi Rusia;id;;\n',
    );
    expect(shorts(result)).toEqual(['x:1 GPE Rusia: id=Rusia|Federasi Rusia vi=Nga']);
    expect(result.entities[0]?.description.get('en')).toBe('A country');
  });

  it('takes tabs and line ends in quoted cells for blanks', () => {
    const result = collected(
      'csv',
      'id\ttype\tname\tdescription\nx:1\tORG\t"Bank\tof\nSomewhere"\t"Says ""hello"""\nx:2\tORG\tNorth 5" Gun Club\t\n',
    );
    expect(shorts(result)).toEqual([
      'x:1 ORG Bank of Somewhere: und=Bank of Somewhere',
      'x:2 ORG North 5" Gun Club: und=North 5" Gun Club',
    ]);
    expect(result.entities[0]?.description.get('und')).toBe('Says "hello"');
    expect(result.entities[1]?.source).toMatchObject({ line: 3 });
  });

  it('goes on behind a quotation mark without a partner', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `x:${i},ORG,Company number ${i}`);
    rows[3] = 'x:3,ORG,"Company number 3';
    const result = collected('csv', `id,type,name\n${rows.join('\n')}`);
    expect(result.entities).toHaveLength(40);
    expect(result.entities[3]?.name).toBe('"Company number 3');
    expect(result.problems).toEqual([[4, 'entities/quotation-mark']]);
  });

  it('says which column is missing, and of rows what is wrong', () => {
    expect(collected('csv', 'id,name\nx,Ana\n').problems).toEqual([[0, 'entities/columns']]);
    const result = collected(
      'csv',
      'id,type,name,description,url\nx:1,ORG,A\nx:2,ORG,Good Name,<b>bold</b>,javascript:alert(1)\n,ORG,No Id\nx:4,ORG,Four,a,https://x.example,extra\nx:5,ORG,Fi\u0000ve\n',
    );
    expect(result.problems).toEqual([
      [1, 'entities/short-name'],
      [2, 'entities/description'],
      [2, 'entities/url'],
      [3, 'entities/missing-key'],
      [4, 'entities/row'],
      [5, 'entities/bad-name'],
    ]);
    expect(shorts(result)).toEqual(['x:1 ORG A: ', 'x:2 ORG Good Name: und=Good Name']);
  });

  it('says of whom no row tells a name, and that a letter was lost', () => {
    const result = collected(
      'csv',
      'id,type,name,language,description\nx:1,ORG\nx:2,ORG,,en,A company\nx:2,ORG,Second Company,en\nx:3,ORG,,en,A third\nx:4,ORG,Jos\ufffd and Sons,en\n',
    );
    expect(shorts(result)).toEqual([
      'x:2 ORG Second Company: en=Second Company',
      'x:4 ORG Jos\ufffd and Sons: ',
    ]);
    expect(result.problems).toEqual([
      [1, 'entities/missing-key'],
      [4, 'entities/missing-key'],
      [5, 'entities/bad-name'],
    ]);
    const others = collected('csv', 'id,type,name,language\nx:1,ORG,Satu Dua,id\n', {
      languages: new Set(['vi']),
    });
    expect(others.problems).toEqual([]);
  });

  it('tells of columns that it does not know in one message, however many they are', () => {
    const more = Array.from({ length: 1000 }, (_, i) => `c${i}`).join(',');
    const result = collected('csv', `id,type,name,${more}\nx:1,ORG,First Company\nx:2,ORG,B\n`);
    expect(result.problems).toEqual([
      [0, 'entities/unknown-column'],
      [2, 'entities/short-name'],
    ]);
  });

  it('takes ten thousand names of one entity, and says so once', () => {
    const rows = Array.from({ length: 12_000 }, (_, i) => `x:1,ORG,Name Number ${i}`);
    const result = collected('csv', `id,type,name\n${rows.join('\n')}`);
    expect(result.entities[0]?.names.get('und')).toHaveLength(10_000);
    expect(result.problems).toEqual([[10_001, 'entities/too-many-names']]);
  });

  it('takes what Wikidata answers', () => {
    const text = 'item,itemLabel,type\nhttp://www.wikidata.org/entity/Q76,Barack Obama,human\n';
    expect(shorts(collected('csv', text))).toEqual(['Q76 PER Barack Obama: und=Barack Obama']);
    expect(
      shorts(collected('csv', text.replaceAll(/,(?:type|human)/g, ''), { typeMap: new Map([['*', 'PER']]) })),
    ).toEqual(['Q76 PER Barack Obama: und=Barack Obama']);
  });
});

describe('ParaNames', () => {
  const header = 'wikidata_id\teng\tlabel\tlanguage\ttype\n';

  it('is read with and without its order of columns', () => {
    const rows =
      'Q159\tRussia\tRusia\tid\tLOC\nQ159\tRussia\tNga hoặc\tvi\tLOC\nQ76\tBarack Obama\t奥巴马\tzh-hans\tPER\n';
    expect(shorts(collected('paranames', header + rows, { typeMap: new Map([['LOC', 'GPE']]) }))).toEqual([
      'Q159 GPE Russia: id=Rusia vi=Nga hoặc',
      'Q76 PER Barack Obama: zh=奥巴马',
    ]);
    const other = 'type\tlanguage\tname\twikidata_id\talias\nPER\tid\tBarack Obama\tQ76\tObama Barack\n';
    expect(shorts(collected('paranames', other))).toEqual(['Q76 PER Barack Obama: id=Obama Barack']);
  });

  it('passes over what was not asked for, and says so', () => {
    const rows =
      'Q1\tOne\tSatu dua\tid\tLOC\nQ1\tOne\tMột hai\tvi\tLOC\nQ1\tOne\tSatu dua\tid\tORG\nQ2\tx\tEinige\tde\tPER\n';
    const result = collected('paranames', header + rows, {
      languages: new Set(['id']),
      types: new Set(['LOC', 'ORG']),
    });
    expect(shorts(result)).toEqual(['Q1 LOC One: id=Satu dua']);
    expect(result.passed).toEqual(['2 language vi', '3 second-type Q1 ORG', '4 type PER']);
  });

  it('tells of rows that lack cells, and of a file that is none', () => {
    expect(collected('paranames', `${header}Q1\tOne\nnonsense\n`).problems).toEqual([
      [1, 'entities/row'],
      [2, 'entities/row'],
    ]);
    expect(collected('paranames', 'a\tb\n').problems).toEqual([[0, 'entities/columns']]);
  });
});

describe('JRC-Names', () => {
  it('is read with its pluses and its types', () => {
    const result = collected(
      'jrc',
      '# made up\n1\tP\tu\tAna+Wijaya\n1\tP\tru\tАна+Виджая\n2\tO\tid\tKantor+Berita\n3\tU\tu\tWho+Knows\n0\tP\tu\tRead+More\nbroken\n',
    );
    expect(shorts(result)).toEqual([
      'jrc:1 PER Ana Wijaya: und=Ana Wijaya ru=Ана Виджая',
      'jrc:2 ORG Kantor Berita: id=Kantor Berita',
    ]);
    expect(result.passed).toEqual(['4 type U', '5 kind 0 P u Read+More']);
    expect(result.problems).toEqual([[6, 'entities/row']]);
  });
});

describe('the form of a source', () => {
  it.each([
    ['x.csv', 'id,type,name\n', 'csv'],
    ['x', 'id\ttype\tname\tlanguage\n', 'csv'],
    ['x.tsv', 'wikidata_id\teng\tlabel\tlanguage\ttype\n', 'paranames'],
    ['entities', '1000595\tP\tu\tAna+Wijaya\n', 'jrc'],
    ['latest-all.json', '[\n{"type":"item","id":"Q1"},\n', 'wikidata'],
    ['x.jsonl', '{"type":"item","id":"Q1","labels":{}}\n', 'wikidata'],
    ['x.jsonl', '# ours\n{"id":"Q1","type":"PER","name":"Ana"}\n', 'jsonl'],
    ['x.txt', 'An article.\n', undefined],
  ])('%s %j is %s', (name, head, format) => {
    expect(detectFormat(name, head)).toBe(format);
  });
});
