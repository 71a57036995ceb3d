import { describe, expect, it } from 'vitest';
import { meaningOf, nextOpen, progressOf } from '../../../client/src/views/adjudication/deck.ts';
import { Desk, type Surroundings } from '../../../client/src/views/adjudication/desk.ts';
import { escaped, pageHtml } from '../../../client/src/views/webview/html.ts';
import type { AdjudicationGroup, AdjudicationView } from '../../../server/src/lsp/protocol/adjudication.ts';

function group(key: string, more: Partial<AdjudicationGroup> = {}): AdjudicationGroup {
  const version = (annotators: number[], label: string) => ({
    annotators,
    label,
    text: key,
    marks: [],
    details: [],
    notes: [],
    certain: true,
  });
  return {
    key,
    kind: 'label',
    state: 'open',
    context: '',
    having: 2,
    of: 2,
    versions: [version([1], 'ORG'), version([0], 'GPE')],
    gold: [],
    ...more,
  };
}

function view(...groups: AdjudicationGroup[]): AdjudicationView {
  return {
    uri: 'file:///a.txt',
    version: 1,
    path: 'a.txt',
    annotators: ['ana', 'binh', 'chi'],
    waiting: 0,
    groups,
  };
}

/** A server of which every decision settles its group, and undo the last one. */
function desk(groups: AdjudicationGroup[], refuses = false) {
  const settled: string[] = [];
  const log: string[] = [];
  const around: Surroundings = {
    load: async () =>
      view(...groups.map((g) => (settled.includes(g.key) ? { ...g, state: 'settled' as const } : g))),
    decide: async (_, { key }, choice, note) => {
      log.push(
        `${key} ${JSON.stringify(choice.kind === 'take' ? choice.versions : choice.label)} ${note}`.trim(),
      );
      if (!refuses) settled.push(key);
      return { done: !refuses, message: refuses ? 'no' : 'yes' };
    },
    applyRule: async (rule) => ({ done: true, message: rule }),
    undo: async () => ({ done: settled.pop() !== undefined, message: 'undone' }),
    reveal: async ({ key }, focus) => void log.push(`reveal ${key}${focus ? ' there' : ''}`),
    pickChange: async () => ({
      label: 'LOC',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    }),
    askReason: () => void log.push('reason?'),
    show: () => undefined,
  };
  return { desk: new Desk(around), log };
}

describe('keys of adjudication', () => {
  it('a digit takes what that annotator says, which may be nothing', () => {
    const here = view(group('g'));
    const [g] = here.groups;
    if (!g) throw new Error('no group');
    expect(meaningOf('1', here, g)).toEqual({ kind: 'take', versions: [1] });
    expect(meaningOf('2', here, g)).toEqual({ kind: 'take', versions: [0] });
    expect(meaningOf('3', here, g)).toEqual({ kind: 'take', versions: [] });
    expect(meaningOf('4', here, g)).toBeUndefined();
    expect(meaningOf('b', here, g)).toEqual({ kind: 'take', versions: [0, 1] });
    expect(meaningOf('n', here, g)).toEqual({ kind: 'take', versions: [] });
    expect(meaningOf('constructor', here, g)).toBeUndefined();
  });

  it('goes through disagreements only, round and round', () => {
    const here = view(
      group('a'),
      group('b', { kind: 'agreed' }),
      group('c', { state: 'settled' }),
      group('d'),
    );
    expect(nextOpen(here, 'a')?.key).toBe('d');
    expect(nextOpen(here, 'd')?.key).toBe('a');
    expect(progressOf(here)).toEqual({ all: 3, open: 2, agreed: 1 });
  });
});

describe('the desk', () => {
  it('goes on to the next open one after each decision, and back to it on undo', async () => {
    const { desk: d, log } = desk([group('a'), group('b', { kind: 'agreed' }), group('c')]);
    await d.refresh();
    expect(d.state?.current).toBe('a');
    d.setReason('why');
    await d.press('1');
    expect(d.state).toMatchObject({ current: 'c', reason: '', said: 'yes' });
    await d.press('n');
    await d.press('u');
    expect(d.state?.current).toBe('c');
    await d.press('u');
    expect(d.state?.current).toBe('a');
    expect(log.filter((l) => !l.startsWith('reveal'))).toEqual(['a [1] why', 'c []']);
  });

  it('stays and says why where a decision was refused, and keeps the reason', async () => {
    const { desk: d } = desk([group('a'), group('b')], true);
    await d.refresh();
    d.setReason('why');
    await d.press('b');
    expect(d.state).toMatchObject({ current: 'a', reason: 'why', said: 'no' });
  });

  it('takes keys in their order, however fast they come', async () => {
    const { desk: d, log } = desk([group('a'), group('b'), group('c')]);
    await Promise.all([
      d.refresh(),
      d.press('1'),
      d.press('2'),
      d.press('c'),
      d.press('k'),
      d.press('Enter'),
      d.press('r'),
    ]);
    expect(log.filter((l) => !/^reveal .$/.test(l))).toEqual([
      'a [1]',
      'b [0]',
      'c "LOC"',
      'reveal b there',
      'reason?',
    ]);
  });
});

describe('the page', () => {
  it('runs its own script only, and escapes what it is told', () => {
    const html = pageHtml(
      { script: 'https://x/"><script>', style: '', title: '<b>&', language: 'id' },
      'n0nce',
    );
    expect(html).toContain(`default-src 'none'; script-src 'nonce-n0nce'; style-src 'nonce-n0nce'`);
    expect(html).not.toContain('<b>');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(escaped(`'"<>&`)).toBe('&#39;&quot;&lt;&gt;&amp;');
  });
});
