import { CommanderError } from 'commander';
import { formatMessage } from '../core/message.ts';
import { Io } from './io.ts';
import { program } from './program.ts';
import { EXIT, UsageError } from './usageError.ts';

const io = new Io(process);

// Whoever reads our output may have had enough, as `head` has: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' && io.mustFinish) return;
  process.exit(error.code === 'EPIPE' ? EXIT.clean : EXIT.failed);
});

program(io, (code) => {
  process.exitCode = code;
})
  .parseAsync()
  .catch((error: unknown) => {
    process.exitCode = EXIT.failed;
    // Commander has said already what is wrong with the call, or has printed the help that was asked for.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.failed;
    else if (error instanceof UsageError) io.tell(`pressmark: ${formatMessage(error.told)}`);
    else io.tell(`pressmark: ${process.env.DEBUG && error instanceof Error ? error.stack : error}`);
  });
