import { OUTPUT_VERSION } from '../contracts.ts';
import type { CreateReporter } from './reporter.ts';

/** One JSON value, an article a line. */
export const json: CreateReporter = () => {
  let articles = 0;
  return {
    begin: () => `{"version":${OUTPUT_VERSION},"articles":[`,
    article: (_, checked) => `${articles++ === 0 ? '' : ','}\n${JSON.stringify(checked)}`,
    end: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  };
};
