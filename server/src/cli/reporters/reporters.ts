import { github } from './github.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import type { CreateReporter } from './reporter.ts';
import { sarif } from './sarif.ts';

/** The formats of `check`, by name. */
export const REPORTERS: ReadonlyMap<string, CreateReporter> = new Map(
  Object.entries({ pretty, json, jsonl, github, sarif, junit }),
);
