import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseSidecar } from '../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import { annotationsOf } from '../../server/src/core/annotations/sidecar.ts';
import { validateSidecar } from '../../server/src/core/annotations/validate.ts';
import { CATALOGUE } from '../../server/src/core/checks/catalogue.ts';
import { checkArticle, ruleSet } from '../../server/src/core/checks/check.ts';
import type { Finding } from '../../server/src/core/checks/finding.ts';
import { parseProject } from '../../server/src/core/project.ts';
import { ParagraphCache, splitArticle } from '../../server/src/core/text/article.ts';
import type { SentenceIdentifier } from '../../server/src/core/text/language/identifier.ts';
import { TextOffsets } from '../../server/src/core/text/offsets.ts';
import { ruleContext } from '../support/ruleContext.ts';
import { identifier } from './core/text/language/data.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');
const read = (path: string) => readFileSync(join(SEEDS, path), 'utf8');
const ARTICLES = ['id', 'vi', 'en'].flatMap((language) =>
  readdirSync(join(SEEDS, 'articles', language))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => `${language}/${name}`),
);

/** What seeds/README.md declares of each article; those without an entry are clean. */
const DAMAGE: Readonly<Record<string, readonly [rule: string, quote: string][]>> = {
  'id/sidang-gedung-konser.txt': [
    ['fused/case', 'BaruKamu'],
    ['spacing/hyphen', 'baru -baru'],
    ['spacing/hyphen', 'cabang -cabang'],
    ['fused/sentence', 'halaman.Petugas'],
    ['repeated/attribution', 'kata Dinas Keamanan Federal, kata dinas keamanan'],
    ['untranslated/sentence', 'The next hearing'],
    ['page/boilerplate', 'Klik di sini'],
  ],
  'id/pertemuan-doha.txt': [
    ['repeated/line', 'Taliban dan AS Bertemu Lagi di Doha'],
    ['page/boilerplate', 'Baca Juga : Harga'],
    ['page/boilerplate', 'Baca Juga : Jadwal'],
    ['fragment/orphan', '2014.'],
    ['fragment/stub', 'janji. pejabat'],
    ['repeated/word', 'dari dari'],
  ],
  'vi/canh-bao-khung-bo.txt': [
    ['vietnamese/no-diacritics', 'nga va trung a'],
    ['repeated/word', 'về về'],
    ['fused/sentence', 'giới.Cuộc'],
    ['untranslated/sentence', 'The delegates will meet'],
    ['page/boilerplate', 'Bài liên quan'],
    ['page/boilerplate', 'Bình Luận'],
  ],
  'vi/vien-tro-mua-dong.txt': [
    ['encoding/mojibake', 'áº¿'],
    ['encoding/replacement', '\ufffd'],
    ['markup/entity', '&nbsp;'],
    ['spacing/punct', ' ,'],
    ['repeated/line', 'Theo một cán bộ cứu trợ'],
  ],
  'en/kremlin-envoy.txt': [
    ['repeated/line', 'Envoy returns'],
    ['fragment/stub', 'prosperity. long-term'],
    ['quote/spacing', ' “'],
    ['name/near-miss', 'Tajikstan'],
    ['fused/sentence', 'bankers.The'],
    ['repeated/word', 'The the'],
    ['markup/entity', '&amp;'],
    ['spacing/punct', ' ,'],
    ['page/boilerplate', 'Leave a Comment'],
  ],
  'en/sanctions-review.txt': [
    ['markup/tag', '<br/>'],
    ['encoding/mojibake', 'â€™'],
    ['encoding/replacement', '\ufffd'],
    ['encoding/zero-width', '\u200b'],
  ],
};

describe('the sample articles', () => {
  let foreign: SentenceIdentifier;
  beforeAll(async () => {
    foreign = await identifier();
  });

  const check = (article: string): readonly Finding[] => {
    const text = read(`articles/${article}`);
    const { dictionary } = parseProject(read('pressmark.json')).project;
    const context = { ...ruleContext(article.slice(0, 2), dictionary), identifier: foreign };
    const steps = checkArticle(
      text,
      splitArticle(text, new ParagraphCache()),
      ruleSet(CATALOGUE, () => 'default', 'seeds'),
      context,
    );
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };

  it('are fourteen, and the damaged ones are among them', () => {
    expect(ARTICLES).toHaveLength(14);
    expect(ARTICLES).toEqual(expect.arrayContaining(Object.keys(DAMAGE)));
  });

  it.each(Object.entries(DAMAGE))('%s: every declared damage is found', (article, damage) => {
    const text = read(`articles/${article}`);
    const found = check(article).map((f) => ({ rule: f.rule, quote: text.slice(f.start, f.end) }));
    for (const [rule, quote] of damage) {
      expect(
        found.some((f) => f.rule === rule && (f.quote.includes(quote) || quote.includes(f.quote))),
        `${rule} ${quote}`,
      ).toBe(true);
    }
  });

  it.each(ARTICLES.filter((article) => !Object.hasOwn(DAMAGE, article)))('%s is clean', (article) => {
    expect(check(article).filter((f) => f.severity === 'error' || f.severity === 'warning')).toEqual([]);
  });

  it('are each declared in the README', () => {
    const readme = read('README.md');
    for (const article of ARTICLES) expect(readme).toContain(article);
    for (const damage of Object.values(DAMAGE).flat()) expect(readme).toContain(damage[0]);
  });
});

describe('the sample project', () => {
  it('has a project file without problems', () => {
    const { project, problems } = parseProject(
      read('pressmark.json'),
      new Map(CATALOGUE.map((rule) => [rule.code, rule.options ?? []])),
    );
    expect(problems).toEqual([]);
    expect(project.labels.map((label) => label.name)).toContain('NORP');
  });

  it.each(['id/sidang-gedung-konser.txt', 'en/donor-meeting.txt'])(
    'has a canonical sidecar of %s',
    (article) => {
      const text = read(`articles/${article}`);
      const sidecarText = read(`articles/${article}.ann.json`);
      const sidecar = parseSidecar(sidecarText);
      expect(serializeSidecar(annotationsOf(sidecar))).toBe(sidecarText);
      expect(validateSidecar(sidecar, text, parseProject(read('pressmark.json')).project)).toEqual([]);
      const offsets = new TextOffsets(text);
      for (const annotation of annotationsOf(sidecar)) {
        if (annotation.kind !== 'span' && annotation.kind !== 'review') continue;
        const quote = text.slice(offsets.toUtf16(annotation.start), offsets.toUtf16(annotation.end));
        expect(quote).toBe(annotation.text);
      }
    },
  );
});
