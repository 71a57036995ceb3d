import { describe, expect, it } from 'vitest';
import { abbreviationFits } from '../../../../../server/src/core/entities/recognition/definitions.ts';
import { articleMentions } from '../../../../support/goldEntities.ts';
import { marked, world } from './marked.ts';

const FSB = '[FSB|fsb abbreviation]';

describe('abbreviations that the article explains', () => {
  it.each([
    [
      'en',
      'the Federal Security Service (FSB). FSB said',
      `the [Federal Security Service|fsb] (${FSB}). ${FSB} said`,
    ],
    [
      'en',
      'Federal Security Service (FSB, formerly KGB)',
      `[Federal Security Service|fsb] (${FSB}, formerly KGB)`,
    ],
    [
      'en',
      'Federal Security Service (or “FSB”) and FSB’s',
      `[Federal Security Service|fsb] (or “${FSB}”) and ${FSB}’s`,
    ],
    ['en', 'FSB (Federal Security Service) and FSB', `${FSB} ([Federal Security Service|fsb]) and ${FSB}`],
    [
      'en',
      'FSB (Federal Security Service – Moscow)',
      `${FSB} ([Federal Security Service|fsb] – [Moscow|moscow])`,
    ],
    [
      'en',
      'FSB came before the Federal Security Service (FSB)',
      `FSB came before the [Federal Security Service|fsb] (${FSB})`,
    ],
    [
      'id',
      'Dinas Keamanan Federal (FSB), lalu FSB-lah',
      `[Dinas Keamanan Federal|fsb] (${FSB}), lalu ${FSB}-lah`,
    ],
    [
      'id',
      'Kementerian Luar Negeri (Kemlu). Kemlu menolak',
      '[Kementerian Luar Negeri|foreign] ([Kemlu|foreign abbreviation]). [Kemlu|foreign abbreviation] menolak',
    ],
    ['zh', '联邦安全局（FSB）说，FSB', `[联邦安全局|fsb]（FSB）说，FSB`],
    [
      'en',
      'Federal Security Service (FSB)\n\nthe FSB-led, an FSBX, fsb',
      `[Federal Security Service|fsb] (${FSB})\n\nthe ${FSB}-led, an FSBX, fsb`,
    ],
    // Not agencies that a text comes from, not people, not places that do not fit.
    [
      'en',
      'Vladimir Putin (KGB) in Moscow (AFP). KGB, AFP',
      '[Vladimir Putin|putin] (KGB) in [Moscow|moscow] (AFP). KGB, AFP',
    ],
    [
      'en',
      'Federal Security Service (Reuters) and Reuters',
      '[Federal Security Service|fsb] (Reuters) and Reuters',
    ],
    [
      'en',
      'Federal Security Service (US) and US',
      '[Federal Security Service|fsb] ([US|United States]) and [US|United States]',
    ],
  ])('%s: %s', (language, text, expected) => {
    expect(marked(text, language)).toBe(expected);
  });

  it('hold in this article only', () => {
    expect(articleMentions('Federal Security Service (FSB)', 'en', world)).toHaveLength(2);
    expect(articleMentions('the FSB', 'en', world)).toEqual([]);
  });

  it.each([
    ['FSS', 'Federal Security Service', true],
    ['FSB', 'Federal Security Service', false],
    ['TNI', 'Tentara Nasional Indonesia', true],
    ['NATO', 'North Atlantic Treaty Organization', true],
    ['LHQ', 'Liên hợp quốc', true],
    ['ĐSQ', 'Đại sứ quán', true],
    ['Kemlu', 'Kementerian Luar Negeri', true],
    ['ISIS-K', 'Islamic State in Iraq and Syria - Khorasan', true],
    ['AFP', 'Federal Security Service', false],
    ['MO', 'Moscow', false],
    ['', 'Federal Security Service', false],
  ])('%s for %s: %s', (abbreviation, name, fits) => {
    expect(abbreviationFits(abbreviation, name)).toBe(fits);
  });
});
