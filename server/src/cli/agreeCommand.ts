import { type Command, InvalidArgumentError, Option } from 'commander';
import { isMeasure, MEASURE_NAMES, type MeasureName } from '../core/agreement/measures.ts';
import { type AgreeOptions, agree } from './commands/agree.ts';
import type { Io } from './io.ts';
import { PER } from './reporters/agreement/tables.ts';
import type { ExitCode } from './usageError.ts';

/** Adds `agree`; `command` makes a command of the root, `ended` gets what it ends with. */
export function addAgreeCommand(
  command: (usage: string, description: string) => Command,
  io: Io,
  ended: (code: ExitCode) => void,
): void {
  command('agree [paths...]', 'measure how well annotators agree, and list where they do not')
    .option(
      '--annotators <names>',
      'whom to compare, with commas between the names; gold is the adjudicated layer',
      list,
    )
    .option('--labels <names>', 'only these labels, with commas between them', list)
    .option('--measure <names>', `all, or some of ${MEASURE_NAMES.join(', ')}`, measures)
    .addOption(new Option('--per <what>', 'also a table by this').choices([...PER]))
    .option('--all', 'also articles that somebody has begun and not called done')
    .option('--disagreements', 'list every place of which two people say different things')
    .option('--fail-under <thresholds>', 'end with 1 below these, such as f1=0.8,alpha=0.67', thresholds)
    .addOption(
      new Option('--format <name>', 'how to write the result')
        .choices(['pretty', 'json', 'csv', 'markdown'])
        .default('pretty'),
    )
    .action(async (paths: string[], options: AgreeOptions) => ended(await agree(io, paths, options)));
}

/** What stands between commas. Nothing at all, as of a variable that is not set, would quietly ask for less. */
function list(text: string): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new InvalidArgumentError('Name at least one, with commas between several.');
  return names;
}

function measures(text: string): ReadonlySet<MeasureName> {
  return new Set(text.trim() === 'all' ? MEASURE_NAMES : list(text).map(measureNamed));
}

function thresholds(text: string): ReadonlyMap<MeasureName, number> {
  const least = new Map<MeasureName, number>();
  for (const part of list(text)) {
    const [, name = '', value] = /^([^=]*)=\s*(0(?:\.\d+)?|1(?:\.0+)?)$/.exec(part) ?? [];
    if (value === undefined)
      throw new InvalidArgumentError('Each threshold is a measure and a number from 0 to 1, such as f1=0.8.');
    const measure = measureNamed(name.trim());
    if (least.has(measure)) throw new InvalidArgumentError(`There are two thresholds for ${measure}.`);
    least.set(measure, Number(value));
  }
  return least;
}

function measureNamed(name: string): MeasureName {
  if (isMeasure(name)) return name;
  throw new InvalidArgumentError(`“${name}” is no measure. There are ${MEASURE_NAMES.join(', ')}.`);
}
