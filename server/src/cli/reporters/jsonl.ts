import type { CreateReporter } from './reporter.ts';

/** JSON Lines: an article a line, as in the list `articles` of the format json. */
export const jsonl: CreateReporter = () => ({
  begin: () => '',
  article: (_, checked) => `${JSON.stringify(checked)}\n`,
  end: () => '',
});
