import type { Location, SymbolInformation } from 'vscode-languageserver-types';
import type { Entity } from '../../core/entities/entity.ts';
import { matchedName } from '../../core/entities/nameMatch.ts';
import { languageChoices, nameFor } from '../../core/entities/readerLanguage.ts';
import { msg } from '../../core/message.ts';
import { type Cancellation, Cancelled } from '../ports.ts';
import { symbolKind } from '../symbolKinds.ts';
import type { Workspace } from '../workspace.ts';

/** As many as a person scrolls through. */
const LIMIT = 100;

/**
 * Entities by any name in any language: where the articles read so far mention them most, else their entry. Those of
 * the corpus come first. Nothing is read for it. Throws {@link Cancelled}.
 */
export async function workspaceSymbols(
  workspace: Workspace,
  query: string,
  cancel: Cancellation,
): Promise<SymbolInformation[]> {
  const { corpus } = workspace;
  const seen = new Set<string>();
  const symbols: { readonly symbol: SymbolInformation; readonly isMentioned: boolean }[] = [];
  for (const project of await workspace.projects.all()) {
    const { gazetteer } = await project.entities();
    for (const entity of gazetteer.search(query, LIMIT * 5)) {
      if (cancel.isCancellationRequested) throw new Cancelled();
      if (seen.has(entity.id)) continue;
      const isMentioned = corpus.mentionsOf(entity.id).articles > 0;
      const location = isMentioned ? mostMentioned(workspace, entity.id) : entry(entity);
      if (!location) continue;
      seen.add(entity.id);
      symbols.push({ symbol: symbolOf(workspace, entity, query, location), isMentioned });
    }
  }
  // A stable sort: within each half the best names stay first.
  return symbols
    .sort((a, b) => Number(b.isMentioned) - Number(a.isMentioned))
    .slice(0, LIMIT)
    .map(({ symbol }) => symbol);
}

function symbolOf(
  workspace: Workspace,
  entity: Entity,
  query: string,
  location: Location,
): SymbolInformation {
  const { locale } = workspace.reader;
  const title = nameFor(entity, locale);
  const match = matchedName(entity, query, languageChoices(locale));
  // VS Code shows only what has the query in its name, so the name that was found comes first.
  const isOther = match !== undefined && query.trim() !== '' && match.name !== title;
  const { mentions, articles } = workspace.corpus.mentionsOf(entity.id);
  const container = [entity.type];
  if (articles > 0) container.push(workspace.say(msg('{0} × in {1} articles', mentions, articles)));
  if (isOther && match.language !== undefined && match.language !== 'und')
    container.push(`${match.name}: ${workspace.languageNames.of(match.language)}`);
  return {
    name: isOther ? `${match.name} (${title})` : title,
    kind: symbolKind(entity.type),
    location,
    containerName: container.join(' · '),
  };
}

function mostMentioned({ corpus }: Workspace, entity: string): Location | undefined {
  const [posting] = corpus.mentions.most(entity, 1);
  if (!posting) return undefined;
  const start = { line: posting.line, character: posting.character };
  return { uri: posting.article, range: { start, end: start } };
}

/** An entity's line in its file; built-in ones have none. */
function entry({ source }: Entity): Location | undefined {
  if (source.kind !== 'file') return undefined;
  const start = { line: source.line, character: 0 };
  return { uri: source.uri, range: { start, end: start } };
}
