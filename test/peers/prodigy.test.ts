import { describe, expect, it } from 'vitest';
import { placeRead } from '../../server/src/core/formats/offsets/placeRead.ts';
import { prodigy } from '../../server/src/core/formats/prodigy.ts';
import { codesOf, jsonLinesOf, peerFile, readPeer, roundTrip, wordsOf } from '../support/peerRecords.ts';

const PROJECTS = 'explosion/projects';
const RECIPES = 'explosion/prodigy-recipes';

interface Span {
  start: number;
  end: number;
  label: string;
  text?: string;
  answer?: string;
}

/** The spans of accepted tasks with the words that Python's code points give. */
function expectedWords(path: string): string[] {
  return jsonLinesOf(path)
    .filter((task) => task.answer === undefined || task.answer === 'accept')
    .flatMap((task) => {
      const chars = [...String(task.text)];
      const spans = ((task.spans ?? []) as Span[]).filter((s) => (s.answer ?? 'accept') === 'accept');
      return spans.map((s) => `${s.label}:${chars.slice(s.start, s.end).join('')}`);
    });
}

const NER: [repository: string, path: string, tasks: number, exercises: string][] = [
  [
    RECIPES,
    'example-datasets/annotated_news_headlines-ORG-PERSON-LOCATION-ner.jsonl',
    372,
    '373 headlines, one ignored',
  ],
  [
    RECIPES,
    'example-datasets/annotated_reddit-PRODUCT-ner.jsonl',
    438,
    'one question per span: rejected and ignored ones',
  ],
  [RECIPES, 'example-datasets/bio_events.jsonl', 129, 'tasks without answers, tokens or hashes'],
  [PROJECTS, 'tutorials/ner_fashion_brands/assets/fashion_brands_training.jsonl', 1235, 'emoji before spans'],
  [PROJECTS, 'tutorials/ner_fashion_brands/assets/fashion_brands_eval.jsonl', 500, 'emoji before spans'],
  [PROJECTS, 'tutorials/ner_tweets/assets/test_annotated.jsonl', 519, 'accept and ignore'],
  [PROJECTS, 'tutorials/spanruler_restaurant_reviews/assets/test_review.jsonl', 1521, 'reviewed by several'],
];

describe('files of Prodigy', () => {
  it.for(NER)('%s %s, %i tasks, %s: every span on its words', async ([repository, path, tasks], ctx) => {
    const file = peerFile(ctx, repository, path);
    const { articles, placed, layers, problems } = await readPeer(prodigy, file);
    expect(articles).toHaveLength(tasks);
    expect(wordsOf(layers).sort()).toEqual(expectedWords(file).sort());
    expect(placed.flatMap((p) => [...p.unsure, ...p.lost])).toEqual([]);
    expect(Object.keys(codesOf(problems)).filter((c) => c !== 'prodigy/answer')).toEqual([]);
    expect(await roundTrip(prodigy, layers)).toBe(0);
  });

  it('fashion_brands_training.jsonl: code points are recognised without being told', async (ctx) => {
    const file = peerFile(ctx, PROJECTS, 'tutorials/ner_fashion_brands/assets/fashion_brands_training.jsonl');
    const { articles } = await readPeer(prodigy, file);
    const astral = articles.filter((a) => /[\u{10000}-\u{10ffff}]/u.test(a.text ?? ''));
    expect(astral).toHaveLength(20);
    expect(articles.every((a) => a.spans.every((s) => s.parts.every((p) => p.quote !== undefined)))).toBe(
      true,
    );
    for (const article of astral) {
      const right = placeRead(article);
      // Whatever the format claims, the quotes say code points.
      const { articles: placed, unsure, lost } = placeRead({ ...article, unit: 'utf16' });
      expect([unsure, lost, placed]).toEqual([[], [], right.articles]);
    }
  });

  it('rel_component: 267 relations between spans, by their tokens and places', async (ctx) => {
    const file = peerFile(ctx, PROJECTS, 'tutorials/rel_component/assets/annotations.jsonl');
    const { layers, problems } = await readPeer(prodigy, file);
    expect(wordsOf(layers).sort()).toEqual(expectedWords(file).sort());
    const words = (text: string, s: { start: number; end: number }) => text.slice(s.start, s.end);
    const expected = jsonLinesOf(file).flatMap((task) =>
      (task.relations as { label: string; head_span: Span; child_span: Span }[]).map((r) =>
        [r.label, words(String(task.text), r.head_span), words(String(task.text), r.child_span)].join(' '),
      ),
    );
    const found = layers.flatMap((a) =>
      a.relations.map((r) => {
        const [from, to] = [r.from, r.to].map((id) => a.spans.find((s) => s.id === id));
        return [r.label, from && words(a.text, from), to && words(a.text, to)].join(' ');
      }),
    );
    expect(found.sort()).toEqual(expected.sort());
    expect([found.length, problems]).toEqual([267, []]);
    expect(await roundTrip(prodigy, layers)).toBe(0);
  });

  it('nel_emerson: the chosen Wikidata id is the entity of the span', async (ctx) => {
    const file = peerFile(ctx, PROJECTS, 'tutorials/nel_emerson/assets/emerson_annotated_text.jsonl');
    const { layers } = await readPeer(prodigy, file);
    const chosen = jsonLinesOf(file).map((task) => (task.accept as string[])[0]);
    const entities = layers.map((a) => a.spans[0]?.entity);
    expect(entities).toEqual(chosen.map((c) => (c?.startsWith('Q') ? c : undefined)));
    expect(entities.filter((e) => e !== undefined).length).toBeGreaterThan(20);
    expect(await roundTrip(prodigy, layers)).toBe(0);
  });

  it('docs_issues_eval.jsonl: rejected and accepted classes are labels of articles', async (ctx) => {
    const file = peerFile(ctx, PROJECTS, 'tutorials/textcat_docs_issues/assets/docs_issues_eval.jsonl');
    const { layers, problems } = await readPeer(prodigy, file);
    const values = layers.flatMap((a) => a.documentLabels.map((l) => `${l.label}=${String(l.value)}`));
    const count = (value: string) => values.filter((v) => v === value).length;
    expect([count('DOCUMENTATION=true'), count('DOCUMENTATION=false')]).toEqual([165, 335]);
    expect(problems).toEqual([]);
    expect(await roundTrip(prodigy, layers)).toBe(0);
  });
});
