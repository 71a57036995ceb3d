/**
 * Writes schemas/*.json, the JSON Schemas of our files and outputs, from the schemas that the code itself reads with:
 * `npx node scripts/schemas.mjs`. A test holds that they are current.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { AdjudicateOutput } from '../server/src/cli/contracts/adjudication.ts';
import { AgreeOutput } from '../server/src/cli/contracts/agreement.ts';
import { EntityCachesOutput, EntityImportOutput } from '../server/src/cli/contracts/entityImporting.ts';
import { ExportOutput, FormatsOutput, LossOutput } from '../server/src/cli/contracts/exporting.ts';
import { ImportOutput } from '../server/src/cli/contracts/importing.ts';
import { ReanchorOutput } from '../server/src/cli/contracts/reanchoring.ts';
import { SentencesOutput } from '../server/src/cli/contracts/sentences.ts';
import { SuggestedArticleOutput, SuggestOutput } from '../server/src/cli/contracts/suggesting.ts';
import * as cli from '../server/src/cli/contracts.ts';
import { SidecarSchema } from '../server/src/core/annotations/schema.ts';
import { AssignmentSchema } from '../server/src/core/assignment/assignmentFile.ts';
import { CATALOGUE } from '../server/src/core/checks/catalogue.ts';
import { ProjectSchema } from '../server/src/core/project/schema.ts';
import { rulesSchema } from './ruleSchema.mjs';

const SOURCES = {
  'project.schema.json': { title: 'Pressmark project file', schema: ProjectSchema },
  'sidecar.schema.json': { title: 'Pressmark annotations of an article', schema: SidecarSchema },
  'check.schema.json': { title: 'pressmark check --format json', schema: cli.CheckOutput },
  'check-article.schema.json': {
    title: 'A line of pressmark check --format jsonl',
    schema: cli.CheckedArticle,
  },
  'check-stdin-input.schema.json': { title: 'A line into pressmark check --stdin', schema: cli.FilterInput },
  'check-stdin-output.schema.json': {
    title: 'A line out of pressmark check --stdin',
    schema: cli.FilterOutput,
  },
  'entities.schema.json': { title: 'pressmark entities --format json', schema: cli.EntitiesOutput },
  'entities-import.schema.json': {
    title: 'pressmark entities import --format json',
    schema: EntityImportOutput,
  },
  'entities-list.schema.json': {
    title: 'pressmark entities list --format json',
    schema: EntityCachesOutput,
  },
  'annotate.schema.json': { title: 'pressmark annotate --format json', schema: cli.AnnotateOutput },
  'adjudicate.schema.json': { title: 'pressmark adjudicate --format json', schema: AdjudicateOutput },
  'agree.schema.json': { title: 'pressmark agree --format json', schema: AgreeOutput },
  'import.schema.json': { title: 'pressmark import --format json', schema: ImportOutput },
  'export.schema.json': {
    title: 'pressmark export --format json, and export.json of a dataset',
    schema: ExportOutput,
  },
  'losses.schema.json': { title: 'A line of losses.jsonl of a dataset', schema: LossOutput },
  'formats.schema.json': { title: 'pressmark formats --format json', schema: FormatsOutput },
  'export-sentences.schema.json': {
    title: 'pressmark export --sentences --format json',
    schema: SentencesOutput,
  },
  'validate.schema.json': { title: 'pressmark validate --format json', schema: cli.ValidateOutput },
  'reanchor.schema.json': { title: 'pressmark reanchor --format json', schema: ReanchorOutput },
  'mark.schema.json': { title: 'pressmark mark --format json', schema: cli.MarkOutput },
  'assign.schema.json': { title: 'pressmark assign --format json', schema: cli.AssignOutput },
  'assignments.schema.json': { title: 'A line of assignments.jsonl', schema: AssignmentSchema },
  'stats.schema.json': { title: 'pressmark stats --format json', schema: cli.StatsOutput },
  'suggest.schema.json': { title: 'pressmark suggest --format json', schema: SuggestOutput },
  'suggest-article.schema.json': {
    title: 'A line of pressmark suggest --format jsonl',
    schema: SuggestedArticleOutput,
  },
  'diff.schema.json': { title: 'pressmark diff --format json', schema: cli.DiffOutput },
  'diff-article.schema.json': {
    title: 'A line of pressmark diff --format jsonl',
    schema: cli.DiffedArticle,
  },
  'show.schema.json': { title: 'pressmark show --format json', schema: cli.ShowOutput },
};

/** @returns {Map<string, object>} every schema by its file name in schemas/ */
export function jsonSchemas() {
  return new Map(
    Object.entries(SOURCES).map(([file, { title, schema }]) => {
      // Flags of regular expressions have no place in JSON Schema; ours differ by `u` only, which it implies.
      const json = toJsonSchema(schema, { errorMode: 'ignore', target: 'draft-2020-12' });
      if (schema === ProjectSchema) nameRules(json);
      return [file, { $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...json }];
    }),
  );
}

function nameRules(json) {
  const { rules } = json.properties;
  json.properties.rules = {
    ...rulesSchema(CATALOGUE, rules.additionalProperties),
    description: rules.description,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '../schemas');
  mkdirSync(folder, { recursive: true });
  for (const [file, json] of jsonSchemas()) writeFileSync(join(folder, file), JSON.stringify(json, null, 2));
  execFileSync('biome', ['format', '--write', folder], { stdio: 'inherit' });
}
