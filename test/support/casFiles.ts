import { casJson } from '../../server/src/core/formats/casJson.ts';
import type { Format } from '../../server/src/core/formats/format.ts';
import type { ReadArticle } from '../../server/src/core/formats/readArticle.ts';
import { xmi } from '../../server/src/core/formats/xmi.ts';
import { formatMessage } from '../../server/src/core/message.ts';
import { readDataset } from '../property/core/formats/roundTrip.ts';

/** An XMI file of one text with these elements; prefixes t (test), custom, dkpro's ner and segmentation are declared. */
export function xmiOf(
  elements: readonly string[],
  { text = 'Rina pergi ke Hà Nội 😀.', members = '' } = {},
): string {
  const ids = elements.flatMap((e) => /xmi:id="(\d+)"/.exec(e)?.[1] ?? []);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore"',
    ' xmlns:t="http:///test.ecore" xmlns:custom="http:///webanno/custom.ecore"',
    ' xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"',
    ' xmlns:seg="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmi:version="2.0">',
    ...elements,
    `<cas:Sofa xmi:id="900" sofaNum="1" sofaID="_InitialView" sofaString="${text}"/>`,
    `<cas:View sofa="900" members="${members || ids.join(' ')}"/>`,
    '</xmi:XMI>',
  ].join('\n');
}

/** A type system description; features as `name: range`. */
export function typeSystemOf(
  types: Readonly<Record<string, { of?: string; features?: Record<string, string> }>>,
): string {
  const described = Object.entries(types).map(
    ([name, { of = 'uima.tcas.Annotation', features = {} }]) =>
      `<typeDescription><name>${name}</name><supertypeName>${of}</supertypeName><features>${Object.entries(
        features,
      )
        .map(([feature, range]) => {
          const shared = range.endsWith('&');
          return `<featureDescription><name>${feature}</name><rangeTypeName>${range.replace('&', '')}</rangeTypeName>${
            shared ? '<multipleReferencesAllowed>true</multipleReferencesAllowed>' : ''
          }</featureDescription>`;
        })
        .join('')}</features></typeDescription>`,
  );
  return `<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>\n${described.join('\n')}\n</types></typeSystemDescription>`;
}

/** What reading a CAS gives, short enough to compare. */
export interface CasSummary {
  /** `label@start-end` in order, attributes behind it, then note and entity. */
  readonly spans: readonly string[];
  readonly relations: readonly string[];
  readonly documentLabels: readonly string[];
  readonly problems: readonly string[];
  readonly articles: readonly ReadArticle[];
  /** The problems' sentences. */
  readonly told: readonly string[];
}

/** Reads a file of either format. */
export async function summaryOf(
  content: string | Uint8Array,
  { types, options = {} }: { types?: string; options?: Record<string, string> } = {},
): Promise<CasSummary> {
  const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : content;
  const format: Format = bytes[0] === 0x7b ? casJson : xmi;
  const files = new Map([[`a${format.endings[0]}`, bytes]]);
  if (types !== undefined) files.set('TypeSystem.xml', new Uint8Array(Buffer.from(types)));
  const { articles, problems } = await readDataset(format, files, options);
  const labels = new Map(
    articles.flatMap((a) =>
      [...a.spans, ...a.relations].map((item): [string, string] => [item.id, item.label]),
    ),
  );
  const more = (attributes: ReadonlyMap<string, unknown>) =>
    [...attributes].map(([name, value]) => ` ${name}=${JSON.stringify(value)}`).join('');
  return {
    spans: articles.flatMap((a) =>
      a.spans.map(
        (s) =>
          `${s.label}@${s.parts.map((p) => `${p.start}-${p.end}`).join('+')}${more(s.attributes)}` +
          `${s.note === undefined ? '' : ` #${s.note}`}${s.entity === undefined ? '' : ` =${s.entity}`}`,
      ),
    ),
    relations: articles.flatMap((a) =>
      a.relations.map((r) => `${r.label}(${labels.get(r.from)},${labels.get(r.to)})${more(r.attributes)}`),
    ),
    documentLabels: articles.flatMap((a) =>
      a.documentLabels.map((d) => `${d.label}=${JSON.stringify(d.value)}`),
    ),
    problems: problems.map((p) => `${p.severity} ${p.code} ${p.file ?? ''}:${p.line ?? ''}`),
    told: problems.map((p) => formatMessage(p.message)),
    articles,
  };
}
