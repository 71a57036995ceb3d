import { describe, expect, it } from 'vitest';
import { applyRecords } from '../../../../../server/src/core/annotations/records.ts';
import { lineHash } from '../../../../../server/src/core/annotations/serialize.ts';
import { formatMessage } from '../../../../../server/src/core/message.ts';
import { annotation, layer, record, span, type TestLayer } from './layers.ts';

const BANK = span('00000004-aaaaaa');
const CHANGED = span(BANK.id, { note: 'a bank' });

/** What becomes of the one tag and of the words on it. */
function outcome(...layers: TestLayer[]) {
  const { annotations, dangling } = applyRecords(layers);
  const [one] = annotations.filter((a) => a.annotation.id === BANK.id);
  if (!one) throw new Error('the tag is gone');
  const { now, words, acceptedBy, disputed } = one;
  const faults = words.flatMap((w) => (w.fault ? [formatMessage(w.fault)] : []));
  const label = now?.kind === 'span' ? now.label : now?.kind;
  return { now, label, words: words.map((w) => w.outcome), faults, acceptedBy, disputed, dangling };
}

const ana = layer('ana', BANK);
const says = (who: string | undefined, what: object, about = BANK) =>
  layer(who, record(`00000004-${who ?? 'shared'}`, about, what));

describe('a word on another person’s tag', () => {
  it('changes the keys that it sets, and the tag of nobody else', () => {
    const other = span('00000009-bbbbbb');
    const { annotations } = applyRecords([
      layer('ana', BANK, other),
      says('budi', { set: { label: 'ORG', entity: 'Q1' } }),
    ]);
    expect(annotations[0]?.now).toEqual({ ...BANK, label: 'ORG', entity: 'Q1' });
    expect(annotations[0]?.annotation).toBe(BANK);
    expect(annotations[1]?.now).toBe(other);
  });

  it('takes a key away with null', () => {
    expect(outcome(layer('ana', CHANGED), says('budi', { set: { note: null } }, CHANGED)).now).toEqual(BANK);
  });

  it('deletes it', () => {
    expect(outcome(ana, says('budi', { delete: true }))).toMatchObject({
      now: undefined,
      words: ['applied'],
    });
  });

  it('accepts it, by name', () => {
    const found = outcome(ana, says('dewi', { accept: true }), says('budi', { accept: true }));
    expect(found).toMatchObject({ now: BANK, acceptedBy: ['budi', 'dewi'], disputed: false });
  });

  it('counts where two say the same, or change different keys', () => {
    const org = { set: { label: 'ORG' } };
    expect(outcome(ana, says('budi', org), says('dewi', org))).toMatchObject({
      label: 'ORG',
      disputed: false,
    });
    const both = outcome(ana, says('budi', org), says('dewi', { set: { note: 'x' } })).now;
    expect(both).toEqual({ ...BANK, label: 'ORG', note: 'x' });
  });

  it.each([
    [{ set: { label: 'ORG' } }, { set: { label: 'GPE' } }],
    [{ set: { label: 'ORG' } }, { delete: true }],
    [{ set: { label: 'ORG' } }, { set: { label: 'GPE', note: 'x' } }],
  ])('is open where two contradict each other: %j, %j', (one, two) => {
    expect(outcome(ana, says('budi', one), says('dewi', two))).toMatchObject({
      now: BANK,
      words: ['contradicted', 'contradicted'],
      disputed: true,
    });
  });

  it.each([[{ set: { label: 'ORG' } }], [{ delete: true }]])(
    'is open where another accepts the tag, or its owner keeps it: %j',
    (what) => {
      expect(outcome(ana, says('budi', what), says('dewi', { accept: true }))).toMatchObject({
        now: BANK,
        words: ['contradicted', 'accepted'],
        acceptedBy: ['dewi'],
        disputed: true,
      });
      const keeping = layer('ana', BANK, record('00000004-keep', BANK, { accept: true }));
      expect(outcome(keeping, says('budi', what))).toMatchObject({
        now: BANK,
        words: ['kept', 'contradicted'],
        acceptedBy: [],
      });
    },
  );

  it('is open where the line has changed since', () => {
    for (const what of [{ set: { label: 'ORG' } }, { delete: true }, { accept: true }]) {
      expect(outcome(layer('ana', CHANGED), says('budi', what))).toMatchObject({
        now: CHANGED,
        words: ['outdated'],
        disputed: true,
      });
    }
  });

  it('has done its work where the owner has followed it', () => {
    const taken = span(BANK.id, { label: 'ORG' });
    expect(outcome(layer('ana', taken), says('budi', { set: { label: 'ORG' } }))).toMatchObject({
      now: taken,
      words: ['followed'],
      disputed: false,
    });
  });

  it('does not mind that git could not merge the line it speaks of', () => {
    const torn = span(BANK.id, { conflict: { base: null, ours: {}, theirs: {} } });
    expect(outcome(layer('ana', torn), says('budi', { delete: true })).words).toEqual(['applied']);
    const ofAll = record('00000004-b', torn, { delete: true });
    expect(outcome(layer('ana', torn), layer('budi', ofAll)).words).toEqual(['applied']);
  });

  it.each([
    [{ label: '' }, 'label'],
    [{ label: null }, 'label'],
    [{ id: 'other' }, 'id'],
    [{ by: 'budi' }, 'by'],
    [{ start: 3 }, 'end'],
    [{ parts: [[4, 8]] }, 'start'],
    [{ ref: 'x' }, 'was'],
    [{ start: 9, end: 8, text: '', before: '', after: '', rev: '0123456789ab' }, 'end'],
  ])('is of no use where it would make no annotation: %j', (set, key) => {
    const found = outcome(ana, says('budi', { set }));
    expect(found).toMatchObject({ now: BANK, disputed: true });
    expect(found.words).toEqual(['unusable']);
    expect(found.faults[0]?.length).toBeGreaterThan(20);
    expect(key === 'was' || found.faults[0]?.includes(`"${key}"`)).toBe(true);
  });

  it('moves a tag with all of its place', () => {
    const place = { start: 0, end: 8, text: 'The Bank', before: '', after: ' is', rev: '0123456789ab' };
    expect(outcome(ana, says('budi', { set: place })).now).toEqual({ ...BANK, ...place });
  });

  it('is no way to change one’s own line', () => {
    const own = layer('ana', BANK, record('00000004-own', BANK, { set: { label: 'ORG' } }));
    expect(outcome(own)).toMatchObject({ now: BANK, words: ['own'], disputed: true });
  });

  it('tells who says it in the shared file', () => {
    const shared = layer(undefined, BANK, record('00000004-s', BANK, { accept: true, by: 'Ana' }));
    expect(outcome(shared)).toMatchObject({ acceptedBy: ['Ana'], disputed: false });
  });

  it('changes no line of gold, and gold changes nobody’s line', () => {
    const gold = layer('gold', BANK);
    expect(outcome(gold, says('budi', { delete: true }))).toMatchObject({ now: BANK, words: ['objection'] });
    expect(outcome(ana, says('gold', { delete: true }))).toMatchObject({
      now: BANK,
      words: ['gold'],
      disputed: false,
    });
  });
});

describe('what a record refers to', () => {
  const del = { delete: true, was: lineHash(BANK) };
  const about = (ref: string) => layer('dewi', annotation({ id: '00000004-dddddd', ref, ...del }));

  it('is an id, or an id with its layer where several have it', () => {
    expect(outcome(ana, about(BANK.id)).words).toEqual(['applied']);
    expect(outcome(ana, about(`ana:${BANK.id}`)).words).toEqual(['applied']);
    expect(outcome(layer(undefined, BANK), about(`:${BANK.id}`)).words).toEqual(['applied']);
    const two = applyRecords([layer('budi', BANK), ana, about(`ana:${BANK.id}`)]).annotations;
    expect(two.map((a) => a.now)).toEqual([BANK, undefined]);
  });

  it('may say the former name of whose layer it is', () => {
    const layers = [layer('budi', BANK), ana, about(`anna:${BANK.id}`)];
    const named = (name: string) => (name === 'anna' ? 'ana' : name);
    expect(applyRecords(layers, named).annotations.map((a) => a.now)).toEqual([BANK, undefined]);
    expect(applyRecords(layers).dangling).toHaveLength(1);
  });

  it.each([
    ['several', BANK.id, [ana, layer('budi', BANK)]],
    ['several', `ana:${BANK.id}`, [layer('ana', BANK, BANK)]],
    ['missing', 'constructor', [ana]],
    ['missing', `budi:${BANK.id}`, [ana]],
    ['record', '00000004-dddddd', [ana]],
    ['record', 'dewi:00000004-dddddd', [ana]],
    ['missing', 'status', [layer('ana', annotation({ id: 'status', status: 'done', rev: '0123456789ab' }))]],
  ] as const)('dangles (%s): %s', (reason, ref, layers) => {
    const { annotations, dangling } = applyRecords([...layers, about(ref)]);
    expect(dangling.map((d) => d.reason)).toEqual([reason]);
    expect(annotations.every((a) => a.now === a.annotation)).toBe(true);
  });
});

describe('a thread', () => {
  const said = (who: string, id: string, what: object) => layer(who, record(id, BANK, what));
  const threadOf = (...layers: TestLayer[]) => applyRecords([ana, ...layers]).annotations[0]?.thread;

  it('is in the order of time, then of id, over all files', () => {
    const thread = threadOf(
      said('budi', 'c', { comment: 'third', time: '2026-11-22T08:05:01Z' }),
      said('dewi', 'b', { comment: 'second', time: '2026-11-22T08:05:00.5Z' }),
      said('ana', 'a', { comment: 'first', time: '2026-11-22T09:05:00+01:00' }),
      said('gold', 'd', { comment: 'timeless' }),
    );
    expect(thread?.comments.map((c) => c.text)).toEqual(['timeless', 'first', 'second', 'third']);
    expect(thread?.comments.map((c) => c.by)).toEqual([undefined, 'ana', 'dewi', 'budi']);
  });

  it('is resolved where that is the last word on it', () => {
    const comment = said('budi', 'c', { comment: 'why?', time: '2026-11-22T08:00:00Z' });
    const done = said('ana', 'd', { resolved: true, time: '2026-11-22T08:01:00Z' });
    const again = said('dewi', 'e', { resolved: false, time: '2026-11-22T08:02:00Z' });
    expect(threadOf(comment)?.resolved).toBe(false);
    expect(threadOf(again, done, comment)?.resolved).toBe(false);
    expect(threadOf(done, comment)?.resolved).toBe(true);
    expect(threadOf(done)).toBeUndefined();
  });

  it('says which of it was said of an earlier line, and changes nothing', () => {
    const found = applyRecords([layer('ana', CHANGED), said('budi', 'c', { comment: 'why?' })]);
    expect(found.annotations[0]?.thread?.comments.map((c) => c.outdated)).toEqual([true]);
    expect(found.annotations[0]).toMatchObject({ now: CHANGED, words: [], disputed: false });
  });
});
