import { isOpen, WORD_OUTCOMES } from '../core/annotations/records.ts';
import { formatMessage, type Message, msg } from '../core/message.ts';
import { refusedLabel } from '../core/suggestions/suggestion.ts';
import type { Article } from '../service/articles.ts';
import type { Io } from './io.ts';
import type { Shown } from './shownAnnotations.ts';

/** What people say about an annotation, as `show` gives it. */
type ShownStanding = NonNullable<Extract<Shown, { kind: 'span' }>['standing']>;

/** What becomes of the records that stand below what they are about; the others speak of nothing. */
const BELOW: ReadonlySet<string> = new Set([...WORD_OUTCOMES, 'thread']);

/** The annotations of an article for people: one line each, with what others say about it below. */
export function shownLines(io: Io, { offsets }: Article, shown: readonly Shown[]): string {
  return shown
    .filter((s) => s.kind !== 'record' || !BELOW.has(s.outcome))
    .map((s) => {
      const start = 'start' in s && typeof s.start === 'number' ? s.start : undefined;
      const place = start === undefined ? undefined : offsets.position(offsets.toUtf16(start));
      const where = place ? `${place.line}:${place.column}` : '–';
      const standing = s.kind === 'record' || s.kind === 'status' ? undefined : s.standing;
      const line = `${where.padEnd(8)}${s.layer.padEnd(8)} ${what(io, s)}${marks(io, s, standing)}\n`;
      return line + (standing ? below(io, standing) : '');
    })
    .join('');
}

function marks(io: Io, s: Shown, standing: ShownStanding | undefined): string {
  const entity = 'entity' in s && typeof s.entity === 'string' ? [io.paint('dim', s.entity)] : [];
  const place = 'status' in s && s.status !== 'kept' ? s.status : undefined;
  const status = s.kind !== 'status' && typeof place === 'string' ? [io.paint('yellow', place)] : [];
  const now = standing && standing.now !== 'kept' ? [io.paint('red', standing.now)] : [];
  const disputed = standing?.disputed ? [io.paint('yellow', 'disputed')] : [];
  return [...entity, ...status, ...now, ...disputed].map((mark) => `  ${mark}`).join('');
}

function below(io: Io, { words, comments, resolved, own }: ShownStanding): string {
  const indent = ' '.repeat(18);
  const lines = words.map((word) => {
    const who = word.by ?? word.layer;
    const note = word.note === undefined ? '' : ` (“${word.note}”)`;
    const open = isOpen(word.outcome) ? io.paint('yellow', ` [${word.outcome}]`) : '';
    return `${indent}${formatMessage(saying(who, word))}${note}${open}\n`;
  });
  if (own) {
    const keys = new Set(words.flatMap((word) => Object.keys(word.set ?? {})));
    const had = [...keys].map((key): [string, unknown] => [key, own[key] ?? null]);
    lines.unshift(`${indent}${formatMessage(msg('its owner has {0}', changes(had)))}\n`);
  }
  for (const { by, layer, time, text, outdated } of comments ?? []) {
    const when = time === undefined ? '' : io.paint('dim', ` ${time}`);
    const old = outdated ? io.paint('yellow', ' [outdated]') : '';
    const body = text.replace(/\s+/g, ' ');
    lines.push(`${indent}${io.paint('cyan', by ?? layer)}${when}: ${body}${old}\n`);
  }
  if (resolved) lines.push(`${indent}${io.paint('green', formatMessage(msg('settled')))}\n`);
  return lines.join('');
}

function saying(who: string, { says, set, outcome }: ShownStanding['words'][number]): Message {
  if (outcome === 'gold' && says === 'delete') return msg('{0}: looked at, and not taken over.', who);
  if (says === 'delete') return msg('{0}: this tag is wrong.', who);
  if (says === 'accept') return outcome === 'kept' ? msg('{0} keeps this.', who) : msg('{0} agrees.', who);
  return msg('{0}: should be {1}.', who, changes(Object.entries(set ?? {})));
}

/** Keys and their values; the label, which is what is changed most, without its key. */
function changes(entries: readonly (readonly [string, unknown])[]): string {
  const value = (json: unknown) => (typeof json === 'string' ? json : JSON.stringify(json));
  const said = entries.map(([key, json]) => {
    if (json === null) return `${key} –`;
    return key === 'label' ? value(json) : `${key} ${value(json)}`;
  });
  return said.join(', ');
}

function what(io: Io, s: Shown): string {
  switch (s.kind) {
    case 'span':
      return `${String(s.label).padEnd(6)} ${io.paint('bold', String(s.text))}`;
    case 'review': {
      const label = refusedLabel(s.rule);
      return label === undefined
        ? `${s.rule} ${s.verdict}: ${s.text}`
        : formatMessage(msg('refused the suggestion {0}: {1}', label, s.text));
    }
    case 'articleReview': {
      const label = refusedLabel(s.rule);
      if (label !== undefined) return refusedInArticle(label, s.word);
      return `${s.rule} ${s.verdict} in the whole article${s.word === undefined ? '' : `: ${s.word}`}`;
    }
    case 'relation':
      return `${s.label}: ${s.from} → ${s.to}`;
    case 'documentLabel':
      return `${s.label} = ${JSON.stringify(s.value)}`;
    case 'status':
      return formatMessage(msg('status {0}', s.status));
    case 'record':
      return `${formatMessage(dangling(s.ref, s.outcome))}${s.comment === undefined ? '' : ` ${s.comment}`}`;
  }
}

function refusedInArticle(label: string, word: string | undefined): string {
  return formatMessage(
    word === undefined
      ? msg('refused every suggestion {0} in the whole article', label)
      : msg('refused every suggestion {0}: {1}', label, word),
  );
}

function dangling(ref: string, reason: string): Message {
  if (reason === 'several') return msg('a word on {0}, of which there are several:', ref);
  if (reason === 'record') return msg('a word on {0}, which is itself a word on something:', ref);
  return msg('a word on {0}, which is no longer there:', ref);
}
