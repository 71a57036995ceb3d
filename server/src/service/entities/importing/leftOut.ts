import { quotable } from '../../../core/entities/sources/fieldValues.ts';
import type { PassedOver } from '../../../core/entities/sources/source.ts';
import { type Message, msg } from '../../../core/message.ts';

/** A line that was left out, or of which something was. */
export interface LeftOutExample {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** What was left out for one reason. */
export interface LeftOut {
  readonly code: string;
  /** What is wrong, of the first such line; or what was not asked for. */
  readonly message: Message;
  readonly count: number;
  /** False for what nobody asked for: nothing is wrong there. */
  readonly isProblem: boolean;
  readonly examples: readonly LeftOutExample[];
}

/** So many lines are shown for each reason. */
const MOST_EXAMPLES = 3;

interface Tally {
  readonly message: Message;
  readonly isProblem: boolean;
  count: number;
  readonly examples: LeftOutExample[];
}

/** Counts, by reason, what an import leaves out, with the first lines of each. */
export class LeftOutTally {
  private readonly byCode: Map<string, Tally>;

  constructor(known: readonly (readonly [string, Tally])[] = []) {
    this.byCode = new Map(known.map(([code, tally]) => [code, { ...tally, examples: [...tally.examples] }]));
  }

  /** Something is wrong with a line. */
  problem(code: string, message: Message, file: string, line: number, text: string): void {
    this.count(code, message, true, file, line, text);
  }

  /** Something was not asked for. */
  passOver(reason: PassedOver, file: string, line: number, text: string): void {
    const code = `passed-over/${reason}`;
    const known = this.byCode.get(code);
    // Most of a dump goes this way.
    if (known !== undefined && known.examples.length >= MOST_EXAMPLES) known.count++;
    else this.count(code, reasonInWords(reason), false, file, line, text);
  }

  /** By reason, what is wrong first, then the commonest. */
  list(): LeftOut[] {
    return [...this.byCode]
      .map(([code, tally]) => ({ code, ...tally }))
      .sort(
        (a, b) =>
          Number(b.isProblem) - Number(a.isProblem) || b.count - a.count || (a.code < b.code ? -1 : 1),
      );
  }

  /** What another tally is made of that goes on from here. */
  state(): readonly (readonly [string, Tally])[] {
    return [...this.byCode];
  }

  private count(
    code: string,
    message: Message,
    isProblem: boolean,
    file: string,
    line: number,
    text: string,
  ): void {
    let tally = this.byCode.get(code);
    if (tally === undefined) {
      tally = { message, isProblem, count: 0, examples: [] };
      this.byCode.set(code, tally);
    }
    tally.count++;
    if (tally.examples.length < MOST_EXAMPLES)
      tally.examples.push({ file, line: line + 1, text: quotable(text) });
  }
}

function reasonInWords(reason: PassedOver): Message {
  switch (reason) {
    case 'language':
      return msg('Names in languages that were not asked for. Name the languages with --languages.');
    case 'type':
      return msg(
        'Entities of types that were not asked for, or of which nobody knows what they are. See --types and --type-map.',
      );
    case 'class':
      return msg(
        'Items of Wikidata that are no persons, places, organisations or events that Pressmark knows the class of. Add classes with --type-map.',
      );
    case 'kind':
      return msg('Lines that describe no entity.');
    case 'nameless':
      return msg(
        'Entities without a name in the languages that were asked for. Name more languages with --languages.',
      );
    case 'second-type':
      return msg('Further types of an entity that has one already. The first counts.');
  }
}
