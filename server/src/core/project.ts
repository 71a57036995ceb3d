/** `pressmark.json`: what it says, its defaults, and how it is read. */
export { DEFAULT_LABELS, DEFAULT_PROJECT, LABEL_COLORS } from './project/defaults.ts';
export type { Creator, DatasetDescription } from './project/description.ts';
export { type ArticleFolder, folderOfArticle, sourcePath, translationPaths } from './project/folders.ts';
export { type ParsedProject, parseProject } from './project/parse.ts';
export {
  foldName,
  namesOf,
  type Person,
  personAt,
  personCalled,
  personNamed,
} from './project/people.ts';
export {
  type AttributeType,
  type DocumentLabelType,
  type EntitySources,
  type ImportedNames,
  type Label,
  type Project,
  type RelationType,
  type RuleSetting,
  ruleSetting,
  ruleSeverity,
} from './project/project.ts';
export type { KnownRules } from './project/rules.ts';
