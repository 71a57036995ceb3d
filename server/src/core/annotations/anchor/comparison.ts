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

/** Compares two canonical texts: sure runs first, then what moved, then the words in what is left. */
export function compareTokens(old: string, text: string): Comparison {
  const tokenizer = new Tokenizer();
  const oldTokens = tokenizer.read(old, readableView(old, text));
  const newTokens = tokenizer.read(text, readableView(text, old));
  tokenizer.weigh(oldTokens);
  tokenizer.weigh(newTokens);
  const draft = new Draft(tokenizer, oldTokens, newTokens);
  const whole = wholeOf(draft);
  linkSureRuns(draft, whole, 0);
  // A sentence that was cut takes its own first words with it, not the equal ones of the next.
  slideGaps(draft, whole, 0);
  const moved = markMoves(draft);
  moved.forEach((part, index) => {
    linkSureRuns(draft, part, index + 1);
  });
  const parts: Hunk[] = [whole, ...moved];
  const budget: Budget = { ...MOST_STEPS };
  const slides = new Map<number, Slide[]>();
  parts.forEach((part, region) => {
    linkRest(draft, part, region, budget);
    for (const slide of slideGaps(draft, part, region)) note(slides, slide);
  });
  return { draft, blocks: new Blocks(draft, parts), evidence: new Evidence(draft), slides };
}

function note(slides: Map<number, Slide[]>, slide: Slide): void {
  for (let at = slide.start + slide.first - 1; at <= slide.end + slide.last; at++) {
    const there = slides.get(at);
    if (there) there.push(slide);
    else slides.set(at, [slide]);
  }
}
