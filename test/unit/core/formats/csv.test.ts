import { describe, expect, it } from 'vitest';
import { guarded, unguarded } from '../../../../server/src/core/formats/csv/table.ts';
import { cellValue, valueCell } from '../../../../server/src/core/formats/csv/values.ts';
import { csv } from '../../../../server/src/core/formats/csv.ts';
import { writeDataset } from '../../../property/core/formats/roundTrip.ts';
import { readText } from '../../../support/readText.ts';

const OWN =
  'kind,path,annotator,language,id,start,end,label,text,entity,from,to,value,note,attributes,parts\n';

describe('reading tables', () => {
  it('reads other people’s columns by their usual names, rows of an article wherever they are', async () => {
    const table =
      'Doc_ID;Begin;Stop;Category;Mention;Sure\r\na;0;3;PER;Ani;yes\r\nb;0;2;ORG;PT;\r\na;7;14;GPE;"Bandung";\r\n';
    const read = await readText(csv, table);
    expect(read.names).toEqual(['a', 'b']);
    const spans = read.articles.flatMap((a) =>
      a.spans.map((s) => [s.label, s.line, s.parts[0], [...s.attributes]]),
    );
    expect(spans).toEqual([
      ['PER', 2, { start: 0, end: 3, quote: 'Ani' }, [['Sure', 'yes']]],
      ['GPE', 4, { start: 7, end: 14, quote: 'Bandung' }, []],
      ['ORG', 3, { start: 0, end: 2, quote: 'PT' }, []],
    ]);
    expect(read.problems).toEqual([]);
  });

  it('takes a text for the words of the span where it is as long, else for the article', async () => {
    const whole = await readText(
      csv,
      'start,end,label,text\n0,3,PER,Ani di Bandung\n7,14,GPE,Ani di Bandung\n',
    );
    expect([whole.articles.length, whole.spans]).toEqual([1, ['PER Ani', 'GPE Bandung']]);
    const words = await readText(csv, 'start,end,label,text\n0,1,X,😀\n');
    expect(words.articles[0]?.text).toBeUndefined();
    expect(words.articles[0]?.spans[0]?.parts[0]?.quote).toBe('😀');
  });

  it('reads the columns that a person names, by name or number', async () => {
    const named = await readText(csv, 'von,bis,art,wort\n0,3,PER,Ani\n', {
      columns: 'start=von, end=bis,label=ART,quote=wort',
    });
    const numbered = await readText(csv, '0\t3\tPER\tAni\n', { columns: 'start=1,end=2,label=3,quote=4' });
    for (const read of [named, numbered])
      expect(read.articles[0]?.spans[0]).toMatchObject({ label: 'PER', parts: [{ quote: 'Ani' }] });
    expect((await readText(csv, 'a,b\n1,2\n', { columns: 'start=c' })).problems).toEqual([
      'error csv/head:1',
    ]);
    expect(csv.options.find((o) => o.name === 'columns')?.problem?.('begin=x')?.args[0]).toBe('begin');
    expect(csv.options.find((o) => o.name === 'columns')?.problem?.('start=x,label=2')).toBeUndefined();
  });

  it('reads UTF-16 with its mark, classes of texts, and quoted line ends at their lines', async () => {
    const utf16 = new Uint8Array(Buffer.from('\ufefftext,label\r\nSatu,news\r\nDua,"a#b"\r\n', 'utf16le'));
    expect((await readText(csv, utf16)).labels).toEqual(['news=true', 'a=true', 'b=true']);
    const read = await readText(csv, 'text,label\n"two\nlines",a\n,b\nlast,c');
    expect([read.labels, read.problems]).toEqual([['a=true', 'c=true'], ['warning record/no-text:4']]);
  });

  it('tells of cells that shifted, quotation marks without partner and columns that say nothing', async () => {
    const shifted = await readText(csv, 'start,end,label\n0,3,PER\n0,3,PER, Ani\n\n0,3\n');
    expect(shifted.problems).toEqual(['error csv/cells:3', 'error csv/cells:5']);
    expect((await readText(csv, 'start,end,label\n0,3,"PER\n0,3,ORG\n')).problems).toEqual([
      'error csv/quotes:2',
    ]);
    expect((await readText(csv, 'a,b,c\n1,2,3\n')).problems).toEqual(['error csv/head:1']);
    expect(await readText(csv, '')).toMatchObject({ articles: [], problems: [] });
  });

  it('tells of bad rows of its own tables, and still reads the others', async () => {
    const rows = [
      'article,a.txt,,id,,,,,Ani di Bandung,,,,,,,',
      'span,a.txt,,,s1,0,3,PER,Ani,,,,,,,',
      'span,a.txt,,,s2,x,3,PER,,,,,,,,',
      'span,a.txt,,,s3,0,3,,,,,,,,,',
      'span,a.txt,,,s1,7,14,GPE,Bandung,Q10389,,,,Sure?,not json,',
      'relation,a.txt,,,r1,,,in,,,s1,zz,,,,',
      'label,a.txt,,,d1,,,topic,,,,,"[""a"",""b""]",,,',
      'label,a.txt,,,d2,,,,,,,,x,,,',
      'row,a.txt,,,,,,,,,,,,,,',
    ];
    const read = await readText(csv, `${OWN}${rows.join('\n')}\n`);
    expect(read.spans).toEqual(['PER Ani', 'GPE Bandung →Q10389 #Sure?']);
    expect(read.labels).toEqual(['topic=["a","b"]']);
    expect(read.problems).toEqual([
      'warning record/offsets:4',
      'warning record/label:5',
      'warning record/duplicate-id:6',
      'warning csv/attributes:6',
      'warning record/label:9',
      'warning csv/kind:10',
      'warning record/relation:7',
    ]);
  });

  it('reads more rows than are parsed at once, each at its line', async () => {
    const rows = Array.from({ length: 4100 }, (_, i) => `${i},${i + 1},L${i},"a\nb"\n`);
    const read = await readText(csv, `start,end,label,note\n${rows.join('')}`);
    const spans = read.articles[0]?.spans ?? [];
    expect(spans).toHaveLength(4100);
    expect(spans.map((s) => s.line)).toEqual(spans.map((_, i) => 2 + 2 * i));
  });
});

describe('cells', () => {
  it.each(['=1+1', "'", '', "'=x", '-', 'plain', '@x', '\tx'])('guards %j reversibly', (text) => {
    expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/);
    expect(unguarded(guarded(text))).toBe(text);
  });

  it.each([
    ['true'],
    [true],
    [1],
    ['1'],
    ['"x"'],
    [['a', 'b']],
    ['["a"]'],
    [''],
    ['a b'],
    [-2.5],
    ['null'],
    ['[1]'],
  ])('keeps the value %j what it is', (value) => expect(cellValue(valueCell(value))).toEqual(value));
});

describe('writing tables', () => {
  it('gives a row to the article and one to each of its annotations', () => {
    const article = {
      path: 'a.txt',
      text: '😀 Ani, "di" Bandung',
      language: 'id',
      annotator: 'ani',
      spans: [
        { id: 's0', label: 'PER', start: 3, end: 6, attributes: new Map([['sure', true]]), note: '=SUM(A1)' },
      ],
      relations: [{ id: 'r0', label: 'in', from: 's0', to: 's0', attributes: new Map() }],
      documentLabels: [{ id: 'd0', label: 'topic', value: 'true' }],
    };
    const file = writeDataset(csv, [article]).files.get('data.csv');
    expect(new TextDecoder().decode(file)).toBe(
      [
        OWN.trimEnd(),
        'article,a.txt,ani,id,,,,,"😀 Ani, ""di"" Bandung",,,,,,,',
        `span,a.txt,ani,,s0,2,5,PER,Ani,,,,,'=SUM(A1),"{""sure"":true}",`,
        'relation,a.txt,ani,,r0,,,in,,,s0,s0,,,,',
        'label,a.txt,ani,,d0,,,topic,,,,,"""true""",,,',
        '',
      ].join('\n'),
    );
  });
});
