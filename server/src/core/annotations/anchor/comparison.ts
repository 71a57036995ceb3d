import type { Steps } from '../../steps.ts';
import { type Budget, linkRest, linkSureRuns } from './anchorRuns.ts';
import { Blocks } from './blocks.ts';
import { Draft, type Hunk } from './draft.ts';
import { Evidence } from './evidence.ts';
import { wholeOf } from './gaps.ts';
import { markMoves } from './moves.ts';
import { readableView } from './readableView.ts';
import { type Slide, slideGaps } from './slides.ts';
import { Tokenizer } from './tokens.ts';

/** Steps of alignment, and of Myers' algorithm, that a comparison may take. */
const MOST_STEPS = { cells: 1_000_000, edits: 1_000_000 };

/** Two texts with all that is known of how their tokens correspond. */
export interface Comparison {
  readonly draft: Draft;
  readonly blocks: Blocks;
  readonly evidence: Evidence;
  /** Insertions and deletions that can be read in several ways, by the old tokens that it matters for. */
  readonly slides: ReadonlyMap<number, readonly Slide[]>;
}

/** Compares two canonical texts, yielding every millisecond or so: sure runs first, then what moved, then the words in what is left. */
export function* compareTokens(old: string, text: string): Steps<Comparison> {
  const tokenizer = new Tokenizer();
  const oldTokens = yield* tokenizer.read(old, readableView(old, text));
  const newTokens = yield* tokenizer.read(text, readableView(text, old));
  tokenizer.weigh(oldTokens);
  tokenizer.weigh(newTokens);
  yield;
  const draft = new Draft(tokenizer, oldTokens, newTokens);
  const whole = wholeOf(draft);
  yield* linkSureRuns(draft, whole, 0);
  // A sentence that was cut takes its own first words with it, not the equal ones of the next.
  yield* slideGaps(draft, whole, 0);
  const moved = yield* markMoves(draft);
  for (const [index, part] of moved.entries()) yield* linkSureRuns(draft, part, index + 1);
  const parts: Hunk[] = [whole, ...moved];
  const budget: Budget = { ...MOST_STEPS };
  const slides = new Map<number, Slide[]>();
  for (const [region, part] of parts.entries()) {
    yield* linkRest(draft, part, region, budget);
    for (const slide of yield* slideGaps(draft, part, region)) note(slides, slide);
  }
  const blocks = new Blocks(draft, parts);
  yield;
  return { draft, blocks, evidence: yield* Evidence.of(draft), slides };
}

function note(slides: Map<number, Slide[]>, slide: Slide): void {
  for (let at = slide.start + slide.first - 1; at <= slide.end + slide.last; at++) {
    const there = slides.get(at);
    if (there) there.push(slide);
    else slides.set(at, [slide]);
  }
}
