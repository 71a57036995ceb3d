import type { CardFacts } from '../../server/src/core/datasets/card/facts.ts';
import { msg } from '../../server/src/core/message.ts';
import { DEFAULT_LABELS } from '../../server/src/core/project.ts';

/** The bytes of the files that the facts below tell of. */
export const FACT_FILES: ReadonlyMap<string, string> = new Map([
  ['train.jsonl', '{"id":"a.txt#0","tokens":["Ani","datang"]}\n{"id":"b.txt#0","tokens":["Hà","Nội"]}\n'],
  ['test.jsonl', '{"id":"c.txt#0","tokens":["Budi"]}\n'],
]);

/** Facts of a small dataset of which everything is known. `sha256`: of the bytes of a file, hexadecimal. */
export function datasetFacts(sha256: (content: string) => string = () => 'ab'.repeat(32)): CardFacts {
  const file = (path: string, split: string) => {
    const content = FACT_FILES.get(path) ?? '';
    return { kind: 'file' as const, path, bytes: Buffer.byteLength(content), sha256: sha256(content), split };
  };
  const count = (label: string, language: string, items: number, written: number) => ({
    kind: 'span' as const,
    label,
    language,
    items,
    written,
    articles: 1,
  });
  return {
    summary: {
      name: 'berita',
      format: { name: 'huggingface', title: 'Hugging Face (JSON Lines)' },
      align: 'expand',
      options: new Map([['rows', 'sentence']]),
      layer: 'gold',
      annotators: ['gold'],
      review: { choice: 'drop', items: 2 },
      split: { shares: [0.8, 0.2], seed: '7' },
      splits: [
        {
          name: 'train',
          articles: 2,
          layers: 2,
          languages: [
            { language: 'id', articles: 1, characters: 1234 },
            { language: 'vi', articles: 1, characters: 11 },
          ],
          labels: [count('GPE', 'vi', 1, 1), count('PER', 'id', 2, 1), count('X|Y', 'id', 1, 1)],
        },
        {
          name: 'test',
          articles: 1,
          layers: 1,
          languages: [{ language: 'id', articles: 1, characters: 11 }],
          labels: [count('PER', 'id', 1, 1)],
        },
      ],
      losses: {
        outcomes: [{ kind: 'span', kept: 4, changed: 0, dropped: 1 }],
        reasons: [
          {
            kind: 'span',
            reason: 'overlap',
            changed: 0,
            dropped: 1,
            example: msg('It overlaps “{0}”.', 'Ani|x'),
          },
        ],
      },
      leftOut: {
        articles: { notDone: 3, language: 0, empty: 1 },
        labels: 0,
        deleted: 1,
        findingReviews: 0,
        refusals: 0,
        comments: 0,
        unknownLines: 0,
        unknownKeys: 0,
      },
      files: [file('test.jsonl', 'test'), file('train.jsonl', 'train')],
    },
    project: {
      labels: DEFAULT_LABELS,
      relations: [],
      documentLabels: [],
      dataset: {
        title: 'Berita *contoh*',
        description: 'News of 2026.\n\nTwo languages <and> more.',
        license: 'CC-BY-4.0',
        creators: [
          { name: 'Ana Sari', organization: false },
          { name: 'Lab', url: 'https://example.org/lab', organization: true },
        ],
        citation: '@misc{berita, title = {Berita}}',
        url: 'https://example.org/berita',
        version: '1.0.0',
        published: '2026-11-22',
        keywords: ['Indonesian news'],
        limitations: ['Only morning papers.'],
      },
    },
    provenance: { commit: '0123456789abcdef0123456789abcdef01234567', committed: '2026-11-20T10:00:00Z' },
    split: {
      seed: '7',
      method: 'stratified',
      partOf: new Map([
        ['a.txt', 0],
        ['b.txt', 0],
        ['c.txt', 1],
      ]),
      parts: [
        { name: 'train', share: 0.8 },
        { name: 'test', share: 0.2 },
      ],
      report: {
        rows: [
          { what: 'articles', name: '', total: 3, got: [2, 1] },
          { what: 'language', name: 'id', total: 2, got: [1, 1] },
        ],
        nearDuplicates: [],
        threshold: 0.3,
        torn: [],
        passedOver: 0,
      },
    },
    leaks: {
      nearDuplicates: [],
      parts: [
        {
          part: 1,
          sentences: 20,
          sharedSentences: 1,
          boilerplate: 3,
          mentions: 10,
          unseenMentions: 4,
          names: 5,
          unseenNames: 3,
          labels: [],
        },
      ],
      examples: [],
      sentenceShare: 1,
      nameShare: 1,
    },
    agreement: {
      annotators: ['ana', 'budi'],
      articles: 3,
      rows: [
        {
          of: 'Spans',
          measure: 'F1',
          value: 0.8125,
          interval: { low: 0.7, high: 0.9 },
          raw: 0.9,
          n: 40,
        },
        {
          of: 'GARBLED',
          measure: 'Krippendorff’s α',
          value: undefined,
          why: 'Nobody marked anything.',
          n: 0,
        },
      ],
    },
    adjudication: { unanimous: 6, majority: 0, decided: 2, unsaid: 0 },
    corpus: { undone: 1, open: { findings: 5, articles: 1 } },
  };
}
