import { CATALOGUE } from '../../core/checks/catalogue.ts';
import type { Severity } from '../../core/checks/finding.ts';
import type { Article } from '../../service/articles.ts';
import type { FindingOutput } from '../contracts.ts';
import { endPosition } from './endPosition.ts';
import type { CreateReporter } from './reporter.ts';

const LEVELS: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0, for code scanning. Columns and offsets are code points, as the run says. */
export const sarif: CreateReporter = (_, version) => {
  let results = 0;
  const rules = CATALOGUE.map((rule) => ({
    id: rule.code,
    name: rule.title,
    shortDescription: { text: rule.description },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  }));
  const driver = { name: 'Pressmark', version, rules };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return {
    begin: () =>
      `{"version":"2.1.0","$schema":"${schema}","runs":[{"tool":{"driver":${JSON.stringify(driver)}},"columnKind":"unicodeCodePoints","results":[`,
    article: (article, { path, findings }) =>
      findings
        .map((f) => `${results++ === 0 ? '' : ','}\n${JSON.stringify(result(article, path, f))}`)
        .join(''),
    end: () => '\n]}]}\n',
  };
};

function result(article: Article, path: string, finding: FindingOutput) {
  const end = endPosition(article, finding);
  const region = {
    startLine: finding.line,
    startColumn: finding.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: finding.start,
    charLength: finding.end - finding.start,
    snippet: { text: finding.text },
  };
  const artifactLocation = { uri: path.split('/').map(encodeURIComponent).join('/') };
  const edits = finding.fix?.edits.map((edit) => ({
    deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start },
    insertedContent: { text: edit.text },
  }));
  return {
    ruleId: finding.rule,
    ruleIndex: CATALOGUE.findIndex((rule) => rule.code === finding.rule),
    level: LEVELS[finding.severity],
    message: { text: `${finding.message} ${finding.why}` },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    ...(finding.fix && edits
      ? {
          fixes: [
            {
              description: { text: finding.fix.title },
              artifactChanges: [{ artifactLocation, replacements: edits }],
            },
          ],
        }
      : {}),
  };
}
