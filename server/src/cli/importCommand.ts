import { type Command, InvalidArgumentError, Option } from 'commander';
import { UNKNOWN_NAMES } from '../core/datasets/import/vocabulary.ts';
import { OFFSET_UNITS } from '../core/formats/readArticle.ts';
import { formatMessage } from '../core/message.ts';
import { readableFormats, readOptions } from '../service/datasets/importInput.ts';
import { AUTO, type ImportOptions, importDatasets } from './commands/import.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './usageError.ts';

/** Adds `import`; `command` makes a command of the root, `ended` gets what it ends with. */
export function addImportCommand(
  command: (usage: string, description: string) => Command,
  io: Io,
  ended: (code: ExitCode) => void,
): void {
  command('import <paths...>', 'bring in annotations of other tools’ files, all of them or none')
    .addOption(
      new Option('--from <format>', 'the format; auto recognises it')
        .choices([AUTO, ...readableFormats().map((f) => f.name)])
        .default(AUTO),
    )
    .option(
      '--into <folder>',
      'the folder of the corpus to look for the articles in, and for new ones; else this one',
    )
    .option('--by <annotator>', 'whose annotations all of them are, whatever the files say')
    .addOption(repeated('--map-annotator <name=annotator>', 'who an annotator of the files is here', pair))
    .addOption(
      repeated(
        '--map <name=name>',
        'a label, relation or attribute of the files, and its name here; none leaves it out',
        pair,
      ),
    )
    .addOption(
      new Option(
        '--unknown-labels <what>',
        'names that the project does not have: refuse, add them to pressmark.json, or keep them so',
      )
        .choices([...UNKNOWN_NAMES])
        .default('refuse'),
    )
    .addOption(
      new Option(
        '--offsets <how>',
        'what offsets count; auto finds it out by the quotes, quotes looks only for the words',
      )
        .choices(['auto', ...OFFSET_UNITS, 'quotes'])
        .default('auto'),
    )
    .addOption(repeated('--option <name=value>', 'an option of the format, below', value))
    .option('--dry-run', 'write nothing, only tell')
    .option('--no-cache', 'do not keep texts that annotations refer to in your cache folder')
    .addOption(
      new Option('--format <name>', 'how to write the report').choices(['pretty', 'json']).default('pretty'),
    )
    .addHelpText('after', () => optionHelp())
    .action(async (paths: string[], options: ImportOptions) =>
      ended(await importDatasets(io, paths, options)),
    );
}

/** An option that may stand several times; each adds to a map. */
function repeated(flags: string, description: string, parse: typeof pair): Option {
  return new Option(flags, `${description}; repeatable`).argParser(parse).default(new Map(), 'none');
}

/** The options of all formats that have some for reading. */
function optionHelp(): string {
  const lines = readableFormats().flatMap((format) =>
    readOptions(format).map(
      (o) =>
        `  ${format.name}: ${o.name}=${o.byDefault}  ${formatMessage(o.description)}${o.values ? ` (${o.values.join(', ')})` : ''}`,
    ),
  );
  return lines.length === 0 ? '' : `\nOptions of formats, as --option name=value:\n${lines.join('\n')}\n`;
}

/** The last equals sign counts: names of files may have some. */
function pair(text: string, known: ReadonlyMap<string, string>): Map<string, string> {
  return split(text, text.lastIndexOf('='), known);
}

/** The first equals sign counts: values may have some. */
function value(text: string, known: ReadonlyMap<string, string>): Map<string, string> {
  return split(text, text.indexOf('='), known);
}

function split(text: string, equals: number, known: ReadonlyMap<string, string>): Map<string, string> {
  if (equals <= 0) throw new InvalidArgumentError('It should be two names, such as PERSON=PER.');
  const name = text.slice(0, equals);
  if (known.has(name)) throw new InvalidArgumentError(`There are two values for ${name}.`);
  return new Map([...known, [name, text.slice(equals + 1)]]);
}
