import { describe, expect, it } from 'vitest';
import { fenced, plain } from '../../../../server/src/core/datasets/card/markdown.ts';
import { datasetCard } from '../../../../server/src/core/datasets/card.ts';
import { NO_DESCRIPTION } from '../../../../server/src/core/project/description.ts';
import { datasetFacts } from '../../../support/datasetFacts.ts';

const facts = datasetFacts();
const card = datasetCard(facts);

describe('a dataset card', () => {
  it('begins with the front matter that the hub reads', () => {
    expect(card.split('---\n')[1]).toBe(
      [
        'pretty_name: "Berita *contoh*"',
        'language:',
        '- id',
        '- vi',
        'multilinguality:',
        '- multilingual',
        'license: cc-by-4.0',
        'task_categories:',
        '- token-classification',
        'task_ids:',
        '- named-entity-recognition',
        'size_categories:',
        '- "n<1K"',
        'tags:',
        '- "Indonesian news"',
        '- news',
        '- pressmark',
        'configs:',
        '- config_name: default',
        '  data_files:',
        '  - split: train',
        '    path:',
        '    - train.jsonl',
        '  - split: test',
        '    path:',
        '    - test.jsonl',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['counts of splits', '| `train` | 2 | 1,245 | 3 | 0 | 0 |'],
    ['counts of labels that were written', '| PER | 1 | 1 | 2 |'],
    ['languages by split', '| `id` | 1 | 1 |'],
    ['definitions of labels', '- **PER** (Person): People, real or invented, without their titles.'],
    ['labels that the project lacks', '- **X\\|Y**: not in the project file.'],
    ['agreement with raw agreement', '| F1 | Spans | 0.813 | 0.700–0.900 | 0.900 | 40 |'],
    ['why a figure is undefined', 'undefined: Nobody marked anything.'],
    ['how gold came to be', '| decided by a person | 2 | 25.0 % |'],
    ['the commit', 'commit `0123456789abcdef0123456789abcdef01234567`, of 2026-11-20T10:00:00Z'],
    ['shares of splits', '| articles | 3 | 2 (66.7 %) | 1 (33.3 %) |'],
    ['the leak check', '| `test` | 1 of 20 (5.0 %) | 3 | 4 of 10 (40.0 %) | 3 of 5 (60.0 %) |'],
    ['losses', '| spans | `overlap` | 0 | 1 | It overlaps “Ani\\|x”. |'],
    ['articles that nobody called done', '- 1 article is in it that nobody has called done.'],
    ['open findings', '- 5 findings of rules'],
    ['guessed places', '- 2 spans stand at a place that was guessed'],
    ['what was left out', '- Left out: 3 articles that nobody has called done.'],
    ['what the team says', '- Only morning papers.'],
    ['the licence', '## Licence\n\n`CC-BY-4.0`'],
    ['who made it', 'Ana Sari; Lab (<https://example.org/lab>)'],
    ['how to cite it', '```bibtex\n@misc{berita, title = {Berita}}\n```'],
    ['free text without mark-up', '# Berita \\*contoh\\*\n\nNews of 2026.\n\nTwo languages &lt;and\\> more.'],
  ])('tells %s', (_, text) => {
    expect(card).toContain(text);
  });

  it('calls not stated what the team has not said', () => {
    const silent = datasetCard({ ...facts, project: { ...facts.project, dataset: NO_DESCRIPTION } });
    for (const key of ['description', 'license', 'creators', 'source', 'process'])
      expect(silent).toContain(`\`dataset.${key}\` in \`pressmark.json\``);
    expect(silent).not.toContain('license:');
  });

  it('names licences that the hub does not know as others', () => {
    const licensed = (license: string) =>
      datasetCard({ ...facts, project: { ...facts.project, dataset: { ...NO_DESCRIPTION, license } } });
    expect(licensed('https://example.org/terms')).toContain(
      'license: other\nlicense_name: custom\nlicense_link: "https://example.org/terms"\n',
    );
    expect(licensed('MyOwn-1.0')).toContain(
      'license: other\nlicense_name: "myown-1.0"\n'.replaceAll('"', ''),
    );
  });

  it('lets no text of others become mark-up', () => {
    expect(plain('a|b\n# c <img src=x> `d` [e](javascript:f)')).toBe(
      'a\\|b \\# c &lt;img src=x\\> \\`d\\` \\[e\\](javascript:f)',
    );
    expect(fenced('x\n```\ny')).toBe('````\nx\n```\ny\n````');
  });

  it('is the same for the same facts', () => {
    expect(datasetCard(datasetFacts())).toBe(card);
  });
});
