import type { CardAgreement, CardFacts, CardFigure } from './facts.ts';
import { grouped, paragraphs, percent, plain, table } from './markdown.ts';

/** How the dataset was made: sources, annotators, agreement, adjudication, provenance. */
export function making(facts: CardFacts): string {
  const { source, process } = facts.project.dataset;
  return [
    '## How it was made',
    '### Source of the articles',
    source === undefined
      ? '*Not stated: where the articles come from (`dataset.source` in `pressmark.json`).*'
      : paragraphs(source),
    '### Annotation',
    layers(facts),
    process === undefined
      ? '*Not stated: who annotated and how (`dataset.process` in `pressmark.json`).*'
      : paragraphs(process),
    ...(facts.agreement ? ['### Agreement', agreement(facts.agreement)] : []),
    '### Provenance',
    provenance(facts),
  ].join('\n\n');
}

function layers({ summary, adjudication }: CardFacts): string {
  const chosen = layerWords(summary.layer, summary.annotators);
  if (!adjudication) return chosen;
  const { unanimous, majority, decided, unsaid } = adjudication;
  const all = unanimous + majority + decided + unsaid;
  const rows = [
    ['unanimous: all had it', unanimous],
    ['majority: more than half had it', majority],
    ['decided by a person', decided],
    ['not said', unsaid],
  ].map(([how, n]) => [how ?? '', grouped(Number(n)), percent(Number(n), all)]);
  return `${chosen}\n\n${table(['how a gold line came to be', 'lines', 'share'], rows)}`;
}

function layerWords(layer: string, annotators: readonly string[]): string {
  switch (layer) {
    case 'gold':
      return 'The adjudicated layer: what the team settled on.';
    case 'shared':
      return 'One layer, which everybody shares.';
    case 'all': {
      const people = annotators.filter((name) => name !== 'gold' && name !== 'shared').length;
      const all = [
        ...(annotators.includes('shared') ? ['the one that everybody shares'] : []),
        ...(people > 0 ? [`${people} of ${people === 1 ? 'one annotator' : 'annotators'}`] : []),
        ...(annotators.includes('gold') ? ['the adjudicated one'] : []),
      ];
      return `All layers, each on its own: ${all.join(', ')}.`;
    }
    default:
      return `The layer of one annotator, \`${plain(layer)}\`.`;
  }
}

function agreement({ annotators, articles, rows }: CardAgreement): string {
  if (articles === 0)
    return `${annotators.length} people annotate, but no article is called done by two of them: agreement is not known.`;
  const of = `Between ${annotators.length} annotators, over the ${grouped(articles)} articles with which at least two of them are done, before adjudication. Intervals: 95 %, bootstrap over articles.`;
  return `${of}\n\n${table(['measure', 'of', 'value', '95 %', 'raw agreement', 'n'], rows.map(figure))}`;
}

function figure({ of, measure, value, why, interval, raw, n }: CardFigure): string[] {
  return [
    plain(measure),
    plain(of),
    value === undefined ? `undefined: ${plain(why ?? '')}` : value.toFixed(3),
    interval ? `${interval.low.toFixed(3)}–${interval.high.toFixed(3)}` : '–',
    raw === undefined ? '–' : raw.toFixed(3),
    grouped(n),
  ];
}

function provenance({ provenance: { commit, committed, changed } }: CardFacts): string {
  const made = 'Written by Pressmark from the annotations that stand beside the articles';
  if (commit === undefined) return `${made}. No commit of the corpus is known.`;
  const when = committed === undefined ? '' : `, of ${plain(committed)}`;
  const differs = changed ? ' **Files differed from that commit when the dataset was written.**' : '';
  return `${made}, as they are in commit \`${plain(commit)}\`${when}.${differs}`;
}
