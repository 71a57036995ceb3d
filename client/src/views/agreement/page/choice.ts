import type {
  AgreementFigure,
  AgreementTopic,
  AgreementView,
} from '../../../../../server/src/lsp/protocol/agreement.ts';

/** What of a view is looked at. */
export interface Choice {
  /** Key of a topic. */
  readonly topic: string;
  /** Undefined: all labels. */
  readonly label: string | undefined;
  /** Whose disagreements are listed; undefined: everybody's. */
  readonly pair: readonly [string, string] | undefined;
}

/** The choice as far as the view still has it, else what the view begins with. */
export function choiceIn({ topics, labels, annotators }: AgreementView, wanted: Partial<Choice>): Choice {
  const topic =
    topics.find(({ key }) => key === wanted.topic) ??
    topics.find(({ key }) => key === 'f1 spans') ??
    topics[0];
  const label =
    wanted.label !== undefined && labels.includes(wanted.label) && topic?.byLabel ? wanted.label : undefined;
  const pair = wanted.pair?.every((name) => annotators.includes(name)) ? wanted.pair : undefined;
  return { topic: topic?.key ?? '', label, pair };
}

/** The figure of two people, or of all together. */
export function figureOf(
  { figures }: AgreementView,
  { topic, label }: Pick<Choice, 'topic' | 'label'>,
  pair?: readonly [string, string],
): AgreementFigure | undefined {
  return figures.find(
    (figure) =>
      figure.topic === topic &&
      figure.label === label &&
      (pair === undefined
        ? figure.pair === undefined
        : figure.pair !== undefined && pair.every((name) => figure.pair?.includes(name))),
  );
}

/** The topics that single labels have, of spans and their labels. */
export function labelTopics({ topics }: AgreementView): AgreementTopic[] {
  return topics.filter(({ byLabel }) => byLabel);
}

/** A value with three decimals; a dash where there is none. */
export function shown(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(3).replace(/^-0\.000$/, '0.000');
}

/** The class that shades a value, from 0 for no agreement above chance to 10 for all. */
export function shadeOf(value: number | undefined): string {
  return value === undefined ? '' : `shade${Math.round(10 * Math.min(1, Math.max(0, value)))}`;
}

/** True for a place of which these two people say different things. */
export function isBetween(
  names: readonly [string, string],
  pair: readonly [string, string] | undefined,
): boolean {
  return pair === undefined || names.every((name) => pair.includes(name));
}
