import { describe, expect, it } from 'vitest';
import { newSpan } from '../../../../server/src/core/annotations/create.ts';
import { holdsExactly, locate } from '../../../../server/src/core/annotations/locate.ts';
import { TextOffsets } from '../../../../server/src/core/text/offsets.ts';
import { revisionOf } from '../../../../server/src/core/text/revision.ts';

const old = 'Utusan Taliban tiba di Moskow. Menurut juru bicara, Taliban akan menandatangani nota.';

function span(words: string, from = 0) {
  const start = old.indexOf(words, from);
  return newSpan({
    article: old,
    range: { start, end: start + words.length },
    label: 'ORG',
    suffix: 'aaaaaa',
  });
}

function found(annotation: ReturnType<typeof span>, text: string) {
  const { status, range } = locate(annotation, {
    text,
    offsets: new TextOffsets(text),
    revision: revisionOf(text),
  });
  return { status, at: range?.start, text: range && text.slice(range.start, range.end) };
}

describe('locate', () => {
  const second = span('Taliban', 20);

  it('keeps what the same revision says, and doubts a quote that it disproves', () => {
    expect(found(second, old)).toEqual({ status: 'kept', at: 52, text: 'Taliban' });
    expect(found({ ...second, text: 'Hamas' }, old).status).toBe('review');
    expect(found({ ...second, start: 9000, end: 9007 }, old).status).toBe('review');
  });

  it('keeps a place before which nothing changed', () => {
    expect(found(second, `${old} Selesai.`)).toEqual({ status: 'kept', at: 52, text: 'Taliban' });
  });

  it('moves with text put in front, in LF and in CRLF', () => {
    expect(found(second, `Berita 😀\n${old}`)).toEqual({ status: 'moved', at: 62, text: 'Taliban' });
    expect(found(second, `Berita 😀\r\n${old}`)).toEqual({ status: 'moved', at: 63, text: 'Taliban' });
  });

  it('does not take another place of the same words for it', () => {
    const without = old.replace('Menurut juru bicara, Taliban akan', 'Mereka akan');
    expect(found(second, without)).toEqual({ status: 'review', at: 7, text: 'Taliban' });
    const swapped = `Menurut juru bicara, Taliban akan menandatangani nota. Lagi Taliban pergi.`;
    expect(found(span('Taliban'), swapped).status).toBe('review');
  });

  it('prefers the agreeing place to the same offset by chance', () => {
    const text = `${'-'.repeat(52)}Taliban ${old}`;
    expect(found(second, text)).toEqual({ status: 'moved', at: 112, text: 'Taliban' });
  });

  it('asks where two places agree', () => {
    expect(found(second, `x ${old} ${old}`)).toEqual({ status: 'review', at: 54, text: 'Taliban' });
  });

  it('says when the words are gone', () => {
    expect(found(second, 'Kosong.')).toEqual({ status: 'orphan', at: undefined, text: undefined });
  });
});

describe('holdsExactly', () => {
  const second = span('Taliban', 20);
  const holds = (text: string) => holdsExactly(second, { text, offsets: new TextOffsets(text) });

  it('wants quote and surroundings at the very offsets', () => {
    expect(holds(old)).toBe(true);
    expect(holds(`\ufeff${old} Selesai.`.replace('nota.', 'nota.\r\n'))).toBe(true);
    expect(holds(` ${old}`)).toBe(false);
    expect(holds(old.replace('juru bicara', 'juru runding'))).toBe(false);
    expect(holds(old.replace('Moskow. M', 'Moskwa. M'))).toBe(false);
    expect(holds(old.slice(0, 55))).toBe(false);
  });

  it('wants the whole of a short surrounding', () => {
    const first = { ...second, start: 0, end: 6, text: 'Utusan', before: '', after: ' Taliban' };
    const beside = (text: string) => holdsExactly(first, { text, offsets: new TextOffsets(text) });
    expect(beside('Utusan Taliban')).toBe(true);
    expect(beside('Utusan Tal')).toBe(false);
  });
});
