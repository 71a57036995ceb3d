/**
 * Recall and precision of the sample entity files with the built-in territories on the annotated articles that stand
 * beside the project: `node bench/entities/gold.mjs [--verbose] [--gold FILE]`, FILE being other annotations of them.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildGazetteer } from '../../server/src/core/entities/gazetteer.ts';
import { TERRITORY_LANGUAGES, territories } from '../../server/src/core/entities/territories.ts';
import { goldArticles, scoreEntities } from '../../test/support/goldEntities.ts';
import { sampleEntities } from '../../test/support/sampleEntities.ts';

const root = join(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { gold: { type: 'string' }, verbose: { type: 'boolean' } } });
const articles = goldArticles(root, values.gold);
if (!articles) {
  console.log('gold: the annotated articles are not beside this copy of the project');
  process.exit(0);
}
const { entities } = sampleEntities(root);
const gazetteer = buildGazetteer([...territories(TERRITORY_LANGUAGES), ...entities]);
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`.padStart(8);
const total = { required: 0, found: 0, mentions: 0, right: 0 };
console.log('article    required  found   recall  mentions  right  precision');
const row = (name, s) =>
  console.log(
    `${name.padEnd(10)} ${String(s.required).padStart(8)} ${String(s.found).padStart(6)} ${percent(s.found, s.required)}` +
      ` ${String(s.mentions).padStart(9)} ${String(s.right).padStart(6)}   ${percent(s.right, s.mentions)}`,
  );
const withDates = { ...total };
for (const article of articles) {
  const score = scoreEntities(article, gazetteer);
  const dated = scoreEntities(article, gazetteer, true);
  for (const key of Object.keys(total)) {
    total[key] += score[key];
    withDates[key] += dated[key];
  }
  row(article.file.slice(0, 3), score);
  row(' + dates', dated);
  if (values.verbose) console.log('  missed:', dated.missed, '\n  wrong:', dated.wrong);
}
row('all', total);
row(' + dates', withDates);
