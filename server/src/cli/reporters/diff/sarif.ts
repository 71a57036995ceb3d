import type { DiffChange, DiffedArticle, DiffedLayer } from '../../contracts.ts';
import { placeNow } from './github.ts';
import { type CreateDiffReporter, isListed, needsLook, problemSentence, sentence } from './reporter.ts';

const RULES = [
  { id: 'annotation/added', level: 'note', text: 'A tag or another line was added.' },
  { id: 'annotation/removed', level: 'note', text: 'A tag or another line was removed.' },
  { id: 'annotation/changed', level: 'note', text: 'A tag or another line says something else.' },
  { id: 'annotation/unfit', level: 'warning', text: 'A tag does not stand on its words for certain.' },
  { id: 'sidecar/unreadable', level: 'error', text: 'A file of annotations cannot be read as a whole.' },
] as const;
type RuleId = (typeof RULES)[number]['id'];

/** SARIF 2.1.0, for code scanning. Columns and offsets are code points, as the run says. */
export const sarif: CreateDiffReporter = (_io, _compared, version) => {
  let results = 0;
  const rules = RULES.map(({ id, level, text }) => ({
    id,
    shortDescription: { text },
    defaultConfiguration: { level },
  }));
  const driver = { name: 'Pressmark', version, rules };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return {
    begin: () =>
      `{"version":"2.1.0","$schema":"${schema}","runs":[{"tool":{"driver":${JSON.stringify(driver)}},"columnKind":"unicodeCodePoints","results":[`,
    article: (article) =>
      article.layers
        .flatMap((layer) => layerResults(article, layer))
        .map((result) => `${results++ === 0 ? '' : ','}\n${JSON.stringify(result)}`)
        .join(''),
    end: () => '\n]}]}\n',
  };
};

function layerResults({ path }: DiffedArticle, { layer, sidecar, problems, changes }: DiffedLayer): object[] {
  return [
    ...problems.map((problem) =>
      result('sidecar/unreadable', sidecar, problemSentence(problem), { startLine: 1 }),
    ),
    ...changes.filter(isListed).map((change) => {
      const { line: startLine, column: startColumn } = placeNow(change);
      const { kind, start, end } = change;
      const isNow = kind !== 'removed' && start !== undefined && end !== undefined;
      const region = {
        startLine,
        startColumn,
        ...(isNow ? { charOffset: start, charLength: end - start } : {}),
      };
      return result(ruleOf(change), path, `${layer}: ${sentence(change)}`, region);
    }),
  ];
}

function ruleOf(change: DiffChange): RuleId {
  if (needsLook(change)) return 'annotation/unfit';
  if (change.kind === 'added' || change.kind === 'removed') return `annotation/${change.kind}`;
  return 'annotation/changed';
}

function result(ruleId: RuleId, path: string, text: string, region: object): object {
  const ruleIndex = RULES.findIndex(({ id }) => id === ruleId);
  const artifactLocation = { uri: path.split('/').map(encodeURIComponent).join('/') };
  return {
    ruleId,
    ruleIndex,
    level: RULES[ruleIndex]?.level,
    message: { text },
    locations: [{ physicalLocation: { artifactLocation, region } }],
  };
}
