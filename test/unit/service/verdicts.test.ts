import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../server/src/core/checks/finding.ts';
import { msg } from '../../../server/src/core/message.ts';
import type { Layer } from '../../../server/src/service/sidecars.ts';
import { type GivenVerdict, Verdicts } from '../../../server/src/service/verdicts.ts';

const TEXT = 'tvPlus came, then TVPLUS and fooBar.';

function layer(annotator?: string): Layer {
  const uri = `file:///a.txt.${annotator ?? ''}.ann.json`;
  return { uri, annotator, file: undefined, unreadable: undefined, sidecar: undefined };
}

function finding(words: string, rule = 'fused/case'): Finding {
  const start = TEXT.indexOf(words);
  const said = msg('…');
  return { start, end: start + words.length, rule, severity: 'error', message: said, why: said, fixes: [] };
}

function given(verdict: GivenVerdict['verdict'], more: Partial<GivenVerdict> = {}): GivenVerdict {
  return { id: '1', layer: layer(), rule: 'fused/case', verdict, ...more };
}

const on = (words: string, ...all: GivenVerdict[]) => new Verdicts(TEXT, all, []).on(finding(words)).standing;

describe('what people say about a finding', () => {
  it('is nothing at first, and what is said about another rule or place is none', () => {
    expect(on('tvPlus')).toBe('open');
    expect(on('tvPlus', given('dismissed', { rule: 'script/mixed' }))).toBe('open');
    expect(on('tvPlus', given('dismissed', { range: finding('fooBar') }))).toBe('open');
  });

  it('may be about the place, the word in any letter case, or the whole article', () => {
    expect(on('fooBar', given('dismissed', { range: { start: 29, end: 32 } }))).toBe('dismissed');
    const word = given('dismissed', { word: 'tvPlus' });
    expect([on('tvPlus', word), on('TVPLUS', word), on('fooBar', word)]).toEqual([
      'dismissed',
      'dismissed',
      'open',
    ]);
    expect(on('fooBar', given('dismissed'))).toBe('dismissed');
  });

  it('counts where it is closest: a confirmed place stays shown in an article where the rule is dismissed', () => {
    const place = given('confirmed', { range: finding('fooBar') });
    expect(on('fooBar', place, given('dismissed'))).toBe('confirmed');
    expect(on('fooBar', given('dismissed'), given('dismissed', { word: 'fooBar' }), place)).toBe('confirmed');
  });

  it('is disputed where two people differ, until the gold layer settles it', () => {
    const ana = given('dismissed', { layer: layer('ana') });
    const budi = given('confirmed', { layer: layer('budi'), range: finding('fooBar') });
    expect(on('fooBar', ana, budi)).toBe('disputed');
    expect(on('fooBar', ana, given('dismissed', { layer: layer('budi') }))).toBe('dismissed');
    expect(on('fooBar', ana, budi, given('dismissed', { layer: layer('gold') }))).toBe('dismissed');
  });

  it('hides only what is dismissed', () => {
    const verdicts = new Verdicts(
      TEXT,
      [given('dismissed', { range: finding('tvPlus') }), given('confirmed', { range: finding('TVPLUS') })],
      [],
    );
    const all = [finding('tvPlus'), finding('TVPLUS'), finding('fooBar'), finding('tvPlus', 'case/random')];
    expect(verdicts.shown(all)).toEqual(all.slice(1));
  });
});
