import { type ExportSummary, ITEM_KINDS, type ItemKind } from '../../formats/report.ts';
import { type CardFacts, labelsOf, languagesOf } from './facts.ts';
import { hubSplit, isLoadable } from './frontMatter.ts';
import { fenced, grouped, paragraphs, plain, table } from './markdown.ts';

/** What is in the dataset: files, sizes, languages, labels and what they mean. */
export function cardContents(facts: CardFacts): string {
  return [
    '## Contents',
    sizes(facts.summary),
    files(facts.summary),
    '### Languages',
    languages(facts.summary),
    ...(facts.sentences ? [] : ['### Labels', labels(facts)]),
    definitions(facts),
    sentences(facts),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function sizes({ splits }: ExportSummary): string {
  const several = splits.some(({ articles, layers }) => layers !== articles);
  const rows = splits.map((split) => [
    `\`${split.name}\``,
    grouped(split.articles),
    ...(several ? [grouped(split.layers)] : []),
    grouped(split.languages.reduce((sum, { characters }) => sum + characters, 0)),
    ...ITEM_KINDS.map((kind) => grouped(written(split.labels, kind))),
  ]);
  const head = ['split', 'articles', ...(several ? ['layers'] : []), 'characters'];
  const note = several
    ? '\n\nAn article has one layer for each person who annotated it; characters are counted for each layer.'
    : '';
  return table([...head, 'spans', 'relations', 'document labels'], rows) + note;
}

function written(labels: ExportSummary['splits'][number]['labels'], kind: ItemKind): number {
  return labels.filter((label) => label.kind === kind).reduce((sum, label) => sum + label.written, 0);
}

function files(summary: ExportSummary): string {
  const { name, format, align, options, files, splits } = summary;
  const rows = files.map((file) =>
    file.kind === 'file'
      ? [`\`${file.path}\``, file.split ?? '', '1', grouped(file.bytes)]
      : [`\`${file.folder}**/*${file.ending}\``, file.split, grouped(file.files), grouped(file.bytes)],
  );
  const chosen = [...options].map(([option, value]) => `\`${option}\` = \`${value}\``);
  const how = [
    `Written as ${plain(format.title)} (\`${format.name}\`)`,
    ...(chosen.length > 0 ? [`with ${chosen.join(', ')}`] : []),
    `; spans that cut a token: \`${align}\`. Text is UTF-8 with LF line ends.`,
  ];
  const loadable = files.some((file) => file.split !== undefined && isLoadable(summary, file));
  const parts = splits.map((s) => `\`${splits.length === 1 ? 'train' : hubSplit(s.name)}\``).join(', ');
  const load = loadable
    ? `\n\n${fenced(`from datasets import load_dataset\n\ndataset = load_dataset("path/to/${name}")`, 'python')}\n\nIts splits are ${parts}.`
    : '';
  return `### Files\n\n${how.join(' ').replace(' ;', ';')}\n\n${table(['file', 'split', 'files', 'bytes'], rows)}${load}`;
}

function languages(summary: ExportSummary): string {
  const known = languagesOf(summary);
  const unknown = summary.splits.some((split) => split.languages.some((l) => l.language === 'und'));
  const rows = [...known, ...(unknown ? ['und'] : [])].map((language) => [
    language === 'und' ? '`und` (not known)' : `\`${language}\``,
    ...summary.splits.map((split) =>
      grouped(split.languages.find((l) => l.language === language)?.articles ?? 0),
    ),
  ]);
  return `Articles by language (BCP 47):\n\n${table(['language', ...names(summary)], rows)}`;
}

function labels({ summary }: CardFacts): string {
  const kinds: readonly [ItemKind, string][] = [
    ['span', 'Spans'],
    ['relation', 'Relations'],
    ['documentLabel', 'Document labels'],
  ];
  const tables = kinds.flatMap(([kind, title]) => {
    const occurring = new Set(
      summary.splits.flatMap((s) => s.labels.filter((l) => l.kind === kind).map((l) => l.label)),
    );
    if (occurring.size === 0) return [];
    const count = (split: ExportSummary['splits'][number], label: string) =>
      split.labels.filter((l) => l.kind === kind && l.label === label).reduce((sum, l) => sum + l.written, 0);
    const rows = [...occurring].sort().map((label) => {
      const counts = summary.splits.map((split) => count(split, label));
      return [plain(label), ...counts.map(grouped), grouped(counts.reduce((sum, n) => sum + n, 0))];
    });
    return [`${title} in the files:\n\n${table(['label', ...names(summary), 'all'], rows)}`];
  });
  return tables.length > 0 ? tables.join('\n\n') : 'Nothing is annotated.';
}

function names({ splits }: ExportSummary): string[] {
  return splits.map(({ name }) => `\`${name}\``);
}

/** What annotators were told that labels mean. */
function definitions(facts: CardFacts): string {
  const lines = labelsOf(facts).map(({ name, known }) => {
    if (!known) return `- **${plain(name)}**: not in the project file.`;
    const title = known.title === name ? '' : ` (${plain(known.title)})`;
    const of = known.sentence ? ' *For sentences.*' : '';
    const guideline =
      known.guideline === undefined ? ' No guideline is stated.' : ` ${paragraphs(known.guideline)}`;
    return `- **${plain(name)}**${title}:${of}${guideline}${attributes(known.attributes)}`;
  });
  if (lines.length === 0) return '';
  return `The project file, which annotators see, defines them:\n\n${lines.join('\n')}`;
}

function attributes(
  types: readonly { readonly name: string; readonly values?: readonly string[] }[],
): string {
  if (types.length === 0) return '';
  const told = types.map(({ name, values }) =>
    values === undefined ? plain(name) : `${plain(name)} (${values.map(plain).join(', ')})`,
  );
  return ` Attributes: ${told.join('; ')}.`;
}

function sentences({ sentences, summary }: CardFacts): string {
  if (!sentences) return '';
  const { classes, negatives, drawn = [], unjudged, seed } = sentences;
  const rows = [...classes].map(([name, counts]) => [
    `\`${plain(name)}\``,
    ...summary.splits.map((_, i) => grouped(counts[i] ?? 0)),
  ]);
  const how =
    negatives === undefined
      ? 'All clean sentences are in it.'
      : `Clean sentences were drawn (seed \`${plain(seed)}\`): ${negatives} for each that a person said to be bad, of the same split and language, those of the same articles first. So classes are not as frequent as in the articles:`;
  const table2 = drawn.map(({ part, language, positives, clean, drawn: taken }) => [
    `\`${summary.splits[part]?.name ?? ''}\`, \`${plain(language)}\``,
    grouped(positives),
    grouped(clean),
    grouped(taken),
  ]);
  return [
    '### Sentences',
    'One record for each sentence. A label: a person tagged it so, or a part of it (`tagged_share`). `confirmed`: a person confirmed what a rule reports. `dismissed`: a person dismissed all that rules report. `open`: rules report something that nobody has settled. `clean`: no rule reports anything, nobody tagged it, and the article is called done.',
    table(['class', ...names(summary)], rows),
    how,
    ...(negatives === undefined
      ? []
      : [table(['split, language', 'bad sentences', 'clean ones', 'of these drawn'], table2)]),
    `${grouped(unjudged)} sentences were left out, of which nothing is said: they are in articles that are not done.`,
  ].join('\n\n');
}
