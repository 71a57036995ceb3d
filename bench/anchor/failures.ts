import type { TextRange } from '../../server/src/core/text/range.ts';
import type { Outcome } from './judge.ts';
import type { Operator } from './operator.ts';
import type { Edit, Truth } from './truth.ts';

/** Prints some spans of each kind of edit that did not come out right. */
export class Failures {
  private readonly shown = new Map<string, number>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  note(
    outcome: Outcome,
    kind: Operator,
    edit: Edit,
    span: { readonly range: TextRange; readonly truth: Truth },
    found: TextRange | undefined,
  ): void {
    if (outcome === 'silent' || outcome === 'gone' || outcome === 'open') return;
    const key = `${kind.name} ${outcome}`;
    const shown = this.shown.get(key) ?? 0;
    if (shown >= this.most) return;
    this.shown.set(key, shown + 1);
    const { truth } = span;
    console.log(`--- ${kind.name}: ${outcome}`);
    console.log(`  old   ${around(edit.old, span.range)}`);
    console.log(`  truth ${truth.kind === 'at' ? around(edit.text, truth) : truth.kind}`);
    console.log(`  found ${found ? around(edit.text, found) : 'nowhere'}`);
  }
}

function around(text: string, { start, end }: TextRange): string {
  const quote = text.slice(start, end);
  const short = quote.length > 160 ? `${quote.slice(0, 80)} … ${quote.slice(-80)}` : quote;
  return JSON.stringify(
    `${text.slice(Math.max(0, start - 60), start)}⟦${short}⟧${text.slice(end, end + 60)}`,
  ).slice(1, -1);
}
