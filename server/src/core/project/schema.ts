import * as v from 'valibot';
import { MEASURE_NAMES } from '../agreement/measures.ts';
import { SEVERITIES } from '../checks/finding.ts';

export const text = v.pipe(v.string(), v.nonEmpty());
export const texts = v.array(text);
/** A glob inside the project: neither absolute nor upwards. */
export const glob = v.pipe(text, v.regex(/^(?![/\\]|[A-Za-z]:)(?!(?:.*[/\\])?\.\.(?:[/\\]|$))/));
const globs = v.array(glob);
/** The name of a cache of names, or the path of one inside the project, which ends in `.pmnames`. */
export const importedNames = v.pipe(
  v.string(),
  v.regex(
    /^(?:[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,63}|(?![/\\]|[A-Za-z]:)(?!(?:.*[/\\])?\.\.(?:[/\\]|$)).+\.pmnames)$/u,
  ),
);
/** `gold`, `shared` and `suggested` name layers, also on disks that do not tell letter cases apart. */
export const annotator = v.pipe(
  v.string(),
  v.regex(
    /^(?!(?:[gG][oO][lL][dD]|[sS][hH][aA][rR][eE][dD]|[sS][uU][gG][gG][eE][sS][tT][eE][dD])$)[\p{L}\p{N}_][\p{L}\p{N}_-]{0,63}$/u,
  ),
);
const email = v.pipe(v.string(), v.regex(/^[^\s@]+@[^\s@]+$/));
const severity = v.picklist([...SEVERITIES, 'off']);

const AttributeSchema = v.object({
  name: text,
  type: v.optional(v.picklist(['text', 'number', 'boolean', 'choice'])),
  values: v.optional(texts),
  default: v.optional(v.union([v.string(), v.number(), v.boolean()])),
});

export const LabelSchema = v.object({
  name: v.pipe(v.string(), v.regex(/^[^\s()[\]]{1,64}$/u)),
  title: v.optional(text),
  key: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9]$/))),
  color: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/))),
  guideline: v.optional(v.string()),
  sentence: v.optional(v.boolean()),
  attributes: v.optional(v.array(AttributeSchema)),
});

export const RelationSchema = v.object({
  name: text,
  from: v.optional(texts),
  to: v.optional(texts),
  symmetric: v.optional(v.boolean()),
});

export const RuleSettingSchema = v.union([
  severity,
  v.object({ severity: v.optional(severity), options: v.optional(v.record(v.string(), v.unknown())) }),
]);

export const DocumentLabelSchema = v.object({ name: text, values: v.optional(texts) });

/** A language tag's form (BCP 47), or `auto`; whether such a language exists is not looked up. */
export const languageTag = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}$/));

export const ratio = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const FolderSchema = v.object({
  path: glob,
  language: v.optional(languageTag),
  translationOf: v.optional(glob),
});

/** Somebody who annotates. */
export const PersonSchema = v.object({
  name: annotator,
  title: v.optional(text),
  email: v.optional(v.union([email, v.array(email)])),
  formerly: v.optional(v.array(annotator)),
  active: v.optional(v.boolean()),
});

const webAddress = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s]+$/));

/** Somebody who made the dataset: a name alone is a person's. */
export const CreatorSchema = v.union([
  text,
  v.object({ name: text, url: v.optional(webAddress), organization: v.optional(v.boolean()) }),
]);

/** What the team says of the dataset that the corpus becomes. */
export const DescriptionSchema = v.object({
  title: v.optional(text),
  description: v.optional(text),
  license: v.optional(v.pipe(v.string(), v.regex(/^(?:[A-Za-z0-9][A-Za-z0-9.+-]{0,63}|https?:\/\/[^\s]+)$/))),
  creators: v.optional(v.array(CreatorSchema)),
  citation: v.optional(text),
  url: v.optional(webAddress),
  version: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/))),
  published: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/))),
  keywords: v.optional(texts),
  source: v.optional(text),
  process: v.optional(text),
  privacy: v.optional(text),
  limitations: v.optional(texts),
});

/** `pressmark.json`. Every key may be missing; descriptions go into the published JSON Schema. */
export const ProjectSchema = v.object({
  $schema: describe(v.string(), 'Where an editor finds the schema of this file.'),
  include: describe(globs, 'Which files are articles.'),
  exclude: describe(globs, 'Which of them are not.'),
  language: describe(
    languageTag,
    'The language that every article should be in, such as "id" or "vi"; "auto" looks at each article.',
  ),
  folders: describe(
    v.array(FolderSchema),
    'Folders whose articles are in one language, or are translations of those in another folder, file by file.',
  ),
  labels: describe(v.array(LabelSchema), 'The labels that annotators give.'),
  relations: describe(v.array(RelationSchema), 'Links between annotations.'),
  documentLabels: describe(v.array(DocumentLabelSchema), 'What can be said about an article as a whole.'),
  entities: describe(
    v.object({
      files: v.optional(globs),
      builtIn: v.optional(v.boolean()),
      imported: v.optional(v.array(importedNames)),
    }),
    'Where known people, places and organisations are listed.',
  ),
  rules: describe(
    v.record(v.string(), RuleSettingSchema),
    'By rule code: how much a finding weighs, or "off".',
  ),
  dictionary: describe(texts, 'Words and names that no rule reports.'),
  annotators: describe(
    v.array(v.union([annotator, PersonSchema])),
    'Who annotates: each gets a sidecar of their own. A name, or a name with what git knows the person by.',
  ),
  blind: describe(v.boolean(), 'Whether the editor hides from annotators what others have annotated.'),
  assignments: describe(glob, 'The file that says who annotates which article.'),
  agreement: describe(
    v.object(v.entriesFromList(MEASURE_NAMES, v.optional(ratio))),
    'The least agreement between annotators, by measure, that `pressmark agree` accepts.',
  ),
  dataset: describe(
    DescriptionSchema,
    'What dataset cards and metadata say of the dataset that `pressmark export` makes of this corpus.',
  ),
});

function describe<const T extends v.GenericSchema>(schema: T, description: string) {
  return v.optional(v.pipe(schema, v.description(description)));
}
