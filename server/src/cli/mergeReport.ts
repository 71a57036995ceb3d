import { inWords } from '../core/annotations/merge/decide.ts';
import { describeConflict } from '../core/annotations/merge/describeConflict.ts';
import type { MergeReport } from '../core/annotations/merge3.ts';
import { formatMessage, type Message, msg } from '../core/message.ts';
import type { Undertaking } from '../git/stages.ts';
import type { Io } from './io.ts';

/** What the two sides of a merge are called: while git rebases, `ours` is not what the person thinks of as theirs. */
export interface SideNames {
  readonly ours: Message;
  readonly theirs: Message;
}

/** Names for the sides by what they are. */
export function sideNames(undertaking: Undertaking): SideNames {
  switch (undertaking) {
    case 'rebase':
      return { ours: msg('the branch you rebase onto'), theirs: msg('your commit') };
    case 'cherry-pick':
      return { ours: msg('your branch'), theirs: msg('the commit you pick') };
    case 'revert':
      return { ours: msg('your branch'), theirs: msg('what was before the commit you revert') };
    case 'merge':
      return { ours: msg('your branch'), theirs: msg('the branch you merge') };
    case 'other':
      return { ours: msg('ours'), theirs: msg('theirs') };
  }
}

/** Tells what a merge left to people: decisions to take, and tags that stand twice. */
export function tellReport(io: Io, file: string, report: MergeReport, names: SideNames): void {
  const say = (message: Message) => io.tell(`${file}: ${formatMessage(message)}`);
  for (const { id, conflict } of report.conflicts) {
    const { ours, theirs } = describeConflict(conflict);
    say(
      msg(
        '{0}: {1}: {2} | {3}: {4}',
        id,
        formatMessage(names.ours),
        inWords(ours),
        formatMessage(names.theirs),
        inWords(theirs),
      ),
    );
  }
  for (const { ours, theirs, label, text } of report.twice) {
    say(
      msg(
        '{0} “{1}” was tagged on both sides, as {2} and as {3}: both are kept; remove one.',
        label,
        text,
        ours,
        theirs,
      ),
    );
  }
  if (report.conflicts.length > 0) {
    say(
      msg(
        'Annotations that somebody has to decide on: {0}. The file holds both versions of each: open it or its article in the editor, choose, then add the file to git.',
        report.conflicts.length,
      ),
    );
  }
}
