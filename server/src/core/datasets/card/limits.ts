import type { LeftOut } from '../../formats/report.ts';
import { formatMessage } from '../../message.ts';
import type { CardFacts } from './facts.ts';
import { grouped, plain, table } from './markdown.ts';

/** What the dataset lacks, and what a reader should know before trusting it. */
export function limits(facts: CardFacts): string {
  const items = [
    ...undone(facts),
    ...openFindings(facts),
    ...guesses(facts),
    ...leftOut(facts.summary.leftOut),
    ...(facts.project.dataset.limitations ?? []).map(plain),
  ];
  return [
    '## Known limits',
    ...(items.length > 0 ? [items.map((i) => `- ${i}`).join('\n')] : []),
    losses(facts),
  ].join('\n\n');
}

function undone({ corpus }: CardFacts): string[] {
  if (!corpus) return [];
  return corpus.undone === 0
    ? []
    : [`${counted(corpus.undone, 'article is', 'articles are')} in it that nobody has called done.`];
}

function openFindings({ corpus }: CardFacts): string[] {
  if (!corpus) return [];
  const { open } = corpus;
  if (!open)
    return ['The texts were not checked for this card: how many findings of rules are open is not known.'];
  if (open.findings === 0) return [];
  return [
    `${counted(open.findings, 'finding', 'findings')} of rules (text that looks untranslated, garbled, or like a part of a web page) in ${counted(open.articles, 'article', 'articles')} that nobody has judged: some of the text may be damaged, or machine-translated in part.`,
  ];
}

function guesses({ summary: { review } }: CardFacts): string[] {
  if (review.items === 0) return [];
  const what = review.choice === 'keep' ? 'They are in the dataset.' : 'They were left out.';
  return [
    `${counted(review.items, 'span stands', 'spans stand')} at a place that was guessed after the article changed, and that nobody has looked at since. ${what}`,
  ];
}

function leftOut(left: LeftOut): string[] {
  const { notDone, language, empty } = left.articles;
  const all: readonly [number, string, string][] = [
    [notDone, 'article that nobody has called done', 'articles that nobody has called done'],
    [language, 'article of another language', 'articles of other languages'],
    [empty, 'article without annotations', 'articles without annotations'],
    [left.labels, 'annotation of a label that was not chosen', 'annotations of labels that were not chosen'],
    [left.deleted, 'annotation that somebody deleted', 'annotations that somebody deleted'],
  ];
  return all.filter(([n]) => n > 0).map(([n, one, several]) => `Left out: ${counted(n, one, several)}.`);
}

/** What the format could not hold. */
function losses({ summary: { losses, format } }: CardFacts): string {
  const title = `### Lost in ${plain(format.title)}`;
  if (losses.reasons.length === 0)
    return `${title}\n\nNothing: every annotation is in the files as it is in the corpus.`;
  const rows = losses.reasons.map(({ kind, reason, changed, dropped, example }) => [
    KINDS.get(kind) ?? kind,
    `\`${reason}\``,
    grouped(changed),
    grouped(dropped),
    plain(formatMessage(example)),
  ]);
  const sums = losses.outcomes.map(
    ({ kind, kept, changed, dropped }) =>
      `${KINDS.get(kind) ?? kind}: ${grouped(kept)} kept, ${grouped(changed)} changed, ${grouped(dropped)} dropped`,
  );
  return [
    title,
    `${sums.join('; ')}. One with two reasons counts at both.`,
    table(['what', 'reason', 'changed', 'dropped', 'for example'], rows),
  ].join('\n\n');
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['article', 'texts'],
  ['span', 'spans'],
  ['relation', 'relations'],
  ['documentLabel', 'document labels'],
]);

function counted(n: number, one: string, several: string): string {
  return `${grouped(n)} ${n === 1 ? one : several}`;
}
