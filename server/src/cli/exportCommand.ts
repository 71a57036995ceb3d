import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseParts } from '../core/datasets/parts.ts';
import { SPLIT_METHODS } from '../core/datasets/split.ts';
import { ALIGNMENTS } from '../core/formats/format.ts';
import { FORMATS } from '../core/formats/registry.ts';
import { formatMessage } from '../core/message.ts';
import { writableFormats } from '../service/datasets/exportPlan.ts';
import { type ExportOptions, exportDatasets } from './commands/export.ts';
import { formats } from './commands/formats.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './usageError.ts';

/** Adds `export` and `formats`; `command` makes a command of the root, `ended` gets what it ends with. */
export function addExportCommand(
  command: (usage: string, description: string) => Command,
  io: Io,
  ended: (code: ExitCode) => void,
): void {
  const names = writableFormats().map((f) => f.name);
  command(
    'export [paths...]',
    'write annotations in the format of another tool, and tell what it cannot hold',
  )
    .requiredOption('--to <format>', `the format: ${names.join(', ')}`)
    .option('--out <folder>', 'where to: a folder that is not there yet, or - for standard output')
    .option('--layer <name>', 'whose annotations: an annotator, gold, shared, or all')
    .addOption(
      new Option('--align <how>', 'what becomes of a tag that cuts a token, in formats of tokens')
        .choices([...ALIGNMENTS])
        .default('strict'),
    )
    .option('--option <name=value>', 'an option of the format: see pressmark formats <name>', pair, new Map())
    .option('--label <names>', 'only tags with these labels, with commas between them', list)
    .option('--language <tags>', 'only articles in these languages, with commas between them', list)
    .option('--done', 'only what its annotator called done or reviewed')
    .addOption(
      new Option('--empty <what>', 'articles without annotations: only those called done, all, or none')
        .choices(['done', 'keep', 'drop'])
        .default('done'),
    )
    .addOption(
      new Option('--review <what>', 'tags whose place is a guess, as the article has changed')
        .choices(['keep', 'drop'])
        .default('drop'),
    )
    .option('--split <shares>', 'share articles out, such as 80/10/10 or train=80,test=20', parts)
    .option('--seed <text>', 'another text gives another split of the same kind', '1')
    .addOption(
      new Option('--split-method <name>', 'each part alike, or by a hash that never moves an article')
        .choices([...SPLIT_METHODS])
        .default('stratified'),
    )
    .option(
      '--near-duplicate <similarity>',
      'with --split: how alike articles are that stay together, above 0 and up to 1',
      similarity,
    )
    .option(
      '--keep-split <file>',
      'leave articles in the part that this split.jsonl of an older export names',
    )
    .option(
      '--sentences',
      'write sentences with their classes and the evidence of rules, as jsonl, csv or parquet',
    )
    .option('--negatives <n>', 'with --sentences: clean ones for each bad one; else all of them', wholeNumber)
    .option('--name <name>', 'the dataset’s name; else that of its folder')
    .option('--no-card', 'write no dataset card and no metadata')
    .option(
      '--check',
      'tell in the card how many findings nobody has judged; takes as long as pressmark check',
    )
    .option('--strict', 'make no dataset where anything is changed or dropped')
    .option('--keep-going', 'leave out articles that cannot be read')
    .option('--dry-run', 'write nothing, only tell what would be lost')
    .option('--resume', 'go on with an export that was broken off')
    .option('--force', 'replace an export of the same name')
    .addOption(
      new Option('--format <name>', 'how to write the report').choices(['pretty', 'json']).default('pretty'),
    )
    .action(async (paths: string[], options: ExportOptions) =>
      ended(await exportDatasets(io, paths, options)),
    );

  command('formats [name]', 'list the formats of other tools, and what each can hold')
    .addOption(
      new Option('--format <name>', 'how to write the list').choices(['pretty', 'json']).default('pretty'),
    )
    .addHelpText('after', `\nThere are ${FORMATS.map((f) => f.name).join(', ')}.`)
    .action(async (name: string | undefined, options: { format: 'pretty' | 'json' }) =>
      ended(await formats(io, name, options.format)),
    );
}

function similarity(text: string): number {
  if (!/^(?:0?\.\d{1,6}|1(?:\.0+)?)$/.test(text) || Number(text) === 0)
    throw new InvalidArgumentError('It should be a number above 0 and up to 1, such as 0.3.');
  return Number(text);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It should be a whole number.');
  return Number(text);
}

function list(text: string): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new InvalidArgumentError('Name at least one, with commas between several.');
  return names;
}

function pair(text: string, known: ReadonlyMap<string, string>): Map<string, string> {
  const equals = text.indexOf('=');
  if (equals <= 0)
    throw new InvalidArgumentError('It should be a name and a value, such as columns=word,tag.');
  const name = text.slice(0, equals);
  if (known.has(name)) throw new InvalidArgumentError(`There are two values for ${name}.`);
  return new Map([...known, [name, text.slice(equals + 1)]]);
}

function parts(text: string) {
  const parsed = parseParts(text);
  if ('refused' in parsed) throw new InvalidArgumentError(formatMessage(parsed.refused));
  return parsed;
}
