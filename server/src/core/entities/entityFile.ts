import type { Message } from '../message.ts';
import { msg } from '../message.ts';
import type { Problem, ProblemSeverity } from '../problem.ts';
import { finish, type Steps } from '../steps.ts';
import type { Entity } from './entity.ts';
import { readEntityLine } from './entityLine.ts';

export interface EntityFile {
  readonly entities: Entity[];
  readonly problems: Problem[];
}

/** More problems than this help nobody; the last one says how many more lines have some. */
export const MOST_PROBLEMS = 200;

/**
 * Reads an entity file: JSON Lines, one entity a line; blank lines and lines that begin with `#` or `//` are passed
 * over, and so is a header `{"pressmark-entities":1,…}` in the first line. What is wrong with a line is told with its
 * place (UTF-16 units of `text`) and its remedy, and the other lines are read. Of lines with one id the first counts.
 */
export function readEntityFile(text: string, uri: string): EntityFile {
  return finish(readEntities(text, uri));
}

/** Lines between two steps: a few milliseconds of reading. */
const LINES_A_STEP = 200;

/** {@link readEntityFile} in steps. */
export function* readEntities(text: string, uri: string): Steps<EntityFile> {
  const entities: Entity[] = [];
  const problems: Problem[] = [];
  const lineOfId = new Map<string, number>();
  let unreported = 0;
  const report = (severity: ProblemSeverity, code: string, message: Message, start: number, end: number) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ code, severity, message, start, end });
    else unreported++;
  };
  let line = -1;
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed + 1;
    let end = feed < 0 ? text.length : feed;
    if (text.charCodeAt(end - 1) === 13) end--;
    line++;
    if (line % LINES_A_STEP === 0) yield;
    const from = start;
    start = next;
    const content = text.slice(from, end).trim();
    if (content === '' || content.startsWith('#') || content.startsWith('//')) continue;
    const entity = readEntityLine(
      content,
      { kind: 'file', uri, line },
      (severity, code, message) => report(severity, code, message, from, end),
      entities.length === 0,
    );
    if (entity === undefined) continue;
    const before = lineOfId.get(entity.id);
    if (before === undefined) {
      lineOfId.set(entity.id, line);
      entities.push(entity);
    } else {
      const message = msg(
        'The id {0} already stands in line {1}. This line is left out: join the two lines, or give this one its own id.',
        entity.id,
        before + 1,
      );
      report('warning', 'entities/duplicate-id', message, from, end);
    }
  }
  if (unreported > 0) {
    const message = msg('{0} more lines of this file have problems. Mend those shown first.', unreported);
    problems.push({ code: 'entities/more', severity: 'warning', message, start: 0, end: 0 });
  }
  return { entities, problems };
}
