import type { Range } from 'vscode-languageserver-types';
import { stemBeforeClitic } from '../../core/entities/clitics.ts';
import { cleanedName, nameFault } from '../../core/entities/editing/newName.ts';
import { proposedId } from '../../core/entities/editing/proposedId.ts';
import type { Gazetteer } from '../../core/entities/gazetteer.ts';
import { isAbbreviation } from '../../core/entities/nameForm.ts';
import { type Message, msg } from '../../core/message.ts';
import type { TextRange } from '../../core/text/range.ts';
import { nameTags, tagTarget } from '../annotating/target.ts';
import { innermost } from '../annotations.ts';
import type { Article } from '../articles.ts';
import { toTextRange } from '../convert.ts';
import type { PassProgress } from '../corpus.ts';
import type { Cancellation } from '../ports.ts';
import { suggestionsOf } from '../suggestions.ts';
import type { Workspace } from '../workspace.ts';
import { type AlikeEntity, alikeEntities } from './alike.ts';
import { type CorpusSpelling, corpusSpellings } from './corpusSpellings.ts';
import { type EntityFilePlace, editableFiles } from './entityFiles.ts';
import { guessedName } from './guessedName.ts';

/** What selected words say about a new entity. */
export interface NameDraft {
  readonly name: string;
  readonly id: string;
  readonly type: string;
  /** Of the article: two or three small letters, or `und`. */
  readonly language: string;
}

/** An entry for an entity file, as it may be written. */
export interface EntityProposal extends NameDraft {
  readonly spellings: readonly CorpusSpelling[];
  readonly alike: readonly AlikeEntity[];
  readonly files: readonly EntityFilePlace[];
}

/** More than a list shows at once. */
const MOST_ALIKE = 8;

/**
 * The entry that selected words, or the tag, mention or word at a cursor, would make; or why they make none. Looks
 * through the corpus for their spellings. Throws `Cancelled`.
 */
export async function entityProposal(
  workspace: Workspace,
  article: Article,
  range: Range,
  cancel: Cancellation,
  progress?: PassProgress,
): Promise<EntityProposal | { readonly refused: Message }> {
  const draft = await nameDraft(workspace, article, toTextRange(article.document, range), cancel);
  if ('refused' in draft) return draft;
  const { gazetteer } = await article.project.entities();
  return {
    ...draft,
    spellings: await corpusSpellings(workspace, article, draft.name, cancel, progress),
    alike: alikeEntities(gazetteer, draft.name, MOST_ALIKE, true),
    files: await editableFiles(workspace, article.project),
  };
}

/** {@link entityProposal} without what takes time: name, id, type and language. `at`: UTF-16 units. */
export async function nameDraft(
  workspace: Workspace,
  article: Article,
  at: TextRange,
  cancel: Cancellation,
): Promise<NameDraft | { readonly refused: Message }> {
  const mentions = await article.mentions(cancel);
  const { placed } = await workspace.annotations(article);
  const tagged = at.start === at.end ? innermost(nameTags(article, placed), at)?.range : undefined;
  const guessed = tagged ? undefined : guessedName(await suggestionsOf(workspace, article, cancel), at);
  const target = tagged ?? guessed ?? tagTarget(article, mentions, at);
  const name = target && withoutClitic(article, cleanedName(article.text.slice(target.start, target.end)));
  if (!target || !name) {
    return { refused: msg('There is no name here. Select its words, or put the cursor in one.') };
  }
  const fault = nameFault(name);
  if (fault) return { refused: fault };
  const { gazetteer } = await article.project.entities();
  const type = await likelyType(workspace, article, target, name, cancel);
  const id = proposedId(name, type, (taken) => gazetteer.entity(taken) !== undefined);
  return { name, id, type, language: article.language };
}

/** `Talibannya` is `Taliban` where that stands in the article too. */
function withoutClitic({ text, language }: Article, name: string): string {
  const start = name.search(/[\p{L}\p{M}\p{N}]+$/u);
  const end = start < 0 ? -1 : stemBeforeClitic(name, language)(start, name.length);
  if (end < 0) return name;
  const stem = name.slice(0, end);
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(stem)}(?![\\p{L}\\p{N}])`, 'u').test(text) ? stem : name;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/**
 * The label that an entity of this name most likely has: that of a tag at the place, of a known entity of the name, of
 * how people tagged the words, of a suggestion at the place; else by the shape of the name. Always a label for names.
 */
async function likelyType(
  workspace: Workspace,
  article: Article,
  at: TextRange,
  name: string,
  cancel: Cancellation,
): Promise<string> {
  const labels = nameLabels(article);
  const isLabel = (label: string | undefined): label is string =>
    label !== undefined && labels.includes(label);
  const { placed } = await workspace.annotations(article);
  const tag = placed.find((s) => s.range.start === at.start && s.range.end === at.end)?.annotation.label;
  if (isLabel(tag)) return tag;
  const { gazetteer } = await article.project.entities();
  const same = gazetteer.lookup(name)[0]?.type;
  if (isLabel(same)) return same;
  const tagged = workspace.tagged
    .of(name, article.project)
    ?.tags.map((t) => t.label)
    .find(isLabel);
  if (tagged !== undefined) return tagged;
  const suggested = (await suggestionsOf(workspace, article, cancel))
    .filter((s) => s.start < at.end && at.start < s.end && isLabel(s.label))
    .sort((a, b) => b.score - a.score)[0]?.label;
  return suggested ?? typeByShape(name, gazetteer, labels);
}

/** Abbreviations are mostly organisations; all else is most often a person. */
function typeByShape(name: string, gazetteer: Gazetteer, labels: readonly string[]): string {
  const related = alikeEntities(gazetteer, name, 1, false)[0]?.entity.type;
  const guesses = [isAbbreviation(name) ? 'ORG' : undefined, related, 'PER'];
  return guesses.find((g) => g !== undefined && labels.includes(g)) ?? labels[0] ?? '';
}

/** The labels of an article's project that names can have. */
export function nameLabels({ project: { project } }: Article): readonly string[] {
  return project.labels.filter((label) => !label.sentence).map((label) => label.name);
}

/** Labels that an entity of the name may have, the likeliest first, at most so many. */
export function likelyTypes(likeliest: string, article: Article, most: number): readonly string[] {
  const labels = nameLabels(article);
  const usual = ['PER', 'ORG', 'GPE', 'LOC'].filter((label) => labels.includes(label));
  return [...new Set([likeliest, ...usual, ...labels])].slice(0, most);
}
