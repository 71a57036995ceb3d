import type { DiffChange, DiffedArticle, DiffSummary } from '../../contracts.ts';
import { count } from '../../counted.ts';
import { visible } from '../../terminalSafe.ts';
import {
  type Compared,
  type CreateDiffReporter,
  isListed,
  needsLook,
  problemSentence,
  sentence,
} from './reporter.ts';

/** UTF-16 units. GitHub takes comments of up to 65,536 characters. */
const MOST = 65_000;
/** Kept for the heading and for what is said of the rest. */
const RESERVE = 1_000;

/** For a comment on a pull request, or a job's summary: a table for each article. What does not fit is announced. */
export const markdown: CreateDiffReporter = (_, compared) => {
  let text = '';
  let shown = 0;
  let left = 0;
  return {
    begin: () => '',
    article(article) {
      const table = tableOf(article);
      for (const [i, row] of table.rows.entries()) {
        const piece = i === 0 ? table.head + row : row;
        // One change that does not fit ends it all: later ones would stand there as if nothing were missing.
        if (left > 0 || text.length + piece.length > MOST - RESERVE) left++;
        else {
          text += piece;
          shown++;
        }
      }
      return '';
    },
    end: (summary) => `${heading(summary, compared)}${text}${left === 0 ? '' : rest(shown, left, compared)}`,
  };
};

function heading(summary: DiffSummary, compared: Compared): string {
  const { articles, changes, added, removed, changed, moved, unfit } = summary;
  const range = `${code(compared.from)} → ${compared.to === undefined ? 'the files as they are' : code(compared.to)}`;
  if (articles === 0) return `### Annotation changes\n\nNone (${range}).\n`;
  const look = unfit === 0 ? '' : ` ⚠️ **${count(unfit, 'tag')} to look at.**`;
  const kinds = `${added} added, ${removed} removed, ${changed} changed, ${moved} moved`;
  return `### Annotation changes\n\n${count(changes, 'change')} (${kinds}) in ${count(articles, 'article')}, ${range}.${look}\n`;
}

function rest(shown: number, left: number, compared: Compared): string {
  const to = compared.to === undefined ? '' : ` ${compared.to}`;
  return `\n**Cut here: ${shown} of ${shown + left} rows are shown.** All of them: ${code(`pressmark diff ${compared.from}${to}`)}\n`;
}

/** The heading of an article's table, and its rows. */
function tableOf({ path, was, layers }: DiffedArticle): { head: string; rows: string[] } {
  const former = was === undefined ? '' : ` (was ${code(was)})`;
  const head = `\n#### ${code(path)}${former}\n\n| Line | Annotator | Change |\n| ---: | --- | --- |\n`;
  const rows = layers.flatMap(({ layer, problems, changes }) => {
    const moved = changes.filter((change) => !isListed(change)).length;
    return [
      ...problems.map((problem) => row('', layer, `❌ ${code(problemSentence(problem))}`)),
      ...changes.filter(isListed).map((change) => changeRow(layer, change)),
      ...(moved === 0
        ? []
        : [row('', layer, `${count(moved, 'tag')} as before, at their place in the newer text`)]),
    ];
  });
  return { head, rows };
}

function changeRow(layer: string, change: DiffChange): string {
  const { line: _, ...placeless } = change;
  return row(`${change.line ?? ''}`, layer, `${needsLook(change) ? '⚠️ ' : ''}${code(sentence(placeless))}`);
}

function row(line: string, layer: string, cell: string): string {
  return `| ${line} | ${code(layer)} | ${cell} |\n`;
}

/**
 * Text of files as code, letter for letter: no table, link, tag, mention or picture begins in it. Entities rather than
 * backticks, since a text may hold those too; GitHub and GitLab look for @names everywhere but in code.
 */
function code(text: string): string {
  const safe = visible(text).replace(
    /[^\p{L}\p{M}\p{N} “”‘’→…–,()+=]/gu,
    (mark) => `&#${mark.codePointAt(0) ?? 0xfffd};`,
  );
  return `<code>${safe}</code>`;
}
