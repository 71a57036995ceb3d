import { describe, expect, it } from 'vitest';
import type { DatasetArticle, DatasetSpan } from '../../../../../server/src/core/formats/dataset.ts';
import { webannoTsv } from '../../../../../server/src/core/formats/webannoTsv.ts';
import { parseXml } from '../../../../../server/src/core/formats/xml/parseXml.ts';
import { writeDataset } from '../../../../property/core/formats/roundTrip.ts';

const NE = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';

function articleOf(text: string, more: Partial<DatasetArticle> = {}): DatasetArticle {
  return { path: 'a.txt', text, language: 'id', spans: [], relations: [], documentLabels: [], ...more };
}

function span(text: string, words: string, label: string, more: Partial<DatasetSpan> = {}): DatasetSpan {
  const start = text.indexOf(words);
  return { id: words, label, start, end: start + words.length, attributes: new Map(), ...more };
}

/** The lines of the only file, comments left out. */
function linesOf(article: DatasetArticle, options: Record<string, string> = {}): string[] {
  const { files, losses } = writeDataset(webannoTsv, [article], { options });
  expect(losses).toEqual([]);
  const file = Buffer.from(files.get('data/a.tsv') ?? []).toString();
  expect(file.endsWith('\n') && !file.endsWith('\n\n')).toBe(true);
  return file
    .slice(0, -1)
    .split('\n')
    .filter((l) => !l.startsWith('#pressmark.'));
}

describe('writing WebAnno TSV', () => {
  it('writes a plain article as INCEpTION would', () => {
    const text = 'Bank Dunia rapat.\nDi Bali.';
    const article = articleOf(text, {
      spans: [span(text, 'Bank Dunia', 'ORG', { entity: 'Q7164' }), span(text, 'Bali', 'GPE')],
    });
    expect(linesOf(article)).toEqual([
      '#FORMAT=WebAnno TSV 3.3',
      `#T_SP=${NE}|identifier|value`,
      '',
      '',
      '#Text=Bank Dunia rapat.',
      '1-1\t0-4\tBank\tQ7164[1]\tORG[1]\t',
      '1-2\t5-10\tDunia\tQ7164[1]\tORG[1]\t',
      '1-3\t11-16\trapat\t_\t_\t',
      '1-4\t16-17\t.\t_\t_\t',
      '',
      '#Text=Di Bali.',
      '2-1\t18-20\tDi\t_\t_\t',
      '2-2\t21-25\tBali\t*\tGPE\t',
      '2-3\t25-26\t.\t_\t_\t',
    ]);
  });

  it('writes parts of tokens, stacked spans, attributes and relations, in both of INCEpTION’s layers', () => {
    const text = 'Kabarnya';
    const kabar = span(text, 'Kabar', 'A', { attributes: new Map([['sure', false]]) });
    const nya = span(text, 'nya', 'B', { note: 'one|two' });
    const again = { ...nya, id: 'again', label: 'C' };
    const relation = { id: 'r', label: 'of', from: 'nya', to: 'Kabar', attributes: new Map() };
    const article = articleOf(text, { spans: [kabar, nya, again], relations: [relation] });
    expect(linesOf(article).slice(1)).toEqual([
      `#T_SP=${NE}|note|sure|value`,
      `#T_RL=webanno.custom.Relation|value|BT_${NE}`,
      '',
      '',
      '#Text=Kabarnya',
      '1-1\t0-8\tKabarnya\t_\t_\t_\t_\t_\t',
      '1-1.1\t0-5\tKabar\t*[1]\tfalse[1]\tA[1]\tof\t1-1.2[2_1]\t',
      '1-1.2\t5-8\tnya\tone\\|two[2]|one\\|two[3]\t*[2]|*[3]\tB[2]|C[3]\t_\t_\t',
    ]);
    expect(linesOf(article, { layers: 'basic' }).slice(1, 3)).toEqual([
      '#T_SP=custom.Span|label|note|sure',
      '#T_RL=custom.Relation|label|BT_custom.Span',
    ]);
  });

  it('keeps what stands between sentences, before the first word and behind the last', () => {
    expect(linesOf(articleOf('\n Rapat. Ya.\n\nIbu\n')).slice(3)).toEqual([
      ...['#Text=', '#Text= Rapat. ', '1-1\t0-0\t\t', '1-2\t2-7\tRapat\t', '1-3\t7-8\t.\t', ''],
      ...['#Text=Ya.', '#Text=', '2-1\t9-11\tYa\t', '2-2\t11-12\t.\t', ''],
      ...['#Text=Ibu', '#Text=', '3-1\t14-17\tIbu\t'],
    ]);
    expect(linesOf(articleOf('')).slice(3)).toEqual(['#Text=', '1-1\t0-0\t\t']);
    expect(linesOf(articleOf('\t')).slice(3)).toEqual(['#Text=\\t', '1-1\t0-0\t\t']);
  });

  it('says in a feature where a span stands that lines cannot say', () => {
    const text = 'satu dua tiga';
    const parts = [
      { start: 0, end: 4 },
      { start: 9, end: 13 },
    ];
    const lines = linesOf(
      articleOf(text, {
        spans: [
          { ...span(text, text, 'X'), parts },
          { ...span(text, ' ', 'Y'), start: 4, end: 5 },
        ],
      }),
    );
    expect(lines[1]).toBe(`#T_SP=${NE}|parts|value`);
    expect(lines.slice(5)).toEqual([
      '1-1\t0-4\tsatu\t0-4 9-13[1]\tX[1]\t',
      '1-1.1\t4-4\t\t4-5\tY\t',
      '1-2\t5-8\tdua\t0-4 9-13[1]\tX[1]\t',
      '1-3\t9-13\ttiga\t0-4 9-13[1]\tX[1]\t',
    ]);
  });

  it('writes what no layer holds as comments of the first sentence', () => {
    const text = 'Ani';
    const attributes = new Map();
    const article = articleOf(text, {
      annotator: 'gold',
      spans: [span(text, 'Ani', 'PER')],
      relations: [
        { id: 'r', label: 'self', from: 'Ani', to: 'Ani', attributes },
        { id: 'q', label: 'why', from: 'r', to: 'Ani', attributes: new Map([['k', 1]]), note: 'n' },
      ],
      documentLabels: [{ id: 'd', label: 'topic', value: ['x'] }],
    });
    const [file = new Uint8Array()] = writeDataset(webannoTsv, [article]).files.values();
    const lines = Buffer.from(file).toString().split('\n');
    expect(lines.slice(5)).toEqual([
      '#pressmark.document={"path":"a.txt","language":"id","annotator":"gold"}',
      '#pressmark.label={"label":"topic","value":["x"]}',
      '#pressmark.relation={"label":"why","from":"2","to":"1","attributes":[["k",1]],"note":"n"}',
      '#Text=Ani',
      '1-1\t0-3\tAni\tPER[1]\tself[2]\t1-1[1_1]\t',
      '',
    ]);
  });

  it('keeps all of it in layers of Pressmark’s own, which its type system declares', () => {
    const article = articleOf('Ani', {
      spans: [span('Ani', 'Ani', 'PER', { attributes: new Map([['sure', true]]) })],
    });
    const lines = linesOf(article, { layers: 'pressmark' });
    expect(lines[1]).toBe('#T_SP=webanno.custom.PressmarkSpan|attributes|value');
    expect(lines.at(-1)).toBe('1-1\t0-3\tAni\t{"sure":true}\tPER\t');
    const { files } = writeDataset(webannoTsv, [article], { options: { layers: 'pressmark' } });
    const types = Buffer.from(files.get('data/TypeSystem.xml') ?? []).toString();
    expect(parseXml(types).ok).toBe(true);
    for (const name of ['webanno.custom.PressmarkSpan', 'attributes', 'parts', 'note', 'identifier'])
      expect(types).toContain(`<name>${name}</name>`);
  });

  it('leaves out a relation whose end is not there, and says so', () => {
    const dangling = { id: 'r', label: 'x', from: 'Ani', to: 'nobody', attributes: new Map() };
    const article = articleOf('Ani', { spans: [span('Ani', 'Ani', 'PER')], relations: [dangling] });
    const { losses } = writeDataset(webannoTsv, [article]);
    expect(losses.map(({ loss }) => [loss.kind, loss.reasons.map((r) => r.code), loss.now])).toEqual([
      ['relation', ['end-dropped'], undefined],
    ]);
  });
});
