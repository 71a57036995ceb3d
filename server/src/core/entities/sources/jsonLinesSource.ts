import type { Message } from '../../message.ts';
import { msg } from '../../message.ts';
import type { ProblemSeverity } from '../../problem.ts';
import type { Entity } from '../entity.ts';
import { readEntityLine } from '../entityLine.ts';
import type { EntitySink, LinePlace, ReaderOptions, SourceReader } from './source.ts';
import { wantsLanguage, wantsType } from './source.ts';
import { labelOfType } from './types.ts';

/** An entity file as docs/entity-files.md has it: JSON Lines, one entity a line. */
export function jsonLinesReader(sink: EntitySink, options: ReaderOptions): SourceReader {
  let mayBeHeader = true;
  return {
    line(text: string, place: LinePlace) {
      const content = text.trim();
      if (content === '' || content.startsWith('#') || content.startsWith('//')) return;
      const report = (severity: ProblemSeverity, code: string, message: Message) =>
        sink.report(severity, code, message, place);
      const entity = readEntityLine(content, options.source(place.line), report, mayBeHeader);
      mayBeHeader = false;
      if (entity !== undefined) give(entity, sink, options, place);
    },
    pause: () => true,
    end() {},
  };
}

/** Gives an entity on with the type and the languages that are wanted. */
function give(entity: Entity, sink: EntitySink, options: ReaderOptions, place: LinePlace): void {
  const type = labelOfType(entity.type, options.typeMap);
  if (!wantsType(options, type)) {
    sink.passOver('type', place, type);
    return;
  }
  if (options.languages === undefined) {
    sink.entity(type === entity.type ? entity : { ...entity, type });
    return;
  }
  const names = new Map([...entity.names].filter(([language]) => wantsLanguage(options, language)));
  const description = new Map(
    [...entity.description].filter(([language]) => wantsLanguage(options, language)),
  );
  for (const language of entity.names.keys())
    if (!names.has(language)) sink.passOver('language', place, language);
  if (names.size === 0) {
    sink.passOver('nameless', place, entity.id);
    return;
  }
  sink.entity({ ...entity, type, names, description });
}

/** Why a line that is not JSON is left out, for sources that hold nothing else. */
export function brokenJson(): Message {
  return msg('This line is not JSON, so it is left out. Get the file again where it came from.');
}
