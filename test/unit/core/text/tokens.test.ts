import { describe, expect, it } from 'vitest';
import { splitTokens } from '../../../../server/src/core/text/tokens.ts';

const shown = (text: string): string[] => splitTokens(text).map((token) => `${token.kind}:${token.text}`);

describe('splitTokens', () => {
  it('keeps apostrophes inside a word and parts hyphens', () => {
    expect(shown("Jum'at don’t kupu-kupu'")).toEqual([
      "word:Jum'at",
      'word:don’t',
      'word:kupu',
      'mark:-',
      'word:kupu',
      "mark:'",
    ]);
  });

  it('keeps separators inside a number', () => {
    expect(shown('Rp1.234,5 pada 10:30, 5G')).toEqual([
      'word:Rp',
      'number:1.234,5',
      'word:pada',
      'number:10:30',
      'mark:,',
      'number:5',
      'word:G',
    ]);
  });

  it('keeps combining marks and joiners inside a word', () => {
    expect(shown('Vie\u0323\u0302t می\u200cروم हिन्दी F16')).toEqual([
      'word:Vie\u0323\u0302t',
      'word:می\u200cروم',
      'word:हिन्दी',
      'word:F',
      'number:16',
    ]);
  });

  it('ends a Latin word only where it ends', () => {
    expect(shown('vie\u0323\u0302t nước×hai co\u00adop l’été·x a’ b' + "'c" + "'")).toEqual([
      'word:vie\u0323\u0302t',
      'word:nước',
      'mark:×',
      'word:hai',
      'word:co\u00adop',
      'word:l’été·x',
      'word:a',
      'mark:’',
      "word:b'c",
      "mark:'",
    ]);
  });

  it('makes one mark of a code point', () => {
    expect(shown('😀…\ud800')).toEqual(['mark:😀', 'mark:…', 'mark:\ud800']);
  });
});
