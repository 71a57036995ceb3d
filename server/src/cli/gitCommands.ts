import { type Command, Option } from 'commander';
import { type GitSetUpOptions, gitInstall, gitUninstall } from './commands/git.ts';
import { type MergeCommandOptions, merge } from './commands/merge.ts';
import { type ResolveOptions, resolve } from './commands/resolve.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './usageError.ts';

/** The commands by which git and Pressmark work together. */
export function addGitCommands(
  command: (usage: string, description: string) => Command,
  io: Io,
  ended: (code: ExitCode) => void,
): void {
  command('merge <base> <ours> <theirs>', 'merge three versions of a sidecar, annotation by annotation')
    .addOption(new Option('-o, --output <file>', 'write there instead of printing').conflicts('driver'))
    .option('--driver', 'as git calls it: write to <ours>, with git’s markers where files cannot be read')
    .option('--path <name>', 'with --driver: what the file is called in the repository')
    .option('--marker-size <n>', 'with --driver: how many signs git’s markers have')
    .action(async (base: string, ours: string, theirs: string, options: MergeCommandOptions) =>
      ended(await merge(io, [base, ours, theirs], options)),
    );

  command('resolve [files...]', 'merge the sidecars that git could not, in the middle of a merge or rebase')
    .option('--no-add', 'do not add files to git in which nothing is left to decide')
    .option('--from-index', 'merge anew what git has, and lose edits that were made since')
    .action(async (files: string[], options: ResolveOptions) => ended(await resolve(io, files, options)));

  const git = command('git', 'make git merge and show sidecars annotation by annotation');
  const setUp = (name: string, description: string) =>
    git
      .command(name)
      .description(description)
      .option('--global', 'in your own git settings, for all repositories')
      .exitOverride();
  setUp('install', 'tell git of Pressmark’s merge and diff drivers, in this repository')
    .option('--local', 'keep the attributes in the repository’s own folder, not in .gitattributes')
    .action(async (options: GitSetUpOptions) => ended(await gitInstall(io, options)));
  setUp('uninstall', 'take back what install did').action(async (options: GitSetUpOptions) =>
    ended(await gitUninstall(io, options)),
  );
}
