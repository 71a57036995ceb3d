import { type Message, msg } from '../../message.ts';
import type { ProblemSeverity } from '../../problem.ts';
import { goodName, quotable } from './fieldValues.ts';
import { languageOf } from './languageCodes.ts';
import { RowGatherer } from './rowGatherer.ts';
import {
  type EntitySink,
  type LinePlace,
  type ReaderOptions,
  type SourceReader,
  wantsLanguage,
  wantsType,
} from './source.ts';
import { labelOfType } from './types.ts';

const NUMBER = /^\d{1,15}$/;
/** Person, organisation, place, event, and those of which JRC does not know what they are. */
const TYPE = /^[POTEU]$/;

/** True for a line as JRC-Names writes them. */
export function isJrcLine(cells: readonly string[]): boolean {
  return cells.length === 4 && NUMBER.test(cells[0] ?? '') && TYPE.test((cells[1] ?? '').toUpperCase());
}

/**
 * JRC-Names (Steinberger et al. 2011): tab-separated lines with a number, a type (`P`, `O`, `T`, `E`, `U` unknown), a
 * language (`u`: all of them) and a name whose blanks are `+`. Its ids become `jrc:<number>`. Entities of unknown type
 * are passed over unless the type map names a label for `U`. The number 0 stands for what is no name.
 */
export function jrcNamesReader(sink: EntitySink, options: ReaderOptions): SourceReader {
  const rows = new RowGatherer(sink, options);
  const line = (text: string, place: LinePlace) => {
    if (text === '' || text.startsWith('#')) return;
    const cells = text.split('\t');
    const [number = '', type = '', written = '', plus = ''] = cells;
    const report = (severity: ProblemSeverity, code: string, message: Message) =>
      sink.report(severity, code, message, place);
    if (!isJrcLine(cells)) {
      const message = msg(
        'This line is not as JRC-Names writes them ({0}), so it is left out: “{1}”.',
        '1000595⇥P⇥u⇥Ana+Wijaya',
        quotable(text),
      );
      report('warning', 'entities/row', message);
      return;
    }
    if (number === '0') {
      sink.passOver('kind', place, quotable(text));
      return;
    }
    const code = type.toUpperCase();
    if (code === 'U' && !options.typeMap?.has('U')) {
      sink.passOver('type', place, 'U');
      return;
    }
    const label = labelOfType(code, options.typeMap);
    if (!wantsType(options, label)) {
      sink.passOver('type', place, label);
      return;
    }
    const language = languageOf(written);
    if (language === undefined || !wantsLanguage(options, language)) {
      sink.passOver('language', place, written);
      return;
    }
    const name = goodName(plus.replaceAll('+', ' ').trim(), report);
    if (name === undefined) return;
    rows.at(`jrc:${number}`, label, language === 'und' ? name : '', place).addName(language, name, report);
  };
  const pause = () => {
    rows.flush();
    return true;
  };
  return { line, pause, end: () => rows.flush() };
}
