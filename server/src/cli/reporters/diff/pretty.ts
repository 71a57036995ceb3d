import type { DiffChange, DiffedArticle, DiffedLayer, DiffSummary } from '../../contracts.ts';
import { count } from '../../counted.ts';
import type { Io, Style } from '../../io.ts';
import { terminalSafe, visible } from '../../terminalSafe.ts';
import { type CreateDiffReporter, isListed, needsLook, problemSentence, sentence } from './reporter.ts';

/** For people: changes under their article and annotator. */
export const pretty: CreateDiffReporter = (io) => ({
  begin: () => '',
  article: (article) => terminalSafe(articleText(io, article)),
  end: (summary) => `${summaryLine(io, summary)}\n`,
});

function articleText(io: Io, { path, was, layers }: DiffedArticle): string {
  const former = was === undefined ? '' : io.paint('dim', `  was ${visible(was)}`);
  return `${io.paint('underline', visible(path))}${former}\n${layers.map((layer) => layerText(io, layer)).join('')}\n`;
}

function layerText(io: Io, { layer, was, problems, changes }: DiffedLayer): string {
  const former = was === undefined ? '' : io.paint('dim', `  was ${visible(was)}`);
  const lines = [
    `  ${io.paint('bold', layer)}${former}`,
    ...problems.map((problem) => `    ${io.paint('red', `error  ${problemSentence(problem)}`)}`),
    ...changes
      .filter(isListed)
      .map((change) => `    ${io.paint(styleOf(change), visible(sentence(change)))}`),
  ];
  const moved = changes.filter((change) => !isListed(change)).length;
  if (moved > 0)
    lines.push(
      `    ${io.paint('dim', `${count(moved, 'tag')} as before, at their place in the newer text`)}`,
    );
  return lines.map((line) => `${line}\n`).join('');
}

function styleOf(change: DiffChange): Style {
  if (needsLook(change)) return 'yellow';
  return change.kind === 'added' ? 'green' : change.kind === 'removed' ? 'red' : 'cyan';
}

function summaryLine(
  io: Io,
  { articles, changes, added, removed, changed, moved, unfit }: DiffSummary,
): string {
  if (articles === 0) return io.paint('green', 'No annotation changes');
  const kinds = `${added} added, ${removed} removed, ${changed} changed, ${moved} moved`;
  const look = unfit === 0 ? '' : `; ${count(unfit, 'tag')} to look at`;
  return io.paint('bold', `${count(changes, 'change')} (${kinds}) in ${count(articles, 'article')}${look}`);
}
