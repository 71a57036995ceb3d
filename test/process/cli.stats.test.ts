import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import * as contracts from '../../server/src/cli/contracts.ts';
import { buildCommandLine, Corpus } from './commandLine.ts';

beforeAll(buildCommandLine);

const TEXT =
  'Warga 😀 BaruAnda datang ke pasar . Mereka membawa beras , gula , dan garam untuk dijual di sana.\n';
const OTHER = 'Menteri bertemu para utusan di ibu kota dan pulang pada malam hari.\n';

const sidecar = (...rows: string[]) =>
  `{\n"pressmark":1,\n"annotations":[\n${rows.map((row) => `${row},\n`).join('')}null\n]}\n`;

function review(
  id: string,
  verdict: string,
  start: number,
  text: string,
  before: string,
  after: string,
): string {
  return `{"id":"${id}","rule":"spacing/punct","start":${start},"end":${start + text.length},"text":"${text}","before":"${before}","after":"${after}","rev":"000000000000","verdict":"${verdict}"}`;
}

const FILES = {
  'pressmark.json': '{ "annotators": ["ana", "budi"] }',
  'a.txt': TEXT,
  'b.txt': OTHER,
  'c.txt': '',
  'a.txt.ana.ann.json': sidecar(
    '{"id":"00000000-aaaaaa","start":0,"end":5,"label":"PER","text":"Warga","before":"","after":" 😀 BaruAnda","rev":"000000000000"}',
    '{"id":"00000001-aaaaaa","rule":"fused/case","verdict":"dismissed"}',
    review('00000031-aaaaaa', 'confirmed', 31, ' .', 'datang ke pasar', ' Mereka membawa'),
    review('00000052-aaaaaa', 'dismissed', 52, ' ,', 'membawa beras', ' gula'),
    review('00000090-aaaaaa', 'confirmed', 90, ' ;', 'nothing', 'of this is here'),
  ),
  'a.txt.budi.ann.json': sidecar(
    review('00000052-bbbbbb', 'confirmed', 52, ' ,', 'membawa beras', ' gula'),
    review('00000090-bbbbbb', 'confirmed', 90, ' ;', 'nothing', 'of this is here'),
    review('00000095-bbbbbb', 'dismissed', 95, ' !', 'nothing', 'of this is here'),
  ),
};

describe('pressmark stats', () => {
  it('counts what is there, and how right each rule is by what people said', async () => {
    const corpus = new Corpus(FILES);
    const { code, out, err } = await corpus.run(['stats', '--format', 'json']);
    const output = v.parse(contracts.StatsOutput, JSON.parse(out));
    expect(output).toMatchObject({
      articles: 3,
      unreadable: 0,
      annotated: 1,
      characters: {
        total: [...TEXT].length + [...OTHER].length,
        least: 0,
        median: 68,
        most: [...TEXT].length,
      },
      words: 27,
      languages: [
        { language: 'id', articles: 2 },
        { language: 'und', articles: 1 },
      ],
      labels: [{ label: 'PER', annotations: 1, articles: 1 }],
    });
    const [fused, punct] = output.rules;
    expect(fused).toMatchObject({
      rule: 'fused/case',
      findings: 1,
      dismissed: 1,
      precision: { value: 0, n: 1 },
    });
    expect(punct).toMatchObject({
      rule: 'spacing/punct',
      findings: 3,
      open: 1,
      confirmed: 1,
      dismissed: 0,
      disputed: 1,
      // Both confirmed the same words, which are gone: that is one case.
      past: { confirmed: 1, dismissed: 1 },
      precision: { n: 3 },
    });
    expect(punct?.precision?.value).toBeCloseTo(2 / 3);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('takes the word of the gold layer, also on words that are gone', async () => {
    const corpus = new Corpus({
      ...FILES,
      'a.txt.gold.ann.json': sidecar(
        review('00000052-gggggg', 'dismissed', 52, ' ,', 'membawa beras', ' gula'),
        review('00000090-gggggg', 'dismissed', 90, ' ;', 'nothing', 'of this is here'),
      ),
    });
    const { out } = await corpus.run(['stats', '--format', 'json']);
    expect(v.parse(contracts.StatsOutput, JSON.parse(out)).rules[1]).toMatchObject({
      rule: 'spacing/punct',
      confirmed: 1,
      dismissed: 1,
      disputed: 0,
      past: { confirmed: 0, dismissed: 2 },
    });
  });

  it('writes tables for people and for spreadsheets', async () => {
    const corpus = new Corpus(FILES);
    const { out } = await corpus.run(['stats']);
    expect(out).toMatch(/^3 articles, 1 with annotations\n/);
    expect(out).toContain('Languages: id 2, und 1');
    expect(out).toMatch(/\nspacing\/punct +3 +1 +1 \+ 1 +0 \+ 1 +1 +67 % \(21–94 %\), n = 3\n/);
    const rules = (await corpus.run(['stats', '--format', 'csv'])).out.split('\n');
    expect(rules[0]).toBe(
      'rule,findings,open,confirmed,dismissed,disputed,past_confirmed,past_dismissed,precision,low,high,n',
    );
    expect(rules[2]).toMatch(/^spacing\/punct,3,1,1,0,1,1,1,0\.66\d+,0\.2\d+,0\.9\d+,3$/);
    const labels = await corpus.run(['stats', '--format', 'csv', '--table', 'labels']);
    expect(labels.out).toBe('label,annotations,articles\nPER,1,1\n');
    const languages = await corpus.run(['stats', '--format', 'csv', '--table', 'languages']);
    expect(languages.out).toBe('language,articles\nid,2\nund,1\n');
  });

  it('counts how often known entities are named, and how often they are tagged', async () => {
    const corpus = new Corpus({
      'a.txt': 'Presiden Rusia tiba di ibu kota pada hari Senin. Delegasi Rusia menginap dua malam.\n',
      'b.txt': 'Para menteri Rusia dan Norwegia bertemu di sebuah hotel pada malam hari.\n',
      'a.txt.ann.json': sidecar(
        '{"id":"00000009-aaaaaa","start":9,"end":14,"label":"GPE","text":"Rusia","before":"Presiden ","after":" tiba","rev":"000000000000","entity":"Q159"}',
        '{"id":"00000049-aaaaaa","start":49,"end":57,"label":"ORG","text":"Delegasi","before":"Senin. ","after":" Rusia","rev":"000000000000","entity":"local:7"}',
      ),
    });
    const { entities } = v.parse(
      contracts.StatsOutput,
      JSON.parse((await corpus.run(['stats', '--format', 'json'])).out),
    );
    expect(entities).toEqual([
      { entity: 'Q159', name: 'Russia', type: 'GPE', mentions: 3, tagged: 1, articles: 2 },
      { entity: 'Q20', name: 'Norway', type: 'GPE', mentions: 1, tagged: 0, articles: 1 },
      { entity: 'local:7', name: 'local:7', type: '', mentions: 0, tagged: 1, articles: 1 },
    ]);
    const table = await corpus.run(['stats', '--format', 'csv', '--table', 'entities']);
    expect(table.out.split('\n')[1]).toBe('Q159,Russia,GPE,3,1,2');
    expect((await corpus.run(['stats'])).out).toContain('\nEntities: Russia 3, Norway 1, local:7 0\n');
    const page = (await corpus.run(['stats', '--format', 'html'])).out;
    expect(page).toContain('<td>Q159</td><td>Russia</td>');
    expect(page.match(/<svg /g)).toHaveLength(5);
  });

  it('has nothing to say of an empty folder, and says so', async () => {
    const { code, out } = await new Corpus().run(['stats']);
    expect(out).toMatch(/^0 articles/);
    expect(code).toBe(0);
  });
});
