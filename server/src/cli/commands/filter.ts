import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { formatMessage, msg } from '../../core/message.ts';
import { MAX_ARTICLE_BYTES } from '../../service/decode.ts';
import { NEVER_CANCELLED } from '../../service/ports.ts';
import type { LoadedProject } from '../../service/projects.ts';
import { joined } from '../../service/uris.ts';
import { FilterInput, type FilterOutput } from '../contracts.ts';
import { uriOf } from '../disk.ts';
import type { Io } from '../io.ts';
import { mentionOutputs } from '../mentionOutputs.ts';
import { findingOutput } from '../outputs.ts';
import { selectedRules } from '../ruleSelection.ts';
import { isFolder, Session } from '../session.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';

export interface FilterOptions {
  /** As on the command line; absent: all. */
  readonly rules?: string;
  /** A folder whose articles teach; otherwise nothing does. */
  readonly learn?: string | false;
  readonly cache: boolean;
}

/**
 * `pressmark check --stdin`: JSON Lines in, JSON Lines out, one for one and in order, so that it can stand in the pipe
 * of a batch engine. The project is the working folder's, or that of the folder to learn from. A line that cannot be
 * used gives a line with `error`.
 */
export async function filter(io: Io, options: FilterOptions): Promise<ExitCode> {
  const wanted = options.rules === undefined ? undefined : selectedRules(options.rules);
  const corpus = typeof options.learn === 'string' ? options.learn : undefined;
  const folder = resolve(io.cwd, corpus ?? '.');
  const session = new Session(io, [folder], { cache: options.cache });
  if (corpus !== undefined) {
    if (!isFolder(folder)) throw new UsageError(msg('{0} is no folder to learn from.', corpus));
    await session.learn();
  }
  const project = await session.workspace.projects.of(joined(uriOf(folder), 'standard-input.txt'));
  await session.tellProject(project);
  await session.tellEntityFiles(project);
  let line = 0;
  for await (const text of createInterface({ input: io.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === '') continue;
    const output = await answer(session, project, text, wanted);
    if ('error' in output) {
      session.failed = true;
      io.tell(`standard input:${line}: ${output.error}`);
    }
    await io.out(`${JSON.stringify(output)}\n`);
  }
  return session.failed ? EXIT.failed : EXIT.clean;
}

async function answer(
  { workspace }: Session,
  project: LoadedProject,
  line: string,
  wanted: ReadonlySet<string> | undefined,
): Promise<FilterOutput> {
  const value = jsonOf(line.replace(/^\uFEFF/, ''));
  const input = v.safeParse(FilterInput, value);
  if (!input.success) {
    const id = v.safeParse(v.object({ id: FilterInput.entries.id }), value);
    const error = formatMessage(
      msg('The line is not of the form {"id":…,"text":"…","language":"…"}: correct it.'),
    );
    return { id: id.success ? id.output.id : null, error };
  }
  const { id, text, language } = input.output;
  if (text.length > MAX_ARTICLE_BYTES) {
    const error = formatMessage(
      msg('The text is longer than {0} million characters: split it.', MAX_ARTICLE_BYTES / 1e6),
    );
    return { id, error };
  }
  const article = await workspace.articles.ofText(text, project, language);
  const all = await article.findings(NEVER_CANCELLED);
  const findings = wanted ? all.filter((finding) => wanted.has(finding.rule)) : all;
  const knowledge = await project.entities();
  const mentions = await article.mentions(NEVER_CANCELLED);
  return {
    id,
    language: article.language,
    findings: findings.map((finding) => findingOutput(article, finding)),
    mentions: mentionOutputs(article, mentions, knowledge),
  };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
