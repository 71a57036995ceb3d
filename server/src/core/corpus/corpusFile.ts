import type { Steps } from '../steps.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { EMPTY, spread, withUnit } from './hashes.ts';
import { LearnedCorpus } from './learnedCorpus.ts';

/** Goes up whenever words or lines are hashed, counted or written otherwise than before. */
const VERSION = 'Pressmark corpus 3';
const CHECKSUM_BYTES = 4;
/** A step handles about as many articles, or bytes of a checksum. */
const STEP_ARTICLES = 200;
const STEP_BYTES = 1 << 20;

/**
 * What was learned of a corpus as bytes: the frequent words and lines, then each article with its hashes, from which all
 * counts are made again. `setup` names what the hashes depend on besides the texts.
 */
export function* writeCorpus(corpus: LearnedCorpus, setup: string): Steps<Uint8Array> {
  const writer = new ByteWriter();
  writer.text(VERSION);
  writer.text(setup);
  writer.number(corpus.different.words);
  writer.number(corpus.different.lines);
  const { words, lines } = corpus.frequent();
  writer.hashes(words);
  writer.hashes(lines);
  writer.number(corpus.size);
  let done = 0;
  for (const article of corpus.learnedArticles()) {
    writer.text(article.path);
    writer.text(article.stamp);
    writer.hash(article.source);
    writer.hash(article.text);
    writer.hashes(article.words);
    writer.hashes(article.lines);
    if (++done % STEP_ARTICLES === 0) yield;
  }
  writer.hash(yield* checksum(writer.bytes));
  return writer.bytes;
}

/** What {@link writeCorpus} wrote; undefined for bytes of another kind, version or setup, and for broken ones. */
export function* readCorpus(bytes: Uint8Array, setup: string): Steps<LearnedCorpus | undefined> {
  if (bytes.length < CHECKSUM_BYTES) return undefined;
  const content = bytes.subarray(0, bytes.length - CHECKSUM_BYTES);
  const reader = new ByteReader(content);
  if (reader.text() !== VERSION || reader.text() !== setup) return undefined;
  if (new ByteReader(bytes.subarray(content.length)).hash() !== (yield* checksum(content))) return undefined;
  const corpus = new LearnedCorpus();
  corpus.reserve({ words: reader.number(), lines: reader.number() });
  corpus.setFrequent({ words: reader.hashes(), lines: reader.hashes() });
  const articles = reader.number();
  for (let done = 0; done < articles && reader.ok; ) {
    const path = reader.text();
    const stamp = reader.text();
    const source = reader.hash();
    const text = reader.hash();
    const words = reader.hashes();
    const lines = reader.hashes();
    if (reader.ok) corpus.put(path, stamp, { source, text, words, lines }, true);
    if (++done % STEP_ARTICLES === 0) yield;
  }
  return reader.atEnd ? corpus : undefined;
}

function* checksum(bytes: Uint8Array): Steps<number> {
  let hash = EMPTY;
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(bytes.length, at + STEP_BYTES);
    for (; at < end; at++) hash = withUnit(hash, bytes[at] ?? 0);
    yield;
  }
  return spread(hash);
}
