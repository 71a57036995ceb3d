import { Command, InvalidArgumentError, Option } from 'commander';
import { ADJUDICATION_RULES } from '../core/adjudication/rules.ts';
import { ARTICLE_STATES } from '../core/annotations/model.ts';
import { type Overlap, parseOverlap } from '../core/assignment/overlap.ts';
import { addAgreeCommand } from './agreeCommand.ts';
import { type AdjudicateOptions, adjudicate } from './commands/adjudicate.ts';
import { type AnnotateOptions, annotate } from './commands/annotate.ts';
import { type AssignOptions, assign } from './commands/assign.ts';
import { type CheckOptions, check } from './commands/check.ts';
import { type DiffOptions, diff } from './commands/diff.ts';
import { filter } from './commands/filter.ts';
import { type InitOptions, init } from './commands/init.ts';
import { lsp } from './commands/lsp.ts';
import { type MarkOptions, mark } from './commands/mark.ts';
import { type ShowOptions, show } from './commands/show.ts';
import { type StatsOptions, stats } from './commands/stats.ts';
import { BATCH_SOURCES, type SuggestOptions, suggest } from './commands/suggest.ts';
import { textconv } from './commands/textconv.ts';
import { type ValidateOptions, validate } from './commands/validate.ts';
import { addEntitiesCommands } from './entitiesCommand.ts';
import { addExportCommand } from './exportCommand.ts';
import { addGitCommands } from './gitCommands.ts';
import { addImportCommand } from './importCommand.ts';
import type { Io } from './io.ts';
import { addReanchorCommand } from './reanchorCommand.ts';
import { DIFF_REPORTERS } from './reporters/diff/reporters.ts';
import { REPORTERS } from './reporters/reporters.ts';
import { TABLES } from './reporters/stats/tables.ts';
import { FAIL_ON } from './severities.ts';
import type { ExitCode } from './usageError.ts';
import { packageVersion } from './version.ts';

const EXIT_CODES =
  '\nEnds with 0 where all is well, 1 where there is something to look at, 2 where the call was wrong or a file could not be read or written.\n';

/** The command line; `ended` gets what a command ends with. Commander throws where the call is wrong. */
export function program(io: Io, ended: (code: ExitCode) => void): Command {
  const root = new Command('pressmark')
    .description('Annotate news corpora: check articles, find entities, tag spans.')
    .version(packageVersion())
    .showSuggestionAfterError()
    // Else a command would take the options of those below it for its own.
    .enablePositionalOptions()
    .exitOverride();

  const command = (usage: string, description: string) =>
    root.command(usage).description(description).addHelpText('after', EXIT_CODES).exitOverride();

  command('check [paths...]', 'find what is untranslated or garbled in articles')
    .addOption(format([...REPORTERS.keys()]))
    .addOption(failOn())
    .option('--rules <names>', 'only these rules, families or groups, with commas between them')
    .option('--fix', 'first repair, in the articles, what can be repaired for certain')
    .option('--dry-run', 'with --fix: only tell what would be changed')
    .option(
      '--learn <folder>',
      'with --stdin: first learn words and lines from the articles of this folder, whose project then counts',
    )
    .option('--no-learn', 'do not learn words and lines from the articles of the project first')
    .option('--no-cache', 'neither read nor keep what was learned in your cache folder')
    .addOption(
      new Option(
        '--stdin',
        'read JSON Lines {"id","text","language"?}, write JSON Lines with findings and mentions',
      ).conflicts(['format', 'failOn', 'fix', 'dryRun']),
    )
    .action(async (paths: string[], options: CheckOptions & { stdin?: boolean }, self: Command) => {
      if (options.stdin && paths.length > 0) self.error('error: --stdin goes without paths');
      if (options.dryRun && !options.fix) self.error('error: --dry-run goes with --fix');
      if (!options.stdin && options.learn) self.error('error: --learn goes with --stdin');
      ended(options.stdin ? await filter(io, options) : await check(io, paths, options));
    });

  addEntitiesCommands(command, io, ended);

  command('annotate <file>', 'tag a span of an article, in its sidecar')
    .requiredOption('--label <name>', 'a label of the project')
    .option('--start <n>', 'where the span begins, in characters from 0', wholeNumber)
    .option('--end <n>', 'where it ends, exclusive', wholeNumber)
    .option('--quote <words>', 'the words to tag instead, as they stand in the article')
    .option('--all', 'every place of the quote')
    .option(
      '--by <annotator>',
      'whose sidecar, where the project lists annotators; else git tells who you are',
    )
    .option('--entity <id>', 'the entity that the span names')
    .option('--no-cache', 'do not keep the article’s text in your cache folder where git does not have it')
    .addOption(format(['pretty', 'json']))
    .action(async (file: string, options: AnnotateOptions) => ended(await annotate(io, file, options)));

  command('validate [paths...]', 'check sidecars against articles and labels; project and entity files')
    .addOption(format(['pretty', 'json', 'jsonl', 'github']))
    .addOption(failOn())
    .action(async (paths: string[], options: ValidateOptions) => ended(await validate(io, paths, options)));

  addReanchorCommand(command, io, ended);

  command('show <file>', 'show the annotations of an article at their places')
    .addOption(format(['pretty', 'json']))
    .option('--inline', 'print the article with its tags in it')
    .option('--layer <name>', 'only this annotator, or gold, or shared')
    .action(async (file: string, options: ShowOptions) => ended(await show(io, file, options)));

  command('diff [a] [b] [paths...]', 'tell what became of annotations, between two states or two sidecars')
    .usage('[options] [A [B] | A..B | A...B] [--] [paths...]')
    .addOption(format([...DIFF_REPORTERS.keys()]))
    .option('--by <annotator>', 'only the layer of this annotator, or gold, or shared')
    .addHelpText(
      'after',
      '\nWithout commits: the files as they are against HEAD. A: against A. A B or A..B: from A to B. A...B: what B did since it left A.',
    )
    .action(async (_a: string, _b: string, _paths: string[], options: DiffOptions, self: Command) => {
      // Commander does not tell where `--` stood.
      const dashes = process.argv.indexOf('--');
      const behind = dashes < 0 ? 0 : process.argv.length - dashes - 1;
      const operands = self.args.slice(0, self.args.length - behind);
      ended(await diff(io, operands, self.args.slice(operands.length), options));
    });

  command('adjudicate [paths...]', 'settle by a rule what annotators say; the rest is listed, for people')
    .addOption(
      new Option('--rule <name>', 'take what all annotators have, or what more than half of them have')
        .choices([...ADJUDICATION_RULES])
        .makeOptionMandatory(),
    )
    .option('--label <name>', 'only what somebody gave this label')
    .option('--min <n>', 'pass over articles with which fewer people are done', wholeNumber)
    .option('--all', 'compare everybody who has begun, done or not')
    .option('--dry-run', 'write nothing, only tell')
    .option('--by <name>', 'who lets the rule decide; kept in the gold layer', nameOf)
    .addOption(format(['pretty', 'json', 'csv']))
    .action(async (paths: string[], options: AdjudicateOptions) =>
      ended(await adjudicate(io, paths, options)),
    );

  command('mark <files...>', 'say how far you are with articles, in your sidecars')
    .addOption(
      new Option('--status <status>', 'how far you are').choices([...ARTICLE_STATES]).makeOptionMandatory(),
    )
    .option('--by <annotator>', 'who you are, where the project lists annotators; else git tells')
    .addOption(format(['pretty', 'json']))
    .action(async (files: string[], options: MarkOptions) => ended(await mark(io, files, options)));

  command('assign [paths...]', 'share out the articles that nobody annotates yet')
    .option(
      '--overlap <n>',
      'how many people get each article, or of how many articles two get each: 20%',
      overlap,
      {
        each: 1,
      },
    )
    .addOption(
      new Option('--balance <what>', 'what everybody gets equally much of')
        .choices(['articles', 'characters'])
        .default('articles'),
    )
    .option('--annotators <names>', 'only these, with commas between the names', names)
    .option('--reassign <name>', 'also give away what this person has not done')
    .option('--seed <text>', 'another text gives another assignment of the same kind', '')
    .option('--write', 'write it to the file of assignments')
    .addOption(format(['pretty', 'json', 'csv']))
    .action(async (paths: string[], options: AssignOptions) => ended(await assign(io, paths, options)));

  command('textconv <file>', 'print a sidecar in words, as git diff can show it').action(
    async (file: string) => ended(await textconv(io, file)),
  );

  command('stats [paths...]', 'count articles, languages, labels, entities, findings; how right each rule is')
    .addOption(format(['pretty', 'json', 'csv', 'html']))
    .addOption(
      new Option('--table <name>', 'which table, with --format csv').choices([...TABLES]).default('rules'),
    )
    .option('--no-learn', 'do not learn words and lines from the articles of the project first')
    .option('--no-cache', 'neither read nor keep what was learned in your cache folder')
    .action(async (paths: string[], options: StatsOptions) => ended(await stats(io, paths, options)));

  command(
    'suggest [paths...]',
    'suggest tags: known names, what was tagged before, damaged and unknown names, dates',
  )
    .addOption(format(['pretty', 'json', 'jsonl']))
    .option('--min-score <score>', 'only what is so sure at least, from 0 to 1', score, 0.5)
    .option(
      '--sources <names>',
      `only from these, with commas: ${BATCH_SOURCES.join(', ')}`,
      sources,
      BATCH_SOURCES,
    )
    .option('--by <annotator>', 'for whom: leaves out what this person has tagged or refused')
    .option('--write', 'write the articles’ files of suggestions, for people to accept or refuse')
    .option('--dry-run', 'with --write: write nothing, only tell')
    .action(async (paths: string[], options: SuggestOptions, self: Command) => {
      if (options.dryRun && !options.write) self.error('error: --dry-run goes with --write');
      ended(await suggest(io, paths, options));
    });

  command('init [folder]', 'write a project file with comments')
    .option('--language <tag>', 'the language of every article, such as id or vi', 'auto')
    .option('--annotators <names>', 'who annotates, with commas between the names', names, [])
    .option('--git', 'also tell git about sidecars in .gitattributes')
    .action(async (folder: string | undefined, options: InitOptions) =>
      ended(await init(io, folder ?? '.', options)),
    );

  addAgreeCommand(command, io, ended);

  addExportCommand(command, io, ended);

  addImportCommand(command, io, ended);

  addGitCommands(command, io, ended);

  command('lsp', 'start the language server')
    .option('--stdio', 'talk over standard input and output (the only way)')
    .action(() => lsp());

  return root;
}

function format(choices: string[]): Option {
  return new Option('--format <name>', 'how to write the result').choices(choices).default('pretty');
}

function failOn(): Option {
  return new Option('--fail-on <severity>', 'the least severity that ends with 1')
    .choices(FAIL_ON)
    .default('warning');
}

function overlap(text: string): Overlap {
  const parsed = parseOverlap(text);
  if (!parsed)
    throw new InvalidArgumentError('It should be a number of people such as 2, or a share such as 20%.');
  return parsed;
}

/** A name that a file can keep: a line with an empty one could not be read back. */
function nameOf(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It should be a name.');
  return text.trim();
}

function score(text: string): number {
  const value = Number(text);
  if (!/^(?:0|1|0?\.\d+|[01]\.\d+)$/.test(text) || value > 1)
    throw new InvalidArgumentError('It should be a number from 0 to 1, such as 0.8.');
  return value;
}

function sources(text: string): readonly (typeof BATCH_SOURCES)[number][] {
  return names(text).map((name) => {
    const source = BATCH_SOURCES.find((known) => known === name);
    if (!source) throw new InvalidArgumentError(`It should be some of ${BATCH_SOURCES.join(', ')}.`);
    return source;
  });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It should be a whole number.');
  return Number(text);
}

function names(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
