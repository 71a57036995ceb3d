import { describe, expect, it } from 'vitest';
import { capitalRuns } from '../../../../server/src/core/suggestions/unknown/capitalRuns.ts';
import { cuesOf } from '../../../../server/src/core/suggestions/unknown/cues.ts';
import { sightingOf, type WordKnowledge } from '../../../../server/src/core/suggestions/unknown/evidence.ts';
import {
  type PlacedSighting,
  unknownNames,
} from '../../../../server/src/core/suggestions/unknown/unknownNames.ts';
import { splitSentences } from '../../../../server/src/core/text/sentences.ts';

/** What is in small letters in these sentences is a word of the language; the rest is none. */
function knowledge(words: string): WordKnowledge {
  const known = new Set(words.toLowerCase().split(' '));
  return {
    thorough: true,
    isWord: (word) => known.has(word),
    isCommon: (word) => known.has(word),
    isPlain: (word) => known.has(word),
    isSurname: (word) => ['nguyễn', 'phạm'].includes(word),
  };
}

function names(lines: readonly string[], language: string, words = ''): string[] {
  const cues = cuesOf(language);
  if (!cues) return [];
  const known = knowledge(words);
  let offset = 0;
  const sightings: PlacedSighting[] = [];
  for (const line of lines) {
    for (const run of capitalRuns(line, splitSentences(line, language), [], cues)) {
      const sighting = sightingOf(line, run, cues, known);
      if (sighting) sightings.push({ sighting, offset });
    }
    offset += line.length + 1;
  }
  const text = lines.join('\n');
  return unknownNames(sightings, known).map((n) => `${text.slice(n.start, n.end)} ${n.label}`);
}

describe('unknown names', () => {
  it.each([
    ['id', 'Menurut data, Presiden Belmir Quandt tiba di kota itu.', ['Belmir Quandt PER']],
    ['id', 'Pasar itu ada di Brelvik sejak lama, kata warga.', ['Brelvik GPE']],
    ['id', 'Pejabat Kementerian Urusan Laut menolak usul itu.', ['Kementerian Urusan Laut ORG']],
    ['id', 'Warga provinsi Quandtara menunggu bantuan sejak lama.', ['Quandtara GPE']],
    ['en', 'The report was read by Mr Quandt before the vote.', ['Quandt PER']],
    ['en', 'A spokesman for Brelvik University said nothing more.', ['Brelvik University ORG']],
    ['en', 'They swam across the wide Brelvik River on the day.', ['Brelvik River LOC']],
    ['en', 'He met the Minister of Trade and Culture yesterday.', []],
    ['vi', 'Hôm qua Thủ tướng Phạm Minh Brel đã đến thăm nơi này.', ['Phạm Minh Brel PER']],
    ['vi', 'Anh ấy học tại Đại học Brelvik từ năm ngoái.', ['Đại học Brelvik ORG']],
    ['de', 'Der Präsident besuchte gestern Herrn Quandt im Haus.', []],
  ])('%s: %s', (language, line, found) => {
    expect(names([line], language, 'pejabat đại học')).toEqual(found);
  });

  it('are not told from headlines, nor from the first word of a sentence', () => {
    expect(names(['Belmir Quandt Visits Brelvik River Again Today'], 'en')).toEqual([]);
    expect(names(['BELMIR QUANDT VISITS THE BRELVIK RIVER'], 'en')).toEqual([]);
    expect(names(['Quandt is here again today.'], 'en')).toEqual([]);
    expect(names(['Quandt is here again today.', 'But then Mr Quandt left us.'], 'en')).toEqual([
      'Quandt PER',
      'Quandt PER',
    ]);
  });

  it('join the surname to whom the article names in full, and split two names in a row', () => {
    expect(
      names(
        ['It was seen by Mr Belmir Quandt and others.', 'After that day Quandt went home at once.'],
        'en',
      ),
    ).toEqual(['Belmir Quandt PER', 'Quandt PER']);
    expect(
      names(['Juru bicara Zarnok Belmir Quandt menolak usul itu.', 'Pihak di Zarnok tetap diam saja.'], 'id'),
    ).toContain('Belmir Quandt PER');
  });

  it('are no ordinary words that only have a capital', () => {
    expect(names(['Then he said that Freedom matters in the end.'], 'en', 'freedom')).toEqual([]);
  });
});
