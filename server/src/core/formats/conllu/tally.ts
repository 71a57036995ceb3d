import { type Message, msg } from '../../message.ts';
import type { FileProblem } from '../readArticle.ts';

/** What is told once of a file, however often it occurs. */
export type Told = 'syntax' | 'empty' | 'unwritten' | 'chained' | 'text' | 'tags' | 'brackets' | 'comment';

/** Counts what a file has that cannot be kept, or that had to be repaired. */
export class Tally {
  private readonly seen = new Map<Told, { count: number; readonly line: number }>();

  /** Counts `times` of something, first met at a line (1-based). */
  add(what: Told, line: number, times = 1): void {
    if (times === 0) return;
    const known = this.seen.get(what);
    if (known) known.count += times;
    else this.seen.set(what, { count: times, line });
  }

  /** What there is to tell, with the first line of each. */
  problems(): FileProblem[] {
    return [...this.seen].map(([what, { count, line }]) => ({
      code: `conllu/${what}`,
      severity: what === 'brackets' || what === 'comment' ? 'warning' : 'information',
      message: messageOf(what, count),
      line,
    }));
  }
}

function messageOf(what: Told, count: number): Message {
  switch (what) {
    case 'syntax':
      return msg('Lemmas, parts of speech, features and syntax were left out, in {0} lines.', count);
    case 'empty':
      return msg('{0} empty nodes were left out: they stand for words that are not in the text.', count);
    case 'unwritten':
      return msg('{0} mentions were left out, as they have no words in the text.', count);
    case 'chained':
      return msg(
        '{0} mentions share the id of their entity with others (coreference): they are there, but what they share is not kept.',
        count,
      );
    case 'text':
      return msg(
        'The words of {0} sentences are not those of their “# text”. The text was put together from the words.',
        count,
      );
    case 'tags':
      return msg(
        '{0} tags begin a name without B-. They were read as the scorer conlleval reads them.',
        count,
      );
    case 'brackets':
      return msg('{0} brackets in “Entity” open or close nothing, and were left out. Correct them.', count);
    case 'comment':
      return msg(
        '{0} lines “# doc_json_pressmark” cannot be read; notes, attributes, relations and labels of articles that stood in them were left out. Correct them, or export the file again.',
        count,
      );
  }
}
