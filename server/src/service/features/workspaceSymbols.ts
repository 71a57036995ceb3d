import type { Location, SymbolInformation } from 'vscode-languageserver-types';
import type { Entity } from '../../core/entities/entity.ts';
import { toRange } from '../convert.ts';
import type { Cancellation } from '../ports.ts';
import { symbolKind } from '../symbolKinds.ts';
import type { Workspace } from '../workspace.ts';

/** As many as a person scrolls through. */
const LIMIT = 100;

/** Entities of the corpus by any name in any language: where the corpus first mentions them, else their entry. */
export async function workspaceSymbols(
  workspace: Workspace,
  query: string,
  cancel: Cancellation,
): Promise<SymbolInformation[]> {
  const { corpus } = workspace;
  await corpus.findMentions(cancel);
  const articles = await corpus.articles();
  const symbols = new Map<string, SymbolInformation>();
  for (const project of await workspace.projects.all()) {
    const { gazetteer } = await project.entities();
    for (const entity of gazetteer.search(query, LIMIT * 5)) {
      if (symbols.size >= LIMIT) return [...symbols.values()];
      if (symbols.has(entity.id)) continue;
      const first = articles.find((a) => corpus.mentionsIn(a.uri)?.mentions.has(entity.id));
      const location = (first && (await firstMention(workspace, first.uri, entity, cancel))) ?? entry(entity);
      if (!location) continue;
      const count = articles.filter((a) => corpus.mentionsIn(a.uri)?.mentions.has(entity.id)).length;
      const containerName = count > 0 ? `${entity.type} · ${count}` : entity.type;
      symbols.set(entity.id, { name: entity.name, kind: symbolKind(entity.type), location, containerName });
    }
  }
  return [...symbols.values()];
}

async function firstMention(
  workspace: Workspace,
  uri: string,
  entity: Entity,
  cancel: Cancellation,
): Promise<Location | undefined> {
  const article = await workspace.article(uri);
  const mention = (await article?.mentions(cancel))?.find((m) => m.entityId === entity.id);
  return article && mention && { uri, range: toRange(article.document, mention) };
}

/** An entity's line in its file; built-in ones have none. */
function entry({ source }: Entity): Location | undefined {
  if (source.kind !== 'file') return undefined;
  const start = { line: source.line, character: 0 };
  return { uri: source.uri, range: { start, end: start } };
}
