import { msg } from '../message.ts';
import { TextOffsets } from '../text/offsets.ts';
import type { DatasetArticle, DatasetRelation, DatasetSpan } from './dataset.ts';
import type { Format, WriteOptions } from './format.ts';
import { HOLDS_ALL } from './loss.ts';
import { readProdigy } from './prodigyRead.ts';
import { codePointCounter } from './records/codePoints.ts';
import { documentLabelName, listedNames } from './records/documentLabelNames.ts';
import { extrasOf } from './records/extras.ts';
import { given } from './records/recordArticle.ts';
import { metaOf, plainRelations, recordWriter } from './records/recordWriter.ts';
import { type SpacyToken, spacyTokens } from './records/spacyTokens.ts';
import { firstEndingBehind } from './tokens/inOrder.ts';

/**
 * Prodigy's JSON Lines (https://prodi.gy/docs/api-interfaces): tasks with `text`, `tokens`, `spans`, `relations` and an
 * `answer`. Offsets are Python's, so code points. Prodigy keeps keys that it does not know in its database and gives
 * them back, so that notes, attributes and ids stand where they belong.
 */
export const prodigy: Format = {
  name: 'prodigy',
  title: 'Prodigy JSON Lines',
  layout: 'dataset',
  independent: true,
  endings: ['.jsonl', '.json'],
  holds: { ...HOLDS_ALL },
  options: [
    {
      name: 'tokens',
      description: msg('Whether tokens are written, which manual and relation interfaces show.'),
      values: ['yes', 'no'],
      byDefault: 'yes',
      uses: 'write',
    },
    {
      name: 'answers',
      description: msg('Which answers of a person are read: accepted ones, or all.'),
      values: ['accept', 'all'],
      byDefault: 'accept',
      uses: 'read',
    },
  ],
  recognise: (path, head) => {
    if (!/\.jsonl?$/i.test(path)) return 0;
    if (/"_task_hash"\s*:|"_input_hash"\s*:/.test(head)) return 1;
    if (/"answer"\s*:\s*"(?:accept|reject|ignore)"/.test(head)) return 0.9;
    return /"head_span"\s*:|"token_start"\s*:/.test(head)
      ? 0.9
      : /"spans"\s*:\s*\[\s*\{/.test(head)
        ? 0.5
        : 0;
  },
  open: (options) => recordWriter(options, (article) => ({ record: taskOf(article, options), losses: [] })),
  read: readProdigy,
};

function taskOf(article: DatasetArticle, { schema, options }: WriteOptions): unknown {
  const { text, annotator } = article;
  const offsets = new TextOffsets(text);
  const at = (utf16: number): number => offsets.toCodePoint(utf16);
  const inOrder = codePointCounter(text);
  const tokens = options.get('tokens') === 'no' ? [] : spacyTokens(text, article.language);
  const places = new Map(article.spans.map((s) => [s.id, spanOf(s, at, tokens)]));
  const plain = tokens.length > 0 ? plainRelations(article) : new Set<string>();
  const names = listedNames(article.documentLabels);
  const extras = extrasOf({ ...article, spans: [] }, at, {
    span: () => true,
    entity: true,
    relation: (r) => plain.has(r.id),
    scores: false,
  });
  // What tells the format stands before what may be long: files are recognised by their beginnings.
  return given({
    answer: 'accept',
    _annotator_id: annotator,
    meta: { ...metaOf(article), offsets: 'codePoints' },
    text,
    tokens:
      tokens.length > 0
        ? tokens.map((t, id) => ({
            text: text.slice(t.start, t.end),
            start: inOrder(t.start),
            end: inOrder(t.end),
            id,
            ws: t.ws,
          }))
        : undefined,
    spans: [...places.values()].map(({ lastToken: _, ...span }) => span),
    relations:
      plain.size > 0
        ? article.relations.filter((r) => plain.has(r.id)).map((r) => relationOf(r, places))
        : undefined,
    options: names.length > 0 ? choicesOf(names, schema) : undefined,
    accept: names.length > 0 ? names : undefined,
    pressmark: extras,
  });
}

type Place = ReturnType<typeof spanOf>;

function spanOf(span: DatasetSpan, at: (utf16: number) => number, tokens: readonly SpacyToken[]) {
  const { id, start, end, label, parts, attributes, note, entity } = span;
  const first = Math.min(firstEndingBehind(tokens, start), tokens.length - 1);
  const last = Math.max(first, firstEndingBehind(tokens, end - 1));
  const whole = start < end && tokens[first]?.start === start && tokens[last]?.end === end;
  return {
    start: at(start),
    end: at(end),
    ...(whole ? { token_start: first, token_end: last } : {}),
    label,
    id,
    ...given({
      kb_id: entity,
      note,
      attributes: attributes.size > 0 ? attributes : undefined,
      parts: parts?.map((p) => [at(p.start), at(p.end)]),
    }),
    // The token by which relations call it: Prodigy's own are those at the ends of spans.
    lastToken: Math.min(last, tokens.length - 1),
  };
}

function relationOf(relation: DatasetRelation, places: ReadonlyMap<string, Place>): unknown {
  const { id, label, from, to, attributes, note } = relation;
  const [head, child] = [places.get(from), places.get(to)];
  return {
    head: head?.lastToken ?? 0,
    child: child?.lastToken ?? 0,
    head_span: endOf(head),
    child_span: endOf(child),
    label,
    id,
    head_id: from,
    child_id: to,
    ...given({ note, attributes: attributes.size > 0 ? attributes : undefined }),
  };
}

function endOf(place: Place | undefined): unknown {
  if (!place) return undefined;
  const { start, end, label } = place;
  return given({ start, end, token_start: place.token_start, token_end: place.token_end, label });
}

/** What Prodigy's choice interface offers: what the project allows and what was chosen. */
function choicesOf(chosen: readonly string[], { documentLabels }: WriteOptions['schema']): unknown[] {
  const offered = documentLabels.flatMap(({ name, values }) =>
    values.length > 0 ? values.map((value) => documentLabelName({ label: name, value })) : [name],
  );
  return [...new Set([...offered, ...chosen])].map((id) => ({ id, text: id }));
}
