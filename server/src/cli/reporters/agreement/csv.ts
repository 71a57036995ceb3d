import type { AgreeOutput, FigureOutput } from '../../contracts/agreement.ts';
import { csv } from '../../csv.ts';
import { kindTitle, type Per } from './tables.ts';

/** A report for spreadsheets and statistics programs: a row per figure, or per disagreement where these are asked for. */
export function csvAgreement(output: AgreeOutput, per: Per | undefined): string {
  return output.disagreements ? disagreementRows(output) : figureRows(output, per);
}

function figureRows(output: AgreeOutput, per: Per | undefined): string {
  const head = [
    'annotators',
    'article',
    'subject',
    'name',
    'label',
    'measure',
    'value',
    'low',
    'high',
    'raw',
    'n',
    'undefined',
  ];
  const everybody = output.annotators.map(({ annotator }) => annotator).join(' ');
  const rows = (annotators: string, article: string, figures: readonly FigureOutput[]) =>
    figures.map((f) => [
      annotators,
      article,
      f.subject,
      f.name,
      f.label,
      f.measure,
      f.value ?? undefined,
      f.low,
      f.high,
      f.raw,
      f.n,
      f.undefined,
    ]);
  const whole = ({ label }: FigureOutput) => label === undefined;
  switch (per) {
    case undefined:
      return csv(head, rows(everybody, '', output.together.filter(whole)));
    case 'label':
      return csv(
        head,
        rows(
          everybody,
          '',
          output.together.filter((figure) => !whole(figure)),
        ),
      );
    case 'pair':
      return csv(
        head,
        output.pairs.flatMap(({ annotators, figures }) => rows(annotators.join(' '), '', figures)),
      );
    case 'article':
      return csv(
        head,
        (output.byArticle ?? []).flatMap(({ path, annotators, figures }) =>
          rows(annotators.join(' '), path, figures.filter(whole)),
        ),
      );
  }
}

function disagreementRows({ disagreements = [] }: AgreeOutput): string {
  const head = [
    'article',
    'line',
    'column',
    'start',
    'end',
    'kind',
    'text',
    'a',
    'b',
    'says_a',
    'says_b',
    'start_a',
    'end_a',
    'start_b',
    'end_b',
  ];
  return csv(
    head,
    disagreements.map((d) => [
      d.path,
      d.line,
      d.column,
      d.start,
      d.end,
      kindTitle(d),
      d.text,
      ...d.annotators,
      d.a?.label ?? d.a?.value,
      d.b?.label ?? d.b?.value,
      d.a?.start,
      d.a?.end,
      d.b?.start,
      d.b?.end,
    ]),
  );
}
