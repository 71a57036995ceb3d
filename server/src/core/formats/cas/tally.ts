import { type Message, msg } from '../../message.ts';
import type { ProblemSeverity } from '../../problem.ts';
import type { FileProblem } from '../readArticle.ts';

/** What can be wrong with parts of a CAS, or was left of it. */
export type CasTrouble =
  | 'bad-offsets'
  | 'bad-parts'
  | 'doubled-id'
  | 'loose-end'
  | 'no-sofa'
  | 'not-indexed'
  | 'left-structures'
  | 'segments';

/** Counts troubles and tells each once, with the line of its first: a file may have the same thousands of times. */
export class Tally {
  readonly #troubles = new Map<CasTrouble, { count: number; readonly line: number; names: Set<string> }>();

  add(trouble: CasTrouble, line: number, name = ''): void {
    const known = this.#troubles.get(trouble);
    if (known) {
      known.count++;
      known.names.add(name);
    } else this.#troubles.set(trouble, { count: 1, line, names: new Set([name]) });
  }

  problems(): readonly FileProblem[] {
    return [...this.#troubles].map(([trouble, { count, line, names }]) => {
      const { severity, message } = told(trouble, count, [...names].sort().slice(0, 5).join(', '));
      return { code: `cas/${trouble}`, severity, message, ...(line > 0 ? { line } : {}) };
    });
  }
}

function told(
  trouble: CasTrouble,
  n: number,
  names: string,
): { severity: ProblemSeverity; message: Message } {
  const warning = (message: Message) => ({ severity: 'warning', message }) as const;
  const information = (message: Message) => ({ severity: 'information', message }) as const;
  switch (trouble) {
    case 'bad-offsets':
      return warning(
        msg(
          '{0} annotations have no place, or end before they begin, and are left out; the first is here. Correct begin and end, or export the file again.',
          n,
        ),
      );
    case 'bad-parts':
      return warning(
        msg(
          '{0} annotations name parts that do not fit their begin and end; they are read as one piece. Correct the feature “parts” where that is wrong.',
          n,
        ),
      );
    case 'doubled-id':
      return warning(
        msg(
          '{0} entries have the id of another; what refers to it gets the first. Export the file again if relations are wrong.',
          n,
        ),
      );
    case 'loose-end':
      return warning(
        msg(
          '{0} relations lack an end, or lead to what is not in the file, and are left out; the first is here. Export the file again, or add what is missing.',
          n,
        ),
      );
    case 'no-sofa':
      return warning(
        msg(
          '{0} annotations belong to a text (sofa) that is not in the file and are left out; the first is here. Export the file again with all its views.',
          n,
        ),
      );
    case 'not-indexed':
      return information(
        msg('{0} annotations are in no view, as deleted ones are, and are left out; the first is here.', n),
      );
    case 'left-structures':
      return information(
        msg(
          '{0} entries have no place in the text and hold more than values ({1}); they are left out.',
          n,
          names,
        ),
      );
    case 'segments':
      return information(
        msg(
          '{0} tokens, sentences and the like are left out ({1}). To read them as annotations, choose segments=read.',
          n,
          names,
        ),
      );
  }
}
