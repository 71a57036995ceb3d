import { msg } from '../../message.ts';
import type { TextRange } from '../../text/range.ts';
import { headComments } from '../conll/document.ts';
import { type DatasetArticle, type DatasetRelation, type DatasetSpan, partsOf } from '../dataset.ts';
import type { Alignment, FormatWriter, WriteOptions, Written } from '../format.ts';
import { jsonLine } from '../jsonLines.ts';
import type { Loss, Reason } from '../loss.ts';
import { alignSpan } from '../tokens/align.ts';
import { byRow } from '../tokens/byRow.ts';
import { tokenRows } from '../tokens/sentencesOf.ts';
import { tokenizer } from '../tokens/tokenizer.ts';
import { type Bracketed, bracketsOf, FIELDS } from './entities.ts';
import { escapeSpaces, spacesAfter } from './spaces.ts';

/** Writes one file of all articles. Ids of mentions are unlike each other in all of it. */
export function openConllu({ name, align }: WriteOptions): FormatWriter {
  const file = `${name}.conllu`;
  let articles = 0;
  let mentions = 0;
  return {
    add(article): Written {
      const own = tokenizer(article.language);
      const tokens = own.split(article.text);
      const placed: Placed[] = [];
      const losses: Loss[] = [];
      for (const span of article.spans) {
        const found = placedSpan(span, tokens, align, `e${mentions + 1}`);
        if ('loss' in found) losses.push(found.loss);
        if (!('stretches' in found)) continue;
        placed.push(found);
        mentions++;
      }
      const { relations, dropped } = relationsWith(article, new Set(placed.map((p) => p.span.id)));
      for (const loss of dropped) losses.push(loss);
      articles++;
      const eids = new Map(placed.map((p) => [p.span.id, p.eid]));
      const head = [
        ...headComments({
          name: article.path,
          language: article.language,
          ...(article.annotator === undefined ? {} : { annotator: article.annotator }),
          tokens: own.name,
        }),
        `# global.Entity = ${FIELDS}`,
        ...beyondTokens(article, placed, relations, eids, tokens.length === 0),
      ];
      return {
        pieces: [{ file, content: `${head.join('\n')}\n${sentencesOf(article, tokens, placed, articles)}` }],
        losses: losses.map((loss) => ({ article, loss })),
      };
    },
    end: () => ({ pieces: [], losses: [] }),
  };
}

/** A span on tokens. */
interface Placed {
  readonly span: DatasetSpan;
  readonly eid: string;
  /** 0-based places among the article's tokens, the last included. */
  readonly stretches: readonly { readonly first: number; readonly last: number }[];
}

function placedSpan(
  span: DatasetSpan,
  tokens: readonly TextRange[],
  align: Alignment,
  eid: string,
): Placed | { readonly loss: Loss } | (Placed & { readonly loss: Loss }) {
  const reasons = new Map<string, Reason>();
  const parts: { start: number; end: number; first: number; last: number }[] = [];
  for (const part of partsOf(span)) {
    const aligned = alignSpan(part, tokens, align);
    if (aligned.reason) reasons.set(aligned.reason.code, aligned.reason);
    // A span of which a part is lost would say something else than it did.
    if (!aligned.range && aligned.reason.code === 'cuts-token')
      return { loss: { kind: 'span', item: span, reasons: [aligned.reason] } };
    if (!aligned.range) continue;
    const last = parts.at(-1);
    if (last && last.end >= aligned.range.start) {
      last.end = aligned.range.end;
      last.last = aligned.last;
    } else parts.push({ ...aligned.range, first: aligned.first, last: aligned.last });
  }
  const told = [...reasons.values()];
  const [head] = parts;
  if (!head) return { loss: { kind: 'span', item: span, reasons: told } };
  const placed: Placed = { span, eid, stretches: parts };
  if (told.length === 0) return placed;
  const { parts: _, ...rest } = span;
  const ranges = parts.map(({ start, end }) => ({ start, end }));
  const now: DatasetSpan = {
    ...rest,
    start: head.start,
    end: parts.at(-1)?.end ?? head.end,
    ...(ranges.length > 1 ? { parts: ranges } : {}),
  };
  return { ...placed, loss: { kind: 'span', item: span, reasons: told, now } };
}

/** The relations whose ends are there, ends of ends included, and the loss of the others. */
function relationsWith(
  article: DatasetArticle,
  spans: ReadonlySet<string>,
): { readonly relations: readonly DatasetRelation[]; readonly dropped: readonly Loss[] } {
  const all = new Map(article.relations.map((r) => [r.id, r]));
  const missing = new Set(article.spans.map((s) => s.id).filter((id) => !spans.has(id)));
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, from, to } of all.values()) {
      if (missing.has(id) || !(missing.has(from) || missing.has(to))) continue;
      missing.add(id);
      grown = true;
    }
  }
  return {
    relations: article.relations.filter((r) => !missing.has(r.id)),
    dropped: article.relations
      .filter((r) => missing.has(r.id))
      .map((item): Loss => ({ kind: 'relation', item, reasons: [END_DROPPED] })),
  };
}

/** What CorefUD has no place for, as JSON in a comment, which Udapi reads too: `# doc_json_pressmark = {…}`. */
function beyondTokens(
  article: DatasetArticle,
  placed: readonly Placed[],
  relations: readonly DatasetRelation[],
  eids: ReadonlyMap<string, string>,
  isEmpty: boolean,
): string[] {
  const spans = placed.flatMap(({ eid, span: { attributes, note } }) =>
    attributes.size > 0 || note !== undefined ? [{ id: eid, ...carried(attributes, note) }] : [],
  );
  const ids = new Map([...eids, ...relations.map((r, i): [string, string] => [r.id, `r${i + 1}`])]);
  const links = relations.map(({ id, label, from, to, attributes, note }) => ({
    id: ids.get(id),
    label,
    from: ids.get(from),
    to: ids.get(to),
    ...carried(attributes, note),
  }));
  const labels = article.documentLabels.map(({ label, value, note }) => ({
    label,
    value,
    ...carried(new Map(), note),
  }));
  const value = {
    ...(isEmpty && article.text !== '' ? { text: article.text } : {}),
    ...(spans.length > 0 ? { spans } : {}),
    ...(links.length > 0 ? { relations: links } : {}),
    ...(labels.length > 0 ? { documentLabels: labels } : {}),
  };
  return Object.keys(value).length === 0 ? [] : [`# doc_json_pressmark = ${jsonLine(value).trimEnd()}`];
}

function carried(attributes: DatasetSpan['attributes'], note: string | undefined) {
  return {
    ...(attributes.size > 0 ? { attributes } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

function sentencesOf(
  article: DatasetArticle,
  tokens: readonly TextRange[],
  placed: readonly Placed[],
  number: number,
): string {
  const { text, language } = article;
  // CoNLL-U has no sentence without a word; Udapi writes this for one.
  if (tokens.length === 0) return `# sent_id = ${number}-1\n# text = \n1\t_${NO_COLUMNS}Empty=Yes\n\n`;
  const rows = tokenRows(
    text,
    language,
    tokens,
    placed.map((p) => p.span),
  );
  const stretches = placed.flatMap(({ span: { label, entity }, eid, stretches }) =>
    stretches.map(
      ({ first, last }, i): Bracketed => ({
        mention: {
          eid,
          label,
          part: i + 1,
          parts: stretches.length,
          ...(entity === undefined ? {} : { entity }),
        },
        first,
        last,
      }),
    ),
  );
  let lines = '';
  let behind = 0;
  for (const [at, { row, from, items }] of byRow(rows, stretches).entries()) {
    const own = items.map((s) => ({ ...s, first: s.first - from, last: s.last - from }));
    const entities = bracketsOf(row.length, own);
    const start = row[0]?.start ?? 0;
    if (at === 0 || text.slice(behind, start).includes('\n')) lines += '# newpar\n';
    lines += `# sent_id = ${number}-${at + 1}\n# text = ${sentenceText(text, row)}\n`;
    for (const [i, token] of row.entries()) {
      const next = row[i + 1] ?? rows[at + 1]?.[0];
      const isFirst = behind === 0 && token.start > 0;
      const misc = miscOf(text, token, next?.start ?? text.length, entities[i] ?? '', isFirst);
      lines += `${i + 1}\t${text.slice(token.start, token.end)}${NO_COLUMNS}${misc}\n`;
      behind = token.end;
    }
    lines += '\n';
  }
  return lines;
}

/** The columns between FORM and MISC. */
const NO_COLUMNS = `${'\t_'.repeat(7)}\t`;

/** MISC of a token behind which the next begins at `next`. */
function miscOf(
  text: string,
  { start, end }: TextRange,
  next: number,
  entity: string,
  isFirst: boolean,
): string {
  // Most tokens have one blank behind them, or none.
  if (entity === '' && !isFirst) {
    if (next === end) return 'SpaceAfter=No';
    if (next === end + 1 && text[end] === ' ') return '_';
  }
  const misc = [
    ...(entity === '' ? [] : [`Entity=${entity}`]),
    ...spacesAfter(text.slice(end, next)),
    ...(isFirst ? [`SpacesBefore=${escapeSpaces(text.slice(0, start))}`] : []),
  ];
  return misc.join('|') || '_';
}

/** The words of a sentence, with one blank where there are any: what validators compare with the words and `SpaceAfter`. */
function sentenceText(text: string, row: readonly TextRange[]): string {
  let written = '';
  for (const [i, { start, end }] of row.entries()) {
    if (i > 0 && start > (row[i - 1]?.end ?? start)) written += ' ';
    written += text.slice(start, end);
  }
  return written;
}

const END_DROPPED: Reason = {
  code: 'end-dropped',
  message: msg('An end of it was left out, and it would hang on nothing.'),
};
