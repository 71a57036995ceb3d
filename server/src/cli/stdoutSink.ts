import { msg } from '../core/message.ts';
import type { ExportSink } from '../service/datasets/exporting.ts';
import { ExportRefused } from '../service/datasets/exportRefused.ts';
import type { Io } from './io.ts';

/** Prints a dataset that is one file. Throws `ExportRefused` where it is several. */
export function stdoutSink(io: Io): ExportSink {
  let only: string | undefined;
  return {
    async write({ pieces }) {
      for (const { piece } of pieces) {
        only ??= piece.file;
        if (piece.file !== only) throw new ExportRefused(SEVERAL);
        await io.out(piece.content);
      }
    },
  };
}

const SEVERAL = msg(
  'This format has several files, which cannot go to standard output: name a folder with --out.',
);
