import { github } from './github.ts';
import { json, jsonl } from './json.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import type { CreateDiffReporter } from './reporter.ts';
import { sarif } from './sarif.ts';

/** The formats of `diff`, by name. */
export const DIFF_REPORTERS: ReadonlyMap<string, CreateDiffReporter> = new Map(
  Object.entries({ pretty, json, jsonl, markdown, github, sarif }),
);
