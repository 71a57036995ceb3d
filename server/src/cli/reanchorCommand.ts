import { type Command, Option } from 'commander';
import { type ReanchorOptions, reanchor } from './commands/reanchor.ts';
import { reanchorTexts } from './commands/reanchorTexts.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './usageError.ts';

/** As the options stand on the command line. */
interface Given extends ReanchorOptions {
  readonly old?: string;
  readonly new?: string;
  readonly sidecar?: string;
}

/** The command that tells where annotations are now. */
export function addReanchorCommand(
  command: (usage: string, description: string) => Command,
  io: Io,
  ended: (code: ExitCode) => void,
): void {
  command('reanchor [paths...]', 'tell where annotations are in articles that were changed since')
    .addOption(
      new Option('--format <name>', 'how to write the result')
        .choices(['pretty', 'json', 'jsonl'])
        .default('pretty'),
    )
    .option('--write', 'let the lines whose place is certain say their present place')
    .option('--by <annotator>', 'whose annotations, where the project lists annotators; or gold')
    .option('--old <file>', 'with --new and --sidecar: the text that the annotations were made on')
    .option('--new <file>', 'the text as it is now')
    .option('--sidecar <file>', 'the annotations')
    .action(async (paths: string[], { old, new: now, sidecar, ...options }: Given, self: Command) => {
      const named = [old, now, sidecar].filter((file) => file !== undefined).length;
      if (named === 0) return ended(await reanchor(io, paths, options));
      if (old === undefined || now === undefined || sidecar === undefined) {
        self.error('error: --old, --new and --sidecar go together');
      }
      if (paths.length > 0 || options.by !== undefined) {
        self.error('error: --old, --new and --sidecar go without paths and --by');
      }
      return ended(await reanchorTexts(io, { old, new: now, sidecar }, options));
    });
}
