import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../../server/src/core/annotations/create.ts';
import { TextOffsets } from '../../../server/src/core/text/offsets.ts';
import { revisionOf } from '../../../server/src/core/text/revision.ts';
import { AnchorPlaces } from '../../../server/src/service/anchorPlaces.ts';

const located = (text: string) => ({ text, offsets: new TextOffsets(text), revision: revisionOf(text) });
const TEXT = 'Menteri luar negeri Talban tiba kemarin.';

/** A tag that follows edits, each of which replaces the first place of some words. */
function follow(words: string, ...edits: [string, string][]) {
  let text = TEXT;
  let start = text.indexOf(words);
  const anchor = anchorOf({ article: text, range: { start, end: start + words.length }, suffix: '' });
  let places = new AnchorPlaces();
  places.of('s', 'id', anchor, located(text));
  for (const [old, now] of edits) {
    start = text.indexOf(old);
    expect(start).toBeGreaterThanOrEqual(0);
    // As the editor's log has it: what is the same at both ends was not changed.
    let same = 0;
    while (same < Math.min(old.length, now.length) && old[same] === now[same]) same++;
    let end = 0;
    while (end < Math.min(old.length, now.length) - same && old.at(-1 - end) === now.at(-1 - end)) end++;
    text = text.slice(0, start) + now + text.slice(start + old.length);
    const from = start + same;
    places = places.after([
      { start: from, oldEnd: start + old.length - end, newEnd: start + now.length - end },
    ]);
  }
  const place = places.of('s', 'id', anchor, located(text));
  return place && [text.slice(place.range.start, place.range.end), place.status];
}

describe('a tag in an open article', () => {
  it.each<[string, [string, string][], unknown]>([
    ['stays on a word that is corrected', [['Talban', 'Taliban']], ['Taliban', 'moved']],
    [
      'stays on a word that is corrected at its end',
      [
        ['Talban', 'Talba'],
        ['Talba t', 'Talbans t'],
      ],
      ['Talbans', 'moved'],
    ],
    [
      'stays on a word that is corrected at its start',
      [
        ['Talban', 'alban'],
        [' alban', ' Halban'],
      ],
      ['Halban', 'moved'],
    ],
    ['is in doubt on another word', [['Talban', 'Presiden']], ['Presiden', 'review']],
    ['is in doubt on more words', [['Talban', 'Taliban muda']], ['Taliban muda', 'review']],
    [
      'leaves out what is typed behind it',
      [
        ['Talban', 'Taliban'],
        ['Taliban tiba', 'Taliban, yang tiba'],
      ],
      ['Taliban', 'moved'],
    ],
    ['keeps what is left of it', [['negeri Tal', 'negeri ']], ['ban', 'review']],
    ['is gone with its words', [['negeri Talban ', 'negeri ']], undefined],
    [
      'comes back with them',
      [
        ['negeri Talban ', 'negeri '],
        ['negeri ', 'negeri Talban '],
      ],
      ['Talban', 'kept'],
    ],
    [
      'is not taken over by the same word elsewhere',
      [
        ['negeri Talban ', 'negeri '],
        ['Menteri', 'Menteri T'],
      ],
      undefined,
    ],
    [
      'is as it was once its words are',
      [
        ['Talban', 'Taliban'],
        ['Taliban', 'Talban'],
      ],
      ['Talban', 'kept'],
    ],
    [
      'is as it was once all of it is typed again',
      [
        ['Talban', 'X'],
        ['X', 'Talban'],
      ],
      ['Talban', 'kept'],
    ],
  ])('%s', (_, edits, expected) => {
    expect(follow('Talban', ...edits)).toEqual(expected);
  });

  it('is looked for again only where a text that was replaced as a whole differs', () => {
    const anchor = (words: string) => {
      const start = TEXT.indexOf(words);
      return anchorOf({ article: TEXT, range: { start, end: start + words.length }, suffix: '' });
    };
    const places = new AnchorPlaces();
    for (const words of ['Menteri', 'Talban', 'kemarin']) places.of('s', words, anchor(words), located(TEXT));
    const after = places.beside({ start: 8, oldEnd: 26, newEnd: 30 });
    expect(['Menteri', 'Talban', 'kemarin'].map((words) => after.knows('s', words, anchor(words)))).toEqual([
      true,
      false,
      true,
    ]);
  });
});
