import type { ExportedFile, ExportSummary } from '../formats/report.ts';
import { type Message, msg } from '../message.ts';
import { type CardFacts, languagesOf, titleOf } from './card/facts.ts';
import { CONTEXT } from './croissant/context.ts';
import { RECORD_FIELDS, type RecordField } from './croissant/fields.ts';

/**
 * The dataset's metadata as Croissant 1.0 (https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html): JSON-LD with
 * every file, its size and hash, its splits, and the columns of records that are flat. The same facts give the same bytes.
 * What the team has not said is left out, never made up: `missingMetadata` lists it.
 */
export function croissant(facts: CardFacts): string {
  const { summary, project, provenance } = facts;
  const { dataset } = project;
  const published = dataset.published ?? provenance.committed?.slice(0, 10);
  const recordSets = [...splitSet(summary), ...recordSetsOf(facts)];
  const metadata = {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: nameOf(facts),
    ...(titleOf(facts) === nameOf(facts) ? {} : { alternateName: titleOf(facts) }),
    description: dataset.description ?? `Annotated news articles: ${titleOf(facts)}.`,
    ...(dataset.license === undefined ? {} : { license: licenseAddress(dataset.license) }),
    ...(dataset.url === undefined ? {} : { url: dataset.url }),
    ...(dataset.creators.length === 0
      ? {}
      : {
          creator: dataset.creators.map(({ name, url, organization }) => ({
            '@type': organization ? 'sc:Organization' : 'sc:Person',
            name,
            ...(url === undefined ? {} : { url }),
          })),
        }),
    ...(published === undefined ? {} : { datePublished: published }),
    ...(dataset.version === undefined ? {} : { version: dataset.version }),
    ...(dataset.citation === undefined ? {} : { citeAs: dataset.citation }),
    ...(languagesOf(summary).length === 0 ? {} : { inLanguage: languagesOf(summary) }),
    keywords: [...new Set([...(dataset.keywords ?? []), 'news'])],
    ...(dataset.process === undefined ? {} : { 'rai:dataAnnotationProtocol': dataset.process }),
    ...(dataset.source === undefined ? {} : { 'rai:dataCollection': dataset.source }),
    ...(dataset.limitations === undefined ? {} : { 'rai:dataLimitations': dataset.limitations }),
    ...(dataset.privacy === undefined ? {} : { 'rai:personalSensitiveInformation': dataset.privacy }),
    distribution: summary.files.map((file) => resource(file, summary)),
    ...(recordSets.length === 0 ? {} : { recordSet: recordSets }),
  };
  return `${JSON.stringify(metadata, undefined, 1)}\n`;
}

/** What Croissant demands and the project file does not say: to be told to whoever exports. */
export function missingMetadata({
  project: { dataset },
  provenance,
}: Pick<CardFacts, 'project' | 'provenance'>): Message | undefined {
  const missing = [
    ...(dataset.description === undefined ? ['description'] : []),
    ...(dataset.license === undefined ? ['license'] : []),
    ...(dataset.url === undefined ? ['url'] : []),
    ...(dataset.creators.length === 0 ? ['creators'] : []),
    ...(dataset.published === undefined && provenance.committed === undefined ? ['published'] : []),
  ];
  if (missing.length === 0) return undefined;
  return msg(
    'The dataset card and the Croissant metadata lack what only you know: {0}. Write it under "dataset" in pressmark.json.',
    missing.join(', '),
  );
}

/** A name that loaders take: letters, digits, `_`, `-`, `.`; others become `-`. */
function nameOf({ summary }: CardFacts): string {
  const name = summary.name.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^-+|-+$/g, '');
  return name === '' ? 'dataset' : name;
}

function licenseAddress(license: string): string {
  return /^https?:/.test(license) ? license : `https://spdx.org/licenses/${license}.html`;
}

function resource(file: ExportedFile, { splits }: ExportSummary): object {
  if (file.kind === 'files')
    return {
      '@type': 'cr:FileSet',
      '@id': idOf(file),
      name: idOf(file),
      description: `${file.files} files of the split ${file.split}, ${file.bytes} bytes.`,
      encodingFormat: mediaType(file.ending),
      includes: `${escapedGlob(file.folder)}**/*${escapedGlob(file.ending)}`,
    };
  const whole = splits.length > 1 && file.split === undefined ? 'Of the whole dataset.' : undefined;
  return {
    '@type': 'cr:FileObject',
    '@id': idOf(file),
    name: file.path,
    ...(file.split === undefined ? {} : { description: `The split ${file.split}.` }),
    ...(whole === undefined ? {} : { description: whole }),
    contentSize: `${file.bytes} B`,
    contentUrl: file.path.split('/').map(encodeURIComponent).join('/'),
    encodingFormat: mediaType(file.path),
    sha256: file.sha256,
  };
}

/** Relative to the document; unlike those of record sets, which are splits. */
function idOf(file: ExportedFile): string {
  const path = file.kind === 'file' ? file.path : `${file.folder}*${file.ending}`;
  return `files/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function escapedGlob(text: string): string {
  return text.replace(/[*?[\]]/g, '[$&]');
}

const MEDIA_TYPES: readonly (readonly [string, string])[] = [
  ['.jsonl', 'application/jsonlines'],
  ['.jsonld', 'application/ld+json'],
  ['.json', 'application/json'],
  ['.csv', 'text/csv'],
  ['.tsv', 'text/tab-separated-values'],
  ['.parquet', 'application/x-parquet'],
  ['.xmi', 'application/xml'],
  ['.xml', 'application/xml'],
  ['.md', 'text/markdown'],
];

function mediaType(path: string): string {
  return MEDIA_TYPES.find(([ending]) => path.endsWith(ending))?.[1] ?? 'text/plain';
}

const SPLITS = 'splits';

/** The splits, and what each is for (Croissant 1.0, “ML-specific features”). */
function splitSet({ splits }: ExportSummary): object[] {
  if (splits.length < 2) return [];
  const known = splits.map(({ name }) => ({ name, purpose: purposeOf(name) }));
  return [
    {
      '@type': 'cr:RecordSet',
      '@id': SPLITS,
      name: SPLITS,
      description: 'The splits of the dataset.',
      dataType: 'cr:Split',
      key: { '@id': `${SPLITS}/name` },
      field: [
        { '@type': 'cr:Field', '@id': `${SPLITS}/name`, name: 'name', dataType: 'sc:Text' },
        { '@type': 'cr:Field', '@id': `${SPLITS}/url`, name: 'url', dataType: ['sc:Text', 'cr:Split'] },
      ].slice(0, known.every(({ purpose }) => purpose !== undefined) ? 2 : 1),
      data: known.map(({ name, purpose }) => ({
        [`${SPLITS}/name`]: name,
        ...(known.every((split) => split.purpose !== undefined) ? { [`${SPLITS}/url`]: purpose } : {}),
      })),
    },
  ];
}

function purposeOf(name: string): string | undefined {
  if (/^train(?:ing)?$/i.test(name)) return 'cr:TrainingSplit';
  if (/^(?:dev|val|valid|validation)$/i.test(name)) return 'cr:ValidationSplit';
  return /^test(?:ing)?$/i.test(name) ? 'cr:TestSplit' : undefined;
}

function recordSetsOf({ summary }: CardFacts): object[] {
  const fields = RECORD_FIELDS.get(summary.format.name);
  if (!fields) return [];
  return summary.splits.flatMap(({ name }) => {
    const file = summary.files.find((f) => f.kind === 'file' && f.split === name);
    if (!file) return [];
    const id = `records/${encodeURIComponent(name)}`;
    return [
      {
        '@type': 'cr:RecordSet',
        '@id': id,
        name: id,
        description: `The records of the split ${name}.`,
        field: fields.map((field) => fieldOf(field, id, idOf(file))),
      },
    ];
  });
}

function fieldOf(
  { name, description, dataType, repeated }: RecordField,
  recordSet: string,
  file: string,
): object {
  return {
    '@type': 'cr:Field',
    '@id': `${recordSet}/${name}`,
    name,
    description,
    dataType,
    ...(repeated ? { repeated } : {}),
    source: { fileObject: { '@id': file }, extract: { column: name } },
  };
}
