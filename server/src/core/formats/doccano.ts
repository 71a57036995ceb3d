import { msg } from '../message.ts';
import { TextOffsets } from '../text/offsets.ts';
import type { DatasetArticle, DatasetRelation, DatasetSpan } from './dataset.ts';
import { readDoccano } from './doccanoRead.ts';
import type { Format } from './format.ts';
import { HOLDS_ALL } from './loss.ts';
import { listedNames } from './records/documentLabelNames.ts';
import { extrasOf } from './records/extras.ts';
import { given } from './records/recordArticle.ts';
import { metaOf, plainRelations, recordWriter } from './records/recordWriter.ts';

/**
 * doccano's JSON Lines, as its sequence labeling projects import and export them. Offsets are UTF-16 units: doccano's
 * server stores what its editor in the browser counts (doccano#2290, open; `Text.codePointLength` of v-annotator is
 * `text.length`). doccano keeps `meta` and gives it back; an `id` of an entity has to be a whole number there.
 */
export const doccano: Format = {
  name: 'doccano',
  title: 'doccano JSON Lines',
  layout: 'dataset',
  independent: true,
  endings: ['.jsonl', '.json'],
  holds: { ...HOLDS_ALL, ids: 'changed' },
  options: [
    {
      name: 'shape',
      description: msg(
        '“entities” with relations, for projects that use relations; or “label”, lists of [start, end, label].',
      ),
      values: ['entities', 'label'],
      byDefault: 'entities',
      uses: 'write',
    },
    {
      name: 'offsets',
      description: msg('What offsets count: UTF-16 units as doccano does, or code points as Python does.'),
      values: ['utf16', 'codePoints'],
      byDefault: 'utf16',
      uses: 'both',
    },
    {
      name: 'strings',
      description: msg(
        'What labels are that stand nowhere in the text: classes of the article, or texts to leave out.',
      ),
      values: ['classes', 'texts'],
      byDefault: 'classes',
      uses: 'read',
    },
  ],
  recognise: (path, head) => {
    if (!/\.jsonl?$/i.test(path)) return 0;
    if (/"start_offset"\s*:|"from_id"\s*:|"entities"\s*:\s*\[\],\s*"relations"/.test(head)) return 0.95;
    if (/"label"\s*:\s*\[\s*\[\s*\d/.test(head)) return 0.8;
    if (/"cats"\s*:\s*\[/.test(head)) return 0.7;
    return /"text"\s*:/.test(head) && /"labels?"\s*:\s*\[\s*["\]]/.test(head) ? 0.5 : 0;
  },
  open: (options) =>
    recordWriter(options, (article) => ({ record: exampleOf(article, options.options), losses: [] })),
  read: readDoccano,
};

function exampleOf(article: DatasetArticle, options: ReadonlyMap<string, string>): unknown {
  const inCodePoints = options.get('offsets') === 'codePoints';
  const offsets = new TextOffsets(article.text);
  const at = (utf16: number): number => (inCodePoints ? offsets.toCodePoint(utf16) : utf16);
  const asTriples = options.get('shape') === 'label';
  const plain = asTriples ? new Set<string>() : plainRelations(article);
  const marked = article.spans.filter(isMarked);
  const ids = new Map(marked.map((s, i) => [s.id, i + 1]));
  const isNative = (r: DatasetRelation): boolean =>
    plain.has(r.id) && ids.has(r.from) && ids.has(r.to) && r.attributes.size === 0 && r.note === undefined;
  const extras = extrasOf(article, at, { span: isMarked, entity: false, relation: isNative, scores: false });
  return {
    ...(asTriples
      ? { label: marked.map((s) => [at(s.start), at(s.end), s.label]) }
      : {
          entities: marked.map((s, i) => ({
            id: i + 1,
            label: s.label,
            start_offset: at(s.start),
            end_offset: at(s.end),
          })),
          relations: article.relations
            .filter(isNative)
            .map((r, i) => ({ id: i + 1, from_id: ids.get(r.from), to_id: ids.get(r.to), type: r.label })),
        }),
    cats: listedNames(article.documentLabels),
    text: article.text,
    // In every record: doccano reads files as tables, and a column with holes fills them with NaN.
    meta: {
      ...metaOf(article),
      offsets: inCodePoints ? 'codePoints' : 'utf16',
      ...given({ pressmark: extras }),
    },
  };
}

/** doccano leaves out spans of no character. */
function isMarked(span: DatasetSpan): boolean {
  return span.start < span.end;
}
