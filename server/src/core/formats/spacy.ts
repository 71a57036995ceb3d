import { msg } from '../message.ts';
import { TextOffsets } from '../text/offsets.ts';
import type { DatasetArticle, DatasetSpan } from './dataset.ts';
import type { Format, FormatOption } from './format.ts';
import { HOLDS_ALL, type Holds } from './loss.ts';
import { codePointCounter } from './records/codePoints.ts';
import { documentLabelName } from './records/documentLabelNames.ts';
import { extrasOf } from './records/extras.ts';
import { given } from './records/recordArticle.ts';
import { metaOf, recordWriter } from './records/recordWriter.ts';
import { spacyTokens } from './records/spacyTokens.ts';
import { alignedToTokens } from './spacyAlign.ts';
import { readSpacy } from './spacyRead.ts';
import { resolveOverlaps } from './tokens/overlaps.ts';

const HOLDS: Holds = { ...HOLDS_ALL, ids: 'changed' };

const GROUP: FormatOption = {
  name: 'group',
  description: msg(
    'The span group that holds all spans; “entities” and “ents” hold those that do not overlap.',
  ),
  byDefault: 'sc',
  uses: 'write',
  problem: (value) => (value === '' ? msg('The name of the span group must not be empty.') : undefined),
};

/**
 * spaCy's training data as JSON Lines: `text` beside what `Example.from_dict` takes (`entities`, `spans`, `cats`;
 * https://spacy.io/api/data-formats#dict-input). Offsets are Python's, so code points.
 */
export const spacy: Format = {
  name: 'spacy',
  title: 'spaCy JSON Lines',
  layout: 'dataset',
  independent: true,
  endings: ['.jsonl', '.json'],
  holds: HOLDS,
  options: [GROUP],
  recognise: (path, head) => {
    if (!/\.jsonl?$/i.test(path)) return 0;
    if (/^\s*\[\s*(?:\[\s*)?"(?:[^"\\]|\\.)*"\s*,\s*\{/.test(head)) return 0.9;
    if (/"paragraphs"\s*:/.test(head)) return 0.8;
    return /"entities"\s*:\s*\[\s*(?:\[\s*\d|\])/.test(head) ? 0.6 : /"cats"\s*:\s*\{/.test(head) ? 0.6 : 0;
  },
  open: (options) =>
    recordWriter(options, (article) => ({ record: exampleOf(article, groupOf(options)), losses: [] })),
  read: readSpacy,
};

/**
 * spaCy's documents as JSON Lines, each what `Doc.to_json` gives and `Doc.from_json` takes, from which a `DocBin` is
 * made (https://spacy.io/api/doc#to_json). Spans stand on tokens there. Offsets are code points.
 */
export const spacyDoc: Format = {
  name: 'spacy-doc',
  title: 'spaCy Doc JSON (for DocBin)',
  layout: 'dataset',
  independent: true,
  endings: ['.jsonl', '.json'],
  holds: { ...HOLDS, insideTokens: 'changed', ids: 'kept' },
  options: [GROUP],
  recognise: (path, head) => {
    if (!/\.jsonl?$/i.test(path)) return 0;
    if (/"ents"\s*:\s*\[\s*(?:\{\s*"start"|\])/.test(head)) return 0.95;
    return /"tokens"\s*:\s*\[\s*\{\s*"id"/.test(head) ? 0.4 : 0;
  },
  open: (options) =>
    recordWriter(options, (article) => {
      const tokens = spacyTokens(article.text, article.language);
      const words = tokens.filter((t) => !t.blank);
      const { article: aligned, losses, onTokens } = alignedToTokens(article, words, options.align);
      return { record: docOf(aligned, tokens, onTokens, groupOf(options)), losses };
    }),
  read: readSpacy,
};

function groupOf({ options }: { readonly options: ReadonlyMap<string, string> }): string {
  return options.get('group') ?? 'sc';
}

function exampleOf(article: DatasetArticle, group: string): unknown {
  const { text, spans } = article;
  const offsets = new TextOffsets(text);
  const at = (utf16: number): number => offsets.toCodePoint(utf16);
  const marked = spans.filter(isMarked);
  const place = ({ start, end, label }: DatasetSpan) => [at(start), at(end), label];
  return given({
    entities: resolveOverlaps(marked).kept.map(place),
    spans: new Map([
      [group, marked.map((s) => [...place(s), ...(s.entity === undefined ? [] : [s.entity])])],
    ]),
    cats: catsOf(article),
    meta: { ...metaOf(article), offsets: 'codePoints' },
    text,
    pressmark: extrasOf(article, at, { span: isMarked, entity: true, relation: () => false, scores: true }),
  });
}

function docOf(
  article: DatasetArticle,
  tokens: ReturnType<typeof spacyTokens>,
  onTokens: ReadonlySet<string>,
  group: string,
): unknown {
  const { text, spans } = article;
  const offsets = new TextOffsets(text);
  const at = (utf16: number): number => offsets.toCodePoint(utf16);
  const inOrder = codePointCounter(text);
  const isNative = (span: DatasetSpan): boolean => onTokens.has(span.id);
  const marked = spans.filter(isNative);
  const place = ({ start, end, label }: DatasetSpan) => ({ start: at(start), end: at(end), label });
  return given({
    ents: resolveOverlaps(marked).kept.map(place),
    cats: catsOf(article),
    text,
    tokens: tokens.map((t, id) => ({ id, start: inOrder(t.start), end: inOrder(t.end) })),
    spans: new Map([[group, marked.map((s) => ({ ...place(s), kb_id: s.entity ?? '', id: s.id }))]]),
    meta: { ...metaOf(article), offsets: 'codePoints' },
    pressmark: extrasOf(article, at, { span: isNative, entity: true, relation: () => false, scores: true }),
  });
}

/** `Example.from_dict` refuses groups with spans of no character. */
function isMarked(span: DatasetSpan): boolean {
  return span.start < span.end;
}

function catsOf({ documentLabels }: DatasetArticle): ReadonlyMap<string, number> {
  return new Map(documentLabels.map((l) => [documentLabelName(l), l.value === false ? 0 : 1]));
}
