import { canonicalSlice } from '../../core/annotations/create.ts';
import { formatMessage } from '../../core/message.ts';
import type { SuggestionSource } from '../../core/suggestions/suggestion.ts';
import type { Article } from '../../service/articles.ts';
import { NEVER_CANCELLED } from '../../service/ports.ts';
import { suggestionsForAll, suggestionsOf } from '../../service/suggesting/suggestions.ts';
import { checkAnnotator } from '../annotator.ts';
import { articlePaths } from '../articlePaths.ts';
import type { SuggestedArticleOutput, SuggestionOutput } from '../contracts/suggesting.ts';
import { OUTPUT_VERSION } from '../contracts.ts';
import { count } from '../counted.ts';
import type { Io } from '../io.ts';
import { placeOutput } from '../outputs.ts';
import { Session } from '../session.ts';
import { writeSuggestedLayer } from '../suggestedLayer.ts';
import { EXIT, type ExitCode } from '../usageError.ts';
import { readArticle } from './check.ts';

/** What a batch can suggest by itself. */
export const BATCH_SOURCES = [
  'entity',
  'learned',
  'near',
  'date',
  'unknown',
] as const satisfies readonly SuggestionSource[];

export interface SuggestOptions {
  readonly format: 'pretty' | 'json' | 'jsonl';
  /** 0–1. */
  readonly minScore: number;
  readonly sources: readonly SuggestionSource[];
  readonly by?: string;
  readonly write?: boolean;
  readonly dryRun?: boolean;
}

/**
 * `pressmark suggest [paths]`: what may be tagged in articles. With `--write` it goes into the articles' files of
 * suggestions, for people to accept or refuse.
 */
export async function suggest(io: Io, paths: readonly string[], options: SuggestOptions): Promise<ExitCode> {
  const session = new Session(io, paths);
  const { workspace } = session;
  if (options.by !== undefined) {
    workspace.people.annotator = options.by;
    // Whoever speaks for somebody knows what that person may see.
    workspace.people.sight = 'project';
  }
  const uris = await articlePaths(session, paths);
  io.mustFinish = options.write === true;
  if (options.sources.includes('learned')) await session.gatherTags();
  const summary = { articles: 0, suggestions: 0, written: 0 };
  if (options.format === 'json') await io.out(`{"version":${OUTPUT_VERSION},"articles":[`);
  for (const [i, uri] of uris.entries()) {
    io.status(`${i + 1}/${uris.length} ${session.shown(uri)}`);
    const article = await readArticle(session, uri);
    const output = article && (await suggestIn(session, article, options));
    if (!output) continue;
    if (options.format === 'pretty') await io.show(pretty(io, output));
    else await io.out(separated(JSON.stringify(output), options.format, summary.articles === 0));
    summary.articles++;
    summary.suggestions += output.suggestions.length;
    if (output.layer === 'written') summary.written++;
  }
  io.status('');
  if (options.format === 'json') await io.out(`\n],"summary":${JSON.stringify(summary)}}\n`);
  if (options.format === 'pretty') await io.out(summaryLine(summary, options));
  if (session.failed) return EXIT.failed;
  return options.dryRun && summary.written > 0 ? EXIT.found : EXIT.clean;
}

/** Undefined where the layer cannot be written, which was told. */
async function suggestIn(
  session: Session,
  article: Article,
  { by, dryRun, minScore, sources, write }: SuggestOptions,
): Promise<SuggestedArticleOutput | undefined> {
  const { workspace } = session;
  const { project } = article;
  await session.tellProject(project);
  await session.tellEntityFiles(project);
  if (by !== undefined) await checkAnnotator(workspace, project, by);
  const wanted = new Set(sources);
  if (project.project.blind && (write || by === undefined) && wanted.delete('learned'))
    session.tellBlind(project);
  // One's own file says what is tagged already; the files of a team say it for one person each.
  const isOwn = by !== undefined || project.project.people.length === 0;
  const found = isOwn
    ? (await suggestionsOf(workspace, article, NEVER_CANCELLED, wanted)).filter(
        ({ score }) => score >= minScore,
      )
    : await suggestionsForAll(workspace, article, { sources: wanted, least: minScore }, NEVER_CANCELLED);
  const { gazetteer } = await project.entities();
  const suggestions = found.map(({ start, end, label, score, source, because, entity }): SuggestionOutput => {
    const name = entity === undefined ? undefined : gazetteer.entity(entity)?.name;
    return {
      ...placeOutput(article.offsets, { start, end }),
      text: canonicalSlice(article.text, start, end),
      label,
      score: Math.round(Math.min(1, score) * 100) / 100,
      source,
      because: formatMessage(because),
      ...(entity === undefined ? {} : { entity }),
      ...(name === undefined ? {} : { name }),
    };
  });
  const output = { path: session.shown(article.uri), suggestions };
  if (!write) return output;
  const layer = await writeSuggestedLayer(session, article, found, dryRun === true);
  return layer && { ...output, layer };
}

function separated(json: string, format: 'json' | 'jsonl', isFirst: boolean): string {
  return format === 'jsonl' ? `${json}\n` : `${isFirst ? '' : ','}\n${json}`;
}

function pretty(io: Io, { path, suggestions }: SuggestedArticleOutput): string {
  if (suggestions.length === 0) return '';
  const lines = suggestions.map(
    ({ line, column, label, score, source, text, because }) =>
      `  ${`${line}:${column}`.padEnd(8)}${label.padEnd(6)} ${score.toFixed(2)} ${source.padEnd(8)}${io.paint('bold', text)}  ${io.paint('dim', because)}\n`,
  );
  return `${io.paint('underline', path)}\n${lines.join('')}\n`;
}

function summaryLine(
  { articles, suggestions, written }: { articles: number; suggestions: number; written: number },
  { write, dryRun }: SuggestOptions,
): string {
  const found = `${count(suggestions, 'suggestion')} in ${count(articles, 'article')}`;
  if (!write) return `${found}\n`;
  const files = count(written, 'file');
  return `${found}; ${files} ${dryRun ? 'would be written' : 'written'}\n`;
}
