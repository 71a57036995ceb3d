import { describe, expect, it } from 'vitest';
import { capitalRuns } from '../../../../server/src/core/suggestions/unknown/capitalRuns.ts';
import { cuesOf } from '../../../../server/src/core/suggestions/unknown/cues.ts';
import { sightingOf, type WordKnowledge } from '../../../../server/src/core/suggestions/unknown/evidence.ts';
import { unknownNames } from '../../../../server/src/core/suggestions/unknown/unknownNames.ts';
import { splitSentences } from '../../../../server/src/core/text/sentences.ts';

/** Knows no word, so that every capitalised word is a strange one. */
const NOTHING: WordKnowledge = {
  thorough: true,
  isWord: () => false,
  isCommon: () => false,
  isPlain: () => false,
  isSurname: () => false,
};

function names(line: string, language: string): string[] {
  const cues = cuesOf(language);
  if (!cues) return [];
  const sightings = capitalRuns(line, splitSentences(line, language), [], cues).flatMap((run) => {
    const sighting = sightingOf(line, run, cues, NOTHING);
    return sighting ? [{ sighting, offset: 0 }] : [];
  });
  return unknownNames(sightings, NOTHING).map((n) => `${line.slice(n.start, n.end)} ${n.label}`);
}

describe('the kind of an unknown name', () => {
  it.each([
    ['id', 'Hal itu disampaikan oleh juru bicara Brelvika, yang tiba kemarin.', ['Brelvika ORG']],
    ['id', 'Hal itu disampaikan oleh juru bicara Belmir Quandtra kemarin.', ['Belmir Quandtra PER']],
    ['id', 'Kota itu sudah lama dikuasai Brelvika dan warga pergi.', ['Brelvika ORG']],
    ['vi', 'Hôm qua phiến quân Brelvika đã rút khỏi vùng này.', ['Brelvika ORG']],
    ['en', 'It was denied by a spokesman for Brelvika in the evening.', ['Brelvika ORG']],
  ])('is a group behind who speaks for one or belongs to it: %s: %s', (language, line, found) => {
    expect(names(line, language)).toEqual(found);
  });

  it('is a person where a Vietnamese verb of speech follows', () => {
    expect(names('Hôm qua Belmir Quandtra cho biết mọi việc đã xong.', 'vi')).toEqual([
      'Belmir Quandtra PER',
    ]);
  });

  it('is a town behind the word for towns, though it ends in the word for streets', () => {
    expect(names('Họ sống ở thành phố Brelvika từ lâu.', 'vi')).toEqual(['Brelvika GPE']);
    expect(names('Họ sống trên phố Brelvika từ lâu.', 'vi')).toEqual(['Brelvika FAC']);
  });

  it('is an agency behind the word for agencies, which is no part of the name', () => {
    expect(names('Hãng Brelvika hôm qua dẫn lời nhiều người dân.', 'vi')).toEqual(['Brelvika ORG']);
  });

  it('stays open behind an airport, which is called as its town is', () => {
    expect(names('Mereka menunggu lama sekali pada bandara Brelvika kemarin.', 'id')).toEqual([]);
  });

  it('is a person behind a ministry only with a name of two words', () => {
    expect(names('Kemarin Menteri Pendidikan Tinggi Belmir Quandtra tiba.', 'id')).toEqual([
      'Belmir Quandtra PER',
    ]);
    expect(names('Kemarin Menteri Pendidikan Tinggi Brelvika tiba.', 'id')).toEqual([]);
  });
});

describe('no unknown name', () => {
  it.each([
    ['a word for a kind alone', 'Bom meledak di Kedutaan itu kemarin.'],
    ['the end of a web address', 'Kabar itu dimuat BRELVIKA.COM kemarin malam.'],
    ['a part of a hyphenated word', 'Serangan itu dilakukan oleh kelompok BREL-K kemarin.'],
    [
      'what a small joint ties to the word before',
      'Ledakan itu terjadi pada Gozar-e-Belmir Quandtra kemarin.',
    ],
  ])('is %s', (_, line) => {
    expect(names(line, 'id')).toEqual([]);
  });
});
