import { describe, expect, it } from 'vitest';
import { newSpan } from '../../../../server/src/core/annotations/create.ts';
import { editedText } from '../../../../server/src/core/annotations/editMany.ts';
import type { Operation } from '../../../../server/src/core/annotations/operations.ts';
import { reanchored } from '../../../../server/src/core/annotations/reanchor.ts';
import { serializeSidecar } from '../../../../server/src/core/annotations/serialize.ts';
import { TextOffsets } from '../../../../server/src/core/text/offsets.ts';
import { revisionOf } from '../../../../server/src/core/text/revision.ts';

const article = 'satu dua tiga empat lima';
const span = (words: string, suffix: string) => {
  const start = article.indexOf(words);
  return newSpan({ article, range: { start, end: start + words.length }, label: 'PER', suffix });
};
const [one, two, three] = [span('satu', 'aaaaaa'), span('dua', 'bbbbbb'), span('tiga', 'cccccc')] as const;
const text = serializeSidecar([one, two, three]);
const relabelled = (id: typeof one): Operation => ({ kind: 'replace', annotation: { ...id, label: 'ORG' } });

describe('many changes of a sidecar at once', () => {
  it('replace their lines only, with the line ends that the file has', () => {
    const after = editedText(text.replaceAll('\n', '\r\n'), [relabelled(three), relabelled(one)]);
    const expected = serializeSidecar([{ ...one, label: 'ORG' }, two, { ...three, label: 'ORG' }]);
    expect(after).toEqual({ ok: true, text: expected.replaceAll('\n', '\r\n') });
  });

  it('are all refused where one of them cannot be', () => {
    const missing = { ...one, id: 'none' };
    expect(editedText(text, [relabelled(two), relabelled(missing)])).toMatchObject({ ok: false });
    expect(editedText('{"broken', [relabelled(one), relabelled(two)])).toMatchObject({ ok: false });
  });

  it('are carried out one after the other where they differ in kind', () => {
    const after = editedText(text, [{ kind: 'remove', id: one.id }, relabelled(two)]);
    expect(after).toEqual({ ok: true, text: serializeSidecar([{ ...two, label: 'ORG' }, three]) });
  });
});

describe('an annotation at another place', () => {
  const now = `nol ${article}`;
  const place = (start: number, end: number) => ({
    article: now,
    range: { start, end },
    offsets: new TextOffsets(now),
    revision: revisionOf(now),
  });
  const whole = {
    ...span('satu dua tiga', 'dddddd'),
    parts: [
      { start: 0, end: 4 },
      { start: 9, end: 13 },
    ],
  };

  it('keeps its id and everything else, and takes its pieces along', () => {
    expect(reanchored(whole, place(4, 17))).toMatchObject({
      id: whole.id,
      start: 4,
      end: 17,
      before: 'nol ',
      rev: revisionOf(now),
      parts: [
        { start: 4, end: 8 },
        { start: 13, end: 17 },
      ],
    });
  });

  it('is none where nobody knows its pieces', () => {
    expect(reanchored(whole, place(4, 12))).toBeUndefined();
  });
});
