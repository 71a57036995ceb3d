import type { Checker } from '../checker.ts';
import { cspell, type Peer } from '../peers/cspell.ts';
import { harper } from '../peers/harper.ts';
import { installCheckers, NO_PEERS } from '../peers/install.ts';
import { median } from '../statistics.ts';
import { progress, table } from '../table.ts';
import type { Texts } from '../texts.ts';
import { cpuSeconds, interleaved } from './measure.ts';

const ROUNDS = 9;
/** A run reads so much, so that a collection of garbage is a part of each; in MB. */
const ENOUGH = 0.5;
/** Seconds of processor time before anything is measured: engines compile what runs often. */
const WARMING = 3;
/** What a peer of a tenth of the speed gets to read, in documents. */
const PEER_DOCUMENTS = 6;

/** The documents of a language as articles, a half to warm up with and a half to measure. */
function halves(texts: Texts, language: string): { warm: string[]; measured: string[] } {
  const all = texts.documents(language).map((rows) => rows.map((row) => row.text).join('\n'));
  return { warm: all.filter((_, i) => i % 2 === 0), measured: all.filter((_, i) => i % 2 === 1) };
}

const megabytes = (articles: readonly string[]) =>
  articles.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;

async function warmUp(run: () => Promise<void>): Promise<void> {
  for (let spent = 0; spent < WARMING; ) spent += await cpuSeconds(run);
}

/** How much text is checked in a second, beside peers in the same run. */
export async function throughputTables(texts: Texts, checker: Checker, rounds = ROUNDS): Promise<string> {
  const checkAll = async (articles: readonly string[]) => {
    for (const text of articles) await checker.check(text);
  };
  const rows: string[][] = [];
  for (const name of ['id', 'vi', 'en', 'mixed 18']) {
    progress(`speed ${name}`);
    const parts = (name === 'mixed 18' ? texts.languages : [name]).map((language) => halves(texts, language));
    const warm = parts.flatMap((part) => part.warm);
    const measured = parts.flatMap((part) => part.measured);
    await warmUp(() => checkAll(warm));
    const copies = Math.ceil(ENOUGH / megabytes(measured));
    const run = async () => {
      for (let i = 0; i < copies; i++) await checkAll(measured);
    };
    const [times = []] = await interleaved([{ name, run }], rounds);
    const size = copies * megabytes(measured);
    const rates = times.map((time) => size / time);
    rows.push([
      name,
      size.toFixed(2),
      median(rates).toFixed(2),
      Math.min(...rates).toFixed(2),
      Math.max(...rates).toFixed(2),
    ]);
  }
  const own = table(
    'Throughput',
    `All rules and the language of the article, in MB of UTF-8 per second of processor time; the same process has checked the other half of the documents before; nothing of a paragraph is kept. ${rounds} runs.`,
    ['text', 'MB', 'median MB/s', 'slowest', 'fastest'],
    rows,
  );
  if (!installCheckers()) return [own, NO_PEERS].join('\n');
  return [own, await peerTable(texts, checker, rounds)].join('\n');
}

async function peerTable(texts: Texts, checker: Checker, rounds: number): Promise<string> {
  progress('speed: peers');
  const { warm, measured } = halves(texts, 'en');
  const copies = Array<string[]>(4).fill(measured).flat();
  const few = measured.slice(0, PEER_DOCUMENTS);
  const run = (peer: Pick<Peer, 'check'>, articles: readonly string[]) => async () => {
    for (const text of articles) await peer.check(text);
  };
  const spelling = await cspell();
  const grammar = await harper();
  await warmUp(run(checker, warm));
  await run(spelling, warm)();
  await run(grammar, warm.slice(0, PEER_DOCUMENTS))();
  const runners = [
    { name: 'pressmark', run: run(checker, copies), size: megabytes(copies) },
    { name: spelling.name, run: run(spelling, measured), size: megabytes(measured) },
    { name: grammar.name, run: run(grammar, few), size: megabytes(few) },
  ];
  const times = await interleaved(runners, rounds);
  progress('');
  const rates = runners.map(({ size }, i) => median((times[i] ?? []).map((time) => size / time)));
  return table(
    'Throughput beside peers, English',
    'The same documents in the same process, in turn (Pressmark reads them four times, harper.js the first six); medians. The ratio is how many times as fast Pressmark is.',
    ['checker', 'MB', 'MB/s', 'ratio'],
    runners.map(({ name, size }, i) => [
      name,
      size.toFixed(3),
      (rates[i] ?? 0).toFixed(3),
      ((rates[0] ?? 0) / (rates[i] ?? 1)).toFixed(1),
    ]),
  );
}
