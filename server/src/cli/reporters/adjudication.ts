import type {
  AdjudicatedArticleOutput,
  AdjudicationSummary,
  OpenGroupOutput,
} from '../contracts/adjudication.ts';
import { OUTPUT_VERSION } from '../contracts.ts';
import { count } from '../counted.ts';
import { csv } from '../csv.ts';
import type { Io } from '../io.ts';
import { terminalSafe, visible } from '../terminalSafe.ts';

export type AdjudicationFormat = 'pretty' | 'json' | 'csv';

/** Turns what `adjudicate` did into text as it comes, so that no corpus is too large to report. */
export interface AdjudicationReporter {
  begin(rule: string): string;
  article(article: AdjudicatedArticleOutput): string;
  end(summary: AdjudicationSummary): string;
}

export const ADJUDICATION_REPORTERS: Record<AdjudicationFormat, (io: Io) => AdjudicationReporter> = {
  pretty,
  json,
  csv: table,
};

function pretty(io: Io): AdjudicationReporter {
  return {
    begin: () => '',
    article({ path, annotators, settled, groups, byRule, open }) {
      if (groups === 0) return '';
      const head = `${io.paint('underline', path)}  ${annotators.join(', ')}: ${settled} of ${groups} settled, ${byRule} now\n`;
      return terminalSafe(`${head}${open.map((g) => openLine(io, g)).join('')}\n`);
    },
    end({ articles, unreadable, waiting, byRule, open }) {
      const waits =
        waiting === 0
          ? ''
          : `; ${count(waiting, 'article')} passed over, since too few people are done with them (--all compares all who have begun)`;
      const failed = unreadable === 0 ? '' : `; ${unreadable} could not be used`;
      return `${count(articles, 'article')}: ${byRule} settled by the rule, ${open} left to people${waits}${failed}\n`;
    },
  };
}

function openLine(io: Io, { line, column, kind, changed, having, of, versions }: OpenGroupOutput): string {
  const place = (line === undefined ? '–' : `${line}:${column}`).padEnd(8);
  const said = versions.map((v) => {
    const details = [v.value === undefined ? undefined : JSON.stringify(v.value), v.verdict, v.entity];
    const words = v.text === undefined ? [] : [io.paint('bold', visible(v.text))];
    const parts = [v.label, ...words, ...details.filter((d) => d !== undefined)];
    return `${parts.join(' ')} (${v.annotators.join(', ')})`;
  });
  const again = changed ? io.paint('yellow', '  changed since it was settled') : '';
  return `  ${place}${io.paint('yellow', kind.padEnd(11))}${`${having}/${of}`.padEnd(5)}${said.join(io.paint('dim', ' | '))}${again}\n`;
}

function json(): AdjudicationReporter {
  let first = true;
  return {
    begin: (rule) => `{"version":${OUTPUT_VERSION},"rule":${JSON.stringify(rule)},"articles":[`,
    article(article) {
      const separator = first ? '\n' : ',\n';
      first = false;
      return `${separator}${JSON.stringify(article)}`;
    },
    end: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
  };
}

const HEAD = [
  'path',
  'line',
  'column',
  'kind',
  'changed',
  'version',
  'label',
  'start',
  'end',
  'text',
  'value',
  'entity',
  'annotators',
  'having',
  'of',
  'group',
];

/** A row for each version of what is left open. */
function table(): AdjudicationReporter {
  return {
    begin: () => csv(HEAD, []),
    article: ({ path, open }) =>
      open
        .flatMap((g) =>
          g.versions.map((v, i) => [
            path,
            g.line,
            g.column,
            g.kind,
            g.changed ? 'changed' : '',
            i + 1,
            v.label,
            v.start,
            v.end,
            v.text,
            v.value === undefined ? v.verdict : JSON.stringify(v.value),
            v.entity,
            v.annotators.join(' '),
            g.having,
            g.of,
            g.key,
          ]),
        )
        .map((row) => csvRow(row))
        .join(''),
    end: () => '',
  };
}

function csvRow(row: Parameters<typeof csv>[1][number]): string {
  const [head, line] = [csv([], []), csv([], [row])];
  return line.slice(head.length);
}
