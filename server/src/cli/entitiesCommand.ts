import { type Command, InvalidArgumentError, Option } from 'commander';
import { SOURCE_FORMATS } from '../core/entities/sources/source.ts';
import { type EntitiesOptions, entities } from './commands/entities.ts';
import { type EntitiesImportOptions, entitiesImport } from './commands/entitiesImport.ts';
import { entitiesList, entitiesRemove } from './commands/entityCaches.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './usageError.ts';

/**
 * Adds `entities` with what stands below it; `command` makes a command of the root, `ended` gets what it ends with. A
 * folder that is called as one of them is `./import`.
 */
export function addEntitiesCommands(
  command: (usage: string, description: string) => Command,
  io: Io,
  ended: (code: ExitCode) => void,
): void {
  const group = command('entities [paths...]', 'find the mentions of known people, places and organisations')
    .addOption(
      new Option('--format <name>', 'how to write them')
        .choices(['pretty', 'json', 'jsonl'])
        .default('pretty'),
    )
    .enablePositionalOptions()
    .helpCommand(false)
    .action(async (paths: string[], options: EntitiesOptions) => ended(await entities(io, paths, options)));

  const below = (usage: string, description: string) =>
    group.command(usage).description(description).addHelpText('after', EXIT_CODES).exitOverride();

  below(
    'import <files...>',
    'make a cache of the names in lists: entity files, CSV, ParaNames, JRC-Names, Wikidata',
  )
    .addOption(
      new Option('--from <format>', 'what the files are; auto recognises it')
        .choices(['auto', ...SOURCE_FORMATS])
        .default('auto'),
    )
    .option('--languages <codes>', 'only names in these languages, with commas between them', list)
    .option('--types <labels>', 'only entities of these types, with commas between them', list)
    .addOption(
      new Option(
        '--type-map <type=label>',
        'a type of the files, or a class of Wikidata, and its label here; * stands for rows without one; repeatable',
      )
        .argParser(pairs)
        .default(new Map(), 'none'),
    )
    .option('--name <name>', 'by which projects ask for it; else it is called as the first file')
    .option('--output <file>', 'where to put it, ending in .pmnames; else your cache folder')
    .option('--dry-run', 'write nothing, only tell')
    .addOption(format())
    .action(async (files: string[], options: EntitiesImportOptions) =>
      ended(await entitiesImport(io, files, options)),
    );

  below('list', 'list the caches of names in your cache folder, and whether their sources have changed')
    .addOption(format())
    .action(async (options: { format: 'pretty' | 'json' }) => ended(await entitiesList(io, options)));

  below('remove <names...>', 'remove caches of names from your cache folder').action(
    async (names: string[]) => ended(await entitiesRemove(io, names)),
  );
}

function format(): Option {
  return new Option('--format <name>', 'how to write the report')
    .choices(['pretty', 'json'])
    .default('pretty');
}

const EXIT_CODES =
  '\nEnds with 0 where all is well, 1 where there is something to look at, 2 where the call was wrong or a file could not be read or written.\n';

function list(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function pairs(text: string, known: ReadonlyMap<string, string>): Map<string, string> {
  const all = new Map(known);
  for (const pair of list(text)) {
    const [type = '', label = '', ...more] = pair.split('=').map((one) => one.trim());
    if (type === '' || label === '' || more.length > 0)
      throw new InvalidArgumentError('It should be two names, such as LOC=GPE.');
    all.set(type, label);
  }
  return all;
}
