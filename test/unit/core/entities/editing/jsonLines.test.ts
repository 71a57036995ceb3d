import { describe, expect, it } from 'vitest';
import type {
  EntityContent,
  EntityEdit,
} from '../../../../../server/src/core/entities/editing/entityText.ts';
import { lineStrings } from '../../../../../server/src/core/entities/editing/jsonLine.ts';
import {
  addNamesInJsonLines,
  appendToJsonLines,
  removeNameInJsonLines,
  renameInJsonLines,
} from '../../../../../server/src/core/entities/editing/jsonLines.ts';
import { finish } from '../../../../../server/src/core/steps.ts';
import { applyReplacements } from '../../../../../server/src/core/text/range.ts';

const UNION: EntityContent = {
  id: 'org:serikat-nelayan-teluk',
  type: 'ORG',
  name: 'Serikat Nelayan Teluk',
  names: new Map([['id', ['Serikat Nelayan Teluk', 'SNT']]]),
  description: new Map(),
};
const UNION_LINE =
  '{"id":"org:serikat-nelayan-teluk","type":"ORG","name":"Serikat Nelayan Teluk","names":{"id":["Serikat Nelayan Teluk","SNT"]}}';
const edited = (text: string, edit: EntityEdit) =>
  edit.ok ? applyReplacements(text, edit.edits) : edit.reason.template;
const add = (text: string, language: string, ...names: string[]) =>
  edited(text, finish(addNamesInJsonLines(text, { id: 'x', language, names })));
const rename = (text: string, from: string, to: string) =>
  edited(text, finish(renameInJsonLines(text, { id: 'x', from, to })));
const remove = (text: string, name: string) => edited(text, finish(removeNameInJsonLines(text, 'x', name)));

describe('appending an entity', () => {
  const append = (text: string) => edited(text, finish(appendToJsonLines(text, UNION)));
  it('makes a file with a header', () => {
    expect(append('')).toBe(`{"pressmark-entities":1,"source":"Added while annotating."}\n${UNION_LINE}\n`);
  });
  it('keeps line ends, and the lack of one at the end', () => {
    expect(append('# mine\r\n{}\r\n')).toBe(`# mine\r\n{}\r\n${UNION_LINE}\r\n`);
    expect(append('# mine\n{}')).toBe(`# mine\n{}\n${UNION_LINE}`);
    expect(append('\ufeff# mine\n')).toBe(`\ufeff# mine\n${UNION_LINE}\n`);
  });
  it('refuses an id that is taken, also one that is written with escapes', () => {
    const taken = '{"id":"org\\u003aserikat-nelayan-teluk","type":"ORG","name":"Other"}\n';
    expect(append(taken)).toContain('is taken');
  });
  it('refuses what would not be read back', () => {
    const bad = { ...UNION, names: new Map([['Indonesian', ['SNT']]]) };
    expect(edited('', finish(appendToJsonLines('', bad)))).toContain('not be read back');
    expect(edited('', finish(appendToJsonLines('', { ...UNION, name: '<b>Nga</b>' })))).toContain(
      'plain text',
    );
  });
});

describe('adding names', () => {
  it('changes the list of the language only', () => {
    expect(
      add(
        '{"id":"x","type":"ORG","name":"Xyz","names":{"en":["Xyz"],"id":["Iks"]},"mine":[1, 2]}',
        'en',
        'X. Y.',
      ),
    ).toBe('{"id":"x","type":"ORG","name":"Xyz","names":{"en":["Xyz","X. Y."],"id":["Iks"]},"mine":[1, 2]}');
  });
  it('makes the list, and all lists, in the blanks of the line', () => {
    expect(
      add('{ "id": "x", "name": "Xyz", "type": "ORG", "names": {"en": ["Xyz"]}}', 'vi', 'Ích', 'Ếch'),
    ).toBe('{ "id": "x", "name": "Xyz", "type": "ORG", "names": {"en": ["Xyz"], "vi": ["Ích", "Ếch"]}}');
    expect(add('{"url":"https://x.org/","name":"Xyz","id":"x","type":"ORG"}', 'vi', 'Ích')).toBe(
      '{"url":"https://x.org/","name":"Xyz","names":{"vi":["Ích"]},"id":"x","type":"ORG"}',
    );
    expect(add('{"id":"x","type":"ORG","name":"Xyz","names":{}}', 'vi', 'Ích')).toContain(
      '"names":{"vi":["Ích"]}}',
    );
    expect(add('{"id":"x","type":"ORG","name":"Xyz","names":{"vi":[ ]}}', 'vi', 'Ích')).toContain('["Ích" ]');
  });
  it('goes to the line that is read, among others', () => {
    const line = '{"id":"x","type":"ORG","name":"Xyz"}';
    const text = `# x\r\nbroken x\r\n${line}\r\n\r\n{"id":"x","type":"PER","name":"Late"}`;
    expect(add(text, 'en', 'Iks')).toBe(text.replace('"Xyz"', '"Xyz","names":{"en":["Iks"]}'));
  });
  it('refuses names that are there, bad ones, missing ids and odd lines', () => {
    const line = '{"id":"x","type":"ORG","name":"Xyz","names":{"en":["Xyz"]}}';
    expect(add(line, 'en', 'Xyz')).toContain('is a name of');
    expect(add(line, 'en', 'X')).toContain('less than two letters');
    expect(add(line.replace('"x"', '"y"'), 'en', 'Iks')).toContain('No line');
    expect(add('{"id":"x","type":"ORG","name":"Xyz","names":["Xyz"]}', 'en', 'Iks')).toContain(
      'Mend it first',
    );
    expect(add('{"id":"x","type":"ORG","name":"Xyz","names":{"en":"Xyz"}}', 'en', 'Iks')).toContain(
      'Mend it first',
    );
    expect(add(line, 'English', 'Iks')).toContain('not be read back');
  });
});

describe('renaming', () => {
  const line = '{"id":"x","type":"ORG","name":"Xyz","names":{"en":["Xyz","Old"],"id":["Xyz"]},"note":"Xyz"}';
  it('changes the name wherever the entity is spelled so, and nothing else', () => {
    expect(rename(`${line}\n{"id":"y","type":"ORG","name":"Xyz"}\n`, 'Xyz', 'A "b" \\')).toBe(
      '{"id":"x","type":"ORG","name":"A \\"b\\" \\\\","names":{"en":["A \\"b\\" \\\\","Old"],"id":["A \\"b\\" \\\\"]},"note":"Xyz"}\n{"id":"y","type":"ORG","name":"Xyz"}\n',
    );
  });
  it('finds names that are written with escapes or decomposed', () => {
    expect(rename('{"id":"x","type":"ORG","name":"\\u0110e\\u0302"}', 'Đê', 'Đê mới')).toContain(
      '"name":"Đê mới"',
    );
  });
  it('changes all lines of the id', () => {
    expect(rename(`${line}\n${line}`, 'Old', 'New').match(/New/g)).toHaveLength(2);
  });
  it('refuses a name that the list holds already, and one that is gone', () => {
    expect(rename(line, 'Old', 'Xyz')).toContain('is a name of');
    expect(rename(line, 'Older', 'New')).toContain('not in the entity file');
  });
});

describe('removing a name', () => {
  const line = (names: string) => `{"id":"x","type":"ORG","name":"Main","names":${names},"k":1}`;
  it.each([
    ['{"en":["Main","Old"]}', '{"en":["Main"]}'],
    ['{"en":["Old","Main"]}', '{"en":["Main"]}'],
    ['{"en":["Old", "Main" , "Old" ,"More"]}', '{"en":[ "Main" ,"More"]}'],
    ['{"en":["Old"],"id":["Main"]}', '{"id":["Main"]}'],
    ['{"id":["Main"] , "en" : ["Old"]}', '{"id":["Main"]}'],
    ['{"en":["Old"] , "id":["Old","Main"]}', '{ "id":["Main"]}'],
    ['{"en":["Old"]}', '{}'],
  ])('makes %s into %s', (before, gone) => {
    expect(remove(line(before), 'Old')).toBe(line(gone));
  });
  it('keeps the canonical name', () => {
    expect(remove(line('{"en":["Main"]}'), 'Main')).toContain('canonical');
  });
});

it('tells the strings of a line with their places', () => {
  const line = '{"id":"x","type":"ORG","name":"X\\"y","names":{"en":["Iks",3]}}';
  expect(lineStrings(line).map((s) => [s.what, s.value, line.slice(s.start, s.end), s.language])).toEqual([
    ['id', 'x', '"x"', undefined],
    ['name', 'X"y', '"X\\"y"', undefined],
    ['alias', 'Iks', '"Iks"', 'en'],
  ]);
});
