import type { JudgedFigure } from '../core/agreement/corpus/bootstrap.ts';
import { NOT_GIVEN, type Subject, subjectParts } from '../core/agreement/corpus/comparedArticle.ts';
import type { Figure } from '../core/agreement/corpus/figures.ts';
import type { LabelledSpan } from '../core/agreement/spans/span.ts';
import type { Gate, GatedFigure } from '../core/agreement/thresholds.ts';
import { formatMessage } from '../core/message.ts';
import type { AgreementReport, PlacedDisagreement } from '../service/agreement/report.ts';
import type { AgreeOutput, DisagreementOutput, FigureOutput } from './contracts/agreement.ts';
import { OUTPUT_VERSION } from './contracts.ts';
import type { Session } from './session.ts';

/** What of a report is asked for beside the figures. */
export interface Asked {
  readonly byArticle: boolean;
  readonly disagreements: boolean;
}

/** A report as the contracts have it. */
export function agreeOutput(
  session: Session,
  report: AgreementReport,
  { missed, undefined: unknown }: Gate,
  asked: Asked,
): AgreeOutput {
  return {
    version: OUTPUT_VERSION,
    articles: { ...report.articles, skipped: report.skipped.length },
    annotators: [...report.annotators],
    together: report.together.map(figureOutput),
    pairs: report.pairs.map(({ a, b, articles, figures }) => ({
      annotators: [a, b],
      articles,
      figures: figures.map(figureOutput),
    })),
    ...(asked.byArticle
      ? {
          byArticle: report.byArticle.map(({ uri, annotators, figures }) => ({
            path: session.shown(uri),
            annotators: [...annotators],
            figures: figures.map(figureOutput),
          })),
        }
      : {}),
    disagreementCount: report.disagreementCount,
    ...(asked.disagreements
      ? { disagreements: report.disagreements.map((d) => disagreementOutput(session, d)) }
      : {}),
    unproved: report.unproved,
    missed: missed.map(gatedOutput),
    undefined: unknown.map(gatedOutput),
  };
}

function gatedOutput({ figure, least }: GatedFigure) {
  return { figure: figureOutput(figure), least };
}

/** A figure as the contracts have it. */
export function figureOutput(figure: Figure | JudgedFigure): FigureOutput {
  const { subject, label, measure, measured, raw, n } = figure;
  const interval = 'interval' in figure ? figure.interval : undefined;
  return {
    ...subjectOutput(subject),
    ...(label === undefined ? {} : { label }),
    measure,
    ...('value' in measured
      ? { value: measured.value }
      : { value: null, undefined: formatMessage(measured.undefined) }),
    ...(interval ?? {}),
    ...(raw === undefined ? {} : { raw }),
    n,
  };
}

function subjectOutput(subject: Subject): Pick<FigureOutput, 'subject' | 'name'> {
  const { kind, name } = subjectParts(subject);
  return { subject: kind, ...(name === undefined ? {} : { name }) };
}

function disagreementOutput(session: Session, disagreement: PlacedDisagreement): DisagreementOutput {
  const { uri, line, column, start, end, text, kind, subject, a, b } = disagreement;
  const { ofA, ofB, valueA, valueB } = disagreement;
  return {
    path: session.shown(uri),
    line,
    column,
    start,
    end,
    text,
    kind,
    ...subjectOutput(subject),
    annotators: [a, b],
    a: saidOutput(ofA, valueA),
    b: saidOutput(ofB, valueB),
  };
}

function saidOutput(span: LabelledSpan | undefined, value: string | undefined): DisagreementOutput['a'] {
  if (span) return { label: span.label, start: span.start, end: span.end };
  return value === undefined || value === NOT_GIVEN ? null : { value };
}
