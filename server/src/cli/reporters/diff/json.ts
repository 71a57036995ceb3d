import { OUTPUT_VERSION } from '../../contracts.ts';
import type { CreateDiffReporter } from './reporter.ts';

/** One JSON value, an article a line. */
export const json: CreateDiffReporter = (_, { from, to }) => {
  let articles = 0;
  const head = `"version":${OUTPUT_VERSION},"from":${JSON.stringify(from)},"to":${JSON.stringify(to ?? null)}`;
  return {
    begin: () => `{${head},"articles":[`,
    article: (article) => `${articles++ === 0 ? '' : ','}\n${JSON.stringify(article)}`,
    end: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  };
};

/** JSON Lines: an article a line, as in the list `articles` of the format json. */
export const jsonl: CreateDiffReporter = () => ({
  begin: () => '',
  article: (article) => `${JSON.stringify(article)}\n`,
  end: () => '',
});
