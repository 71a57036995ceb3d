import { msg } from '../../message.ts';
import { inputLines } from '../inputText.ts';
import type { FileProblem } from '../readArticle.ts';
import { type BratLine, parseLine } from './parseLine.ts';

/** The lines of an `.ann` file that can be read, and what is wrong with the others. Ids are unlike each other. */
export function readLines(bytes: Uint8Array): { lines: BratLine[]; problems: FileProblem[] } {
  const lines: BratLine[] = [];
  const problems: FileProblem[] = [];
  const ids = new Map<string, number>();
  const wrong = (
    line: number,
    code: string,
    message: FileProblem['message'],
    severity: FileProblem['severity'] = 'error',
  ) => problems.push({ code: `brat/${code}`, severity, message, line });
  for (const line of inputLines(bytes)) {
    if ('problem' in line) {
      problems.push(line.problem);
      continue;
    }
    if (line.text.trim() === '') continue;
    const parsed = parseLine(line.text, line.number);
    if (!parsed) {
      const begin = [...line.text.slice(0, 80)].slice(0, 20).join('');
      const message = msg('brat has no lines that begin like this: {0}. It was left out.', begin);
      wrong(line.number, 'unknown-line', message, 'warning');
    } else if ('wrong' in parsed) wrong(line.number, 'bad-line', parsed.wrong);
    else {
      const { id } = parsed.said;
      const before = ids.get(id);
      if (before !== undefined && id !== '*') {
        const message = msg(
          'The id {0} is that of line {1} too. Give one of the two another id, and correct what refers to it.',
          id,
          before,
        );
        wrong(line.number, 'duplicate-id', message);
      } else lines.push(parsed.said);
      ids.set(id, before ?? line.number);
    }
  }
  return { lines, problems };
}
