import { stat } from 'node:fs';

/** Another one whenever a file was written: its size and time; undefined where there is none. Never rejects. */
export function fileStamp(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    stat(path, (error, found) => resolve(error ? undefined : `${found.size}-${found.mtimeMs}`));
  });
}
