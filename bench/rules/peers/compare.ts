import { fix_encoding } from '@photostructure/ftfy';
import type { Checker } from '../checker.ts';
import type { SentenceOperator } from '../damage.ts';
import { operatorsFor } from '../operators/operators.ts';
import { randomOf } from '../random.ts';
import { progress, table } from '../table.ts';
import { sentenceOf, type Texts } from '../texts.ts';
import { cspell, type Peer } from './cspell.ts';
import { installCheckers, NO_PEERS } from './install.ts';

/** Families that a spelling checker can be expected to see something of. */
const SPELLING = ['fused', 'spacing', 'words', 'script', 'names', 'repeated'];
/** Every so many sentences one is damaged. */
const STEP = 4;

/** Beside the product: ftfy's port on mojibake, cSpell's library on damaged English words, and both on clean text. */
export async function peerTables(texts: Texts, checker: Checker, seed: number): Promise<string> {
  const tables = [await mojibakeTable(texts, checker, seed)];
  if (!installCheckers()) return [...tables, NO_PEERS].join('\n');
  return [...tables, await spellingTable(texts, checker, await cspell(), seed)].join('\n');
}

interface Case {
  readonly clean: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The damaged sentences of an operator, each alone. */
function casesOf(operator: SentenceOperator, texts: Texts, language: string, seed: number): Case[] {
  const cases: Case[] = [];
  for (const document of texts.documents(language)) {
    for (const [at, row] of document.entries()) {
      if (row.id % STEP !== seed % STEP) continue;
      const random = randomOf(seed, operator.name, language, row.id);
      const damaged = operator.apply(sentenceOf(texts, language, document, at, random), random);
      if (damaged) cases.push({ ...damaged, clean: row.text });
    }
  }
  return cases;
}

const sentenceOperators = (language: string, fits: (operator: SentenceOperator) => boolean) =>
  operatorsFor(language).flatMap((o) => (o.scope === 'sentence' && fits(o) ? [o] : []));

const share = (count: number, of: number) => (of === 0 ? '–' : `${((100 * count) / of).toFixed(1)}`);

async function mojibakeTable(texts: Texts, checker: Checker, seed: number): Promise<string> {
  const rows: string[][] = [];
  for (const language of ['id', 'vi', 'en']) {
    progress(`peers: mojibake ${language}`);
    for (const operator of sentenceOperators(language, (o) => o.family === 'mojibake')) {
      const cases = casesOf(operator, texts, language, seed);
      let [own, peer] = [0, 0];
      for (const { text } of cases) {
        if ((await checker.check(text, language)).some((f) => operator.codes.includes(f.rule))) own++;
        if (fix_encoding(text) !== text) peer++;
      }
      rows.push([
        operator.name,
        language,
        `${cases.length}`,
        share(own, cases.length),
        share(peer, cases.length),
      ]);
    }
    const clean = texts.rows(language);
    const changed = clean.filter((row) => fix_encoding(row.text) !== row.text).length;
    let alarms = 0;
    for (const { text } of clean) {
      if ((await checker.check(text, language)).some((f) => f.rule === 'encoding/mojibake')) alarms++;
    }
    rows.push([
      '(clean)',
      language,
      `${clean.length}`,
      share(alarms, clean.length),
      share(changed, clean.length),
    ]);
  }
  progress('');
  return table(
    'Peer: ftfy on mojibake',
    'Found by the right rule, and changed by @photostructure/ftfy, in %; sentences alone. On clean text both should be 0.',
    ['operator', 'language', 'n', 'encoding/mojibake', '@photostructure/ftfy'],
    rows,
  );
}

async function spellingTable(texts: Texts, checker: Checker, peer: Peer, seed: number): Promise<string> {
  const rows: string[][] = [];
  for (const operator of sentenceOperators('en', (o) => SPELLING.includes(o.family))) {
    progress(`peers: ${operator.name}`);
    const cases = casesOf(operator, texts, 'en', seed);
    const counts = { any: 0, loud: 0, peer: 0 };
    for (const { text, start, end } of cases) {
      const on = (mark: { start: number; end: number }) => mark.start < end + 1 && mark.end > start - 1;
      const found = (await checker.check(text, 'en')).filter(on);
      if (found.length > 0) counts.any++;
      if (found.some((f) => f.severity === 'error' || f.severity === 'warning')) counts.loud++;
      if ((await peer.check(text)).some(on)) counts.peer++;
    }
    const of = (count: number) => share(count, cases.length);
    rows.push([operator.name, `${cases.length}`, of(counts.any), of(counts.loud), of(counts.peer)]);
  }
  const clean = { own: 0, loud: 0, peer: 0 };
  const sentences = texts.rows('en');
  progress('peers: clean en');
  for (const { text } of sentences) {
    const found = await checker.check(text, 'en');
    if (found.length > 0) clean.own++;
    if (found.some((f) => f.severity === 'error' || f.severity === 'warning')) clean.loud++;
    if ((await peer.check(text)).length > 0) clean.peer++;
  }
  progress('');
  const of = (count: number) => share(count, sentences.length);
  rows.push([
    '(clean sentences alarmed)',
    `${sentences.length}`,
    of(clean.own),
    of(clean.loud),
    of(clean.peer),
  ]);
  return table(
    'Peer: cSpell’s library on English words',
    'Damage with something reported on it, in %; sentences alone. cSpell reports unknown words, names among them.',
    ['operator', 'n', 'any level', 'warning or above', peer.name],
    rows,
  );
}
