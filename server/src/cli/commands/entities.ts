import type { Article } from '../../service/articles.ts';
import { NEVER_CANCELLED } from '../../service/ports.ts';
import { articlePaths } from '../articlePaths.ts';
import { type MentionOutput, OUTPUT_VERSION } from '../contracts.ts';
import type { Io } from '../io.ts';
import { mentionOutputs } from '../mentionOutputs.ts';
import { Session } from '../session.ts';
import { EXIT, type ExitCode } from '../usageError.ts';
import { readArticle } from './check.ts';

export interface EntitiesOptions {
  readonly format: 'pretty' | 'json' | 'jsonl';
}

/** `pressmark entities [paths]`: every mention of a known entity, and every date. */
export async function entities(
  io: Io,
  paths: readonly string[],
  options: EntitiesOptions,
): Promise<ExitCode> {
  const session = new Session(io, paths);
  const uris = await articlePaths(session, paths);
  let written = 0;
  if (options.format === 'json') await io.out(`{"version":${OUTPUT_VERSION},"articles":[`);
  for (const [i, uri] of uris.entries()) {
    io.status(`${i + 1}/${uris.length} ${session.shown(uri)}`);
    const article = await readArticle(session, uri);
    if (!article) continue;
    await session.tellEntityFiles(article.project);
    const knowledge = await article.project.entities();
    const found = await article.mentions(NEVER_CANCELLED);
    const mentions = mentionOutputs(article, found, knowledge);
    const line = JSON.stringify({ path: session.shown(uri), mentions });
    if (options.format === 'pretty') await io.show(prettyMentions(io, session.shown(uri), article, mentions));
    else await io.out(options.format === 'jsonl' ? `${line}\n` : `${written === 0 ? '' : ','}\n${line}`);
    written++;
  }
  io.status('');
  if (options.format === 'json') await io.out('\n]}\n');
  return session.failed ? EXIT.failed : EXIT.clean;
}

function prettyMentions(
  io: Io,
  path: string,
  { offsets }: Article,
  mentions: readonly MentionOutput[],
): string {
  if (mentions.length === 0) return '';
  const lines = mentions.map((mention) => {
    const { line, column } = offsets.position(offsets.toUtf16(mention.start));
    const name = mention.name === mention.text ? '' : `  ${mention.name}`;
    return `  ${`${line}:${column}`.padEnd(8)}${mention.type.padEnd(6)} ${io.paint('bold', mention.text)}${name}  ${io.paint('dim', mention.entity)}\n`;
  });
  return `${io.paint('underline', path)}\n${lines.join('')}\n`;
}
