import type { Message } from '../../message.ts';
import { msg } from '../../message.ts';
import type { Problem, ProblemSeverity } from '../../problem.ts';
import type { Steps } from '../../steps.ts';
import { type EntityFile, MOST_PROBLEMS, readEntities } from '../entityFile.ts';
import { JoinedEntities } from './joinEntities.ts';
import { detectFormat, sourceReader } from './readers.ts';
import type { EntitySink, LinePlace } from './source.ts';

/** Lines between two steps: a few milliseconds of reading. */
const LINES_A_STEP = 500;
/** So much of a text tells what it is. */
const HEAD = 20_000;

/**
 * Reads an entity file of a project, whatever of these it is: JSON Lines, a table (CSV, TSV), ParaNames, JRC-Names, lines
 * of a Wikidata dump. Problems have their places in `text` (UTF-16 units).
 */
export function* readEntitySource(text: string, uri: string): Steps<EntityFile> {
  const head = text.slice(0, HEAD);
  const format = detectFormat(uri, head);
  if (format === 'jsonl' || (format === undefined && /\.jsonl$/i.test(uri)))
    return yield* readEntities(text, uri);
  const problems: Problem[] = [];
  let unreported = 0;
  const report = (severity: ProblemSeverity, code: string, message: Message, { start, end }: LinePlace) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ code, severity, message, start, end });
    else unreported++;
  };
  if (format === undefined) {
    const message = msg(
      'This is no list of entities that Pressmark knows: its first line should name columns such as {0}. Correct it, or leave the file out of “entities” in pressmark.json.',
      'id, type, name, language',
    );
    if (text.trim() !== '') report('error', 'entities/columns', message, { line: 0, start: 0, end: 0 });
    return { entities: [], problems };
  }
  let place: LinePlace = { line: 0, start: 0, end: 0 };
  const joined = new JoinedEntities((severity, code, message) => report(severity, code, message, place));
  const sink: EntitySink = {
    entity: (entity) => joined.add(entity),
    report,
    passOver(reason, at, shown) {
      if (reason !== 'type') return;
      const message = msg('The type {0} says nothing, so this line is left out: give it another one.', shown);
      report('information', 'entities/passed-over', message, at);
    },
  };
  const reader = sourceReader(format, head, sink, { source: (line) => ({ kind: 'file', uri, line }) });
  for (let start = text.startsWith('\ufeff') ? 1 : 0, line = 0; start < text.length; line++) {
    const feed = text.indexOf('\n', start);
    let end = feed < 0 ? text.length : feed;
    const next = feed < 0 ? text.length : feed + 1;
    if (text.charCodeAt(end - 1) === 13) end--;
    place = { line, start, end };
    reader.line(text.slice(start, end), place);
    start = next;
    if (line % LINES_A_STEP === 0) yield;
  }
  reader.end();
  if (unreported > 0) {
    const message = msg('{0} more lines of this file have problems. Mend those shown first.', unreported);
    problems.push({ code: 'entities/more', severity: 'warning', message, start: 0, end: 0 });
  }
  return { entities: yield* joined.all(), problems };
}
