import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../server/src/core/text/sentences.ts';

/** Sentences are written with `|` between them. */
const CASES: readonly [language: string, marked: string][] = [
  ['id', 'Dr. Budi pergi ke Jl. Merdeka.| Ia pulang.'],
  ['id', '"Ayo!" katanya.| "Pergi."| Lalu ia diam…| Hari ini naik 3.5 persen.| Lihat no. 5 dan hlm. 12.'],
  ['id', '1. Peran pemerintah daerah.| Isinya lain.'],
  ['id', 'Ia membeli beras, gula, dll.| Besok ia kembali.'],
  ['vi', 'TS. Nguyễn Văn A. đến TP. Huế.| Ông ở lại hai ngày.'],
  ['en', 'He met J. K. Rowling in the U.S. capital.| It cost $3.5.| "Go!" she said.| (Really?)| Yes.'],
  ['en', 'Gen. Smith waited... and waited.| Then he left...| Nobody saw him.'],
  ['de', 'Am 3. Oktober kam er.| Es war 2019.| Dann ging er, z.B. nach Köln.'],
  ['fr', '« Oui. »| Il part.| Puis M. Blanc revient.'],
  ['es', '¿Quién es?| ¡Nadie!| El Sr. Gil no vino.'],
  ['ru', 'Он родился в 1970 г. в Москве.| Потом уехал.'],
  ['zh', '他说：“你好。”|然后走了。|真的吗？|是的！'],
  ['ja', '「そうだ。」と言った。|次の文。'],
  ['hi', 'यह सच है।| वह गया।'],
  ['ar', 'هل ذهبت؟| نعم.| ذهبت.'],
  ['und', 'One.| Two.'],
];

describe('splitSentences', () => {
  it.each(CASES)('%s: %s', (language, marked) => {
    const text = marked.replaceAll('|', '');
    const expected = marked.split('|').map((sentence) => sentence.trim());
    expect(splitSentences(text, language).map((s) => text.slice(s.start, s.end))).toEqual(expected);
  });

  it('gives nothing for blanks', () => {
    expect(splitSentences(' \n\u00a0', 'id')).toEqual([]);
  });

  it('leaves languages without marks to the platform, in parts', () => {
    const text = 'สวัสดีครับ ผมชื่อสมชาย '.repeat(600).trim();
    const sentences = splitSentences(text, 'th');
    expect(sentences.map((s) => text.slice(s.start, s.end)).join(' ')).toBe(text);
  });

  it('takes strange languages', () => {
    for (const language of ['', '__proto__', 'constructor', 'x-private']) {
      expect(splitSentences('A b. C d.', language)).toHaveLength(2);
    }
  });
});
