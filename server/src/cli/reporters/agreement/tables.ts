import { MEASURES } from '../../../core/agreement/measures.ts';
import { formatMessage } from '../../../core/message.ts';
import type { AgreeOutput, DisagreementOutput, FigureOutput } from '../../contracts/agreement.ts';

/** What the tables are laid out by. */
export const PER = ['label', 'pair', 'article'] as const;
export type Per = (typeof PER)[number];

/** A table for people. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of a report: all together, then by what was asked for, then the disagreements if they were. */
export function tablesOf(output: AgreeOutput, per: Per | undefined): Table[] {
  const together = output.together.filter(({ label }) => label === undefined);
  const tables = bySubject(together);
  if (per === 'label') tables.push(...byLabel(output));
  if (per === 'pair') {
    const rows = output.pairs.map(({ annotators, articles, figures }) => ({
      names: [annotators.join(' – '), String(articles)],
      figures: figures.filter(({ label }) => label === undefined),
    }));
    tables.push(wide('By pair', ['annotators', 'articles'], rows));
  }
  if (per === 'article') {
    const rows = (output.byArticle ?? []).map(({ path, figures }) => ({
      names: [path],
      figures: figures.filter(({ label }) => label === undefined),
    }));
    tables.push(wide('By article', ['article'], rows));
  }
  if (output.disagreements) tables.push(disagreements(output.disagreements));
  return tables.filter(({ rows }) => rows.length > 0);
}

function bySubject(figures: readonly FigureOutput[]): Table[] {
  const subjects = [...new Set(figures.map(subjectTitle))];
  return subjects.map((title) => ({
    title,
    head: ['measure', 'value', '95 %', 'raw', 'n', ''],
    rows: figures
      .filter((figure) => subjectTitle(figure) === title)
      .map((figure) => [
        titleOf(figure),
        number(figure.value),
        interval(figure),
        number(figure.raw),
        String(figure.n),
        figure.undefined ?? '',
      ]),
  }));
}

/** What a figure is about, in words. */
export function subjectTitle({ subject, name = '' }: FigureOutput): string {
  switch (subject) {
    case 'spans':
      return 'Spans';
    case 'labels':
      return 'Labels of spans with the same boundaries';
    case 'document':
      return `Document label ${name}`;
    case 'sentence':
      return `Sentences that are ${name}`;
  }
}

/** A measure's name in words. */
export function titleOf({ measure }: FigureOutput): string {
  const found = MEASURES.find(({ name }) => name === measure);
  return found ? formatMessage(found.title) : measure;
}

function byLabel({ together }: AgreeOutput): Table[] {
  const labels = [...new Set(together.flatMap(({ label }) => (label === undefined ? [] : [label])))];
  const rows = labels.map((label) => {
    const figures = together.filter((figure) => figure.label === label);
    return { names: [label, String(figures[0]?.n ?? 0)], figures };
  });
  return rows.length === 0 ? [] : [wide('By label', ['label', 'spans'], rows)];
}

interface Row {
  readonly names: readonly string[];
  readonly figures: readonly FigureOutput[];
}

/** A column for each figure that any row has. */
function wide(title: string, names: readonly string[], rows: readonly Row[]): Table {
  const columns = [...new Set(rows.flatMap(({ figures }) => figures.map(columnOf)))];
  return {
    title,
    head: [...names, ...columns],
    rows: rows.map((row) => {
      const values = new Map(row.figures.map((figure) => [columnOf(figure), number(figure.value)]));
      return [...row.names, ...columns.map((column) => values.get(column) ?? '')];
    }),
  };
}

function columnOf({ measure, subject, name }: FigureOutput): string {
  return subject === 'document' || subject === 'sentence' ? `${name} ${measure}` : measure;
}

function disagreements(all: readonly DisagreementOutput[]): Table {
  return {
    title: 'Disagreements',
    head: ['place', 'kind', 'text', 'annotators', 'first', 'second'],
    rows: all.map((d) => [
      `${d.path}:${d.line}:${d.column}`,
      kindTitle(d),
      shortened(d.text),
      d.annotators.join(' – '),
      said(d.a, d),
      said(d.b, d),
    ]),
  };
}

/** What kind of disagreement it is, in words. */
export function kindTitle({ kind, annotators: [a, b], subject, name }: DisagreementOutput): string {
  switch (kind) {
    case 'onlyA':
      return `only ${a}`;
    case 'onlyB':
      return `only ${b}`;
    case 'label':
      return 'label';
    case 'boundary':
      return 'boundary';
    case 'labelAndBoundary':
      return 'label and boundary';
    case 'value':
      return subject === 'sentence' ? `sentence ${name}` : `document ${name}`;
  }
}

/** What one of two people has at the place of a disagreement; with its offsets where these differ from the place's. */
export function said(one: DisagreementOutput['a'], { start, end }: DisagreementOutput): string {
  if (!one) return '–';
  if (one.label === undefined) return one.value ?? '–';
  return one.start === start && one.end === end ? one.label : `${one.label} ${one.start}–${one.end}`;
}

/** Longest text of a disagreement in a table for people. */
const LONGEST = 60;

function shortened(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > LONGEST ? `${[...line].slice(0, LONGEST - 1).join('')}…` : line;
}

/** Three decimals, as papers print them; a dash where there is no value. */
export function number(value: number | null | undefined): string {
  if (value === undefined) return '';
  return value === null ? '–' : value.toFixed(3).replace(/^-0\.000$/, '0.000');
}

function interval({ low, high }: FigureOutput): string {
  return low === undefined || high === undefined ? '' : `${number(low)}–${number(high)}`;
}
