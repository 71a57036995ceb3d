import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EntityFileChange,
  entityFileEdit,
} from '../../../../server/src/core/entities/editing/entityFileEdit.ts';
import {
  type EntityContent,
  type EntityEdit,
  saysTheSame,
  withAddedNames,
  withoutName,
  withRenamed,
} from '../../../../server/src/core/entities/editing/entityText.ts';
import { entityLine } from '../../../../server/src/core/entities/editing/jsonLine.ts';
import {
  addNamesInJsonLines,
  appendToJsonLines,
  removeNameInJsonLines,
  renameInJsonLines,
} from '../../../../server/src/core/entities/editing/jsonLines.ts';
import { cleanedName, nameFault } from '../../../../server/src/core/entities/editing/newName.ts';
import type { Entity } from '../../../../server/src/core/entities/entity.ts';
import { readEntityFile } from '../../../../server/src/core/entities/entityFile.ts';
import { readEntitySource } from '../../../../server/src/core/entities/sources/readTable.ts';
import { finish } from '../../../../server/src/core/steps.ts';
import { applyReplacements } from '../../../../server/src/core/text/range.ts';

const ODD = [
  '"',
  '\\',
  "O'",
  '👍',
  'القاعدة',
  'שלום',
  '\u2028',
  '\u202e',
  'Đ',
  'e\u0302',
  '中国',
  ' ',
  '-',
  '\\n',
  ']',
  '},{',
  ',',
];
const anyName = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...ODD), fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 6 })
    .map((p) => p.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('Nga', 'Mỹ', 'Taliban', '__proto__', 'constructor'),
);
const goodName = anyName.map((n) => n.trim()).filter((n) => nameFault(n) === undefined);
const language = fc.constantFrom('en', 'id', 'vi', 'und');
const content: fc.Arbitrary<EntityContent> = fc
  .record({
    id: fc.constantFrom('a', 'org:x', '"q"', 'đ'),
    name: goodName,
    names: fc.dictionary(language, fc.uniqueArray(goodName, { minLength: 1, maxLength: 4 }), { maxKeys: 4 }),
  })
  .map(({ id, name, names }) => ({
    id,
    type: 'ORG',
    name,
    names: new Map(Object.entries(names)),
    description: new Map(),
  }));
/** The same line as other tools lay it out. */
const layout = fc.constantFrom<(line: string) => string>(
  (line) => line,
  (line) => line.replace(/"(\w+)":/g, '"$1": '),
  (line) => line.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (line) => `  ${line.slice(0, -1)},"extra":{"name":"kept","names":{"en":["kept"]}}} `,
);
const eol = fc.constantFrom('\n', '\r\n');
const file = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.array(fc.constantFrom('# note', '', 'broken', '{"id":"other","type":"PER","name":"Other"}'), {
      maxLength: 3,
    }),
    eol,
    fc.boolean(),
  )
  .map(
    ([mark, lines, end, closed]) =>
      (line: string) =>
        `${mark}${[...lines, line, '// end'].join(end)}${closed ? end : ''}`,
  );

const read = (text: string, id: string): Entity | undefined =>
  readEntityFile(text, 'file:///x').entities.find((e) => e.id === id);

/** The file after an edit; the other lines must be what they were. */
function edited(text: string, edit: EntityEdit, line: string): string | undefined {
  if (!edit.ok) {
    expect(edit.reason.template).not.toContain('read back');
    return undefined;
  }
  const after = applyReplacements(text, edit.edits);
  const [before, behind] = text.split(line);
  expect(after.startsWith(before ?? '')).toBe(true);
  expect(after.endsWith(behind ?? '')).toBe(true);
  return after;
}

describe('entity files, whatever the names', () => {
  it('read a new line as it was meant, and keep all others', () => {
    fc.assert(
      fc.property(content, file, (entity, around) => {
        const text = around('{"id":"z","type":"GPE","name":"Zet"}');
        const edit = finish(appendToJsonLines(text, entity));
        if (!edit.ok) throw new Error(edit.reason.template);
        const after = applyReplacements(text, edit.edits);
        expect(after.startsWith(text)).toBe(true);
        expect(after.endsWith('\n')).toBe(text.endsWith('\n'));
        expect(saysTheSame(read(after, entity.id) ?? entity, entity)).toBe(true);
        expect(read(after, entity.id)?.name).toBe(entity.name);
      }),
    );
  });

  it('hold an added name, and nothing else is different', () => {
    fc.assert(
      fc.property(content, layout, file, language, goodName, (entity, laid, around, lang, name) => {
        const line = laid(entityLine(entity));
        const text = around(line);
        const edit = finish(addNamesInJsonLines(text, { id: entity.id, language: lang, names: [name] }));
        const after = edited(text, edit, line);
        if (after === undefined) return;
        const wanted = withAddedNames(entity, { id: entity.id, language: lang, names: [name] });
        const now = read(after, entity.id);
        expect(now && saysTheSame(now, wanted)).toBe(true);
      }),
    );
  });

  it('hold a name instead of another, and no longer the old one', () => {
    fc.assert(
      fc.property(content, layout, file, goodName, fc.nat(), (entity, laid, around, to, pick) => {
        const line = laid(entityLine(entity));
        const text = around(line);
        const all = [entity.name, ...[...entity.names.values()].flat()];
        const renaming = { id: entity.id, from: all[pick % all.length] ?? '', to };
        const after = edited(text, finish(renameInJsonLines(text, renaming)), line);
        if (after === undefined) return;
        const now = read(after, entity.id);
        expect(now && saysTheSame(now, withRenamed(entity, renaming))).toBe(true);
      }),
    );
  });

  it('lose a removed name and no other', () => {
    fc.assert(
      fc.property(content, layout, file, fc.nat(), (entity, laid, around, pick) => {
        const line = laid(entityLine(entity));
        const text = around(line);
        const all = [...entity.names.values()].flat();
        const name = all[pick % Math.max(1, all.length)] ?? '';
        const after = edited(text, finish(removeNameInJsonLines(text, entity.id, name)), line);
        if (after === undefined) return;
        const now = read(after, entity.id);
        expect(now && saysTheSame(now, withoutName(entity, name))).toBe(true);
      }),
    );
  });
});

describe('tables of entities, whatever the names', () => {
  const cell = (text: string) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const table = fc.tuple(goodName, fc.array(goodName, { maxLength: 3 }), eol).map(([name, aliases, end]) => {
    const row = ['a', 'ORG', name, 'id', aliases.join('|'), 'kept'].map(cell).join(',');
    return `id,type,name,language,aliases,mine${end}other,PER,Other,en,,"1, 2"${end}${row}${end}last,PER,Last,en,,`;
  });
  const change: fc.Arbitrary<EntityFileChange> = fc.oneof(
    content.map((entity): EntityFileChange => ({ kind: 'append', entity: { ...entity, id: 'new' } })),
    fc
      .tuple(language, goodName)
      .map(([l, n]): EntityFileChange => ({ kind: 'addNames', id: 'a', language: l, names: [n] })),
    fc
      .tuple(goodName, goodName)
      .map(([from, to]): EntityFileChange => ({ kind: 'rename', id: 'a', from, to })),
  );
  const all = (text: string) => finish(readEntitySource(text, 'x.csv')).entities;

  it('say of all others what they said, and of it what is meant, or stay as they are', () => {
    let changed = 0;
    fc.assert(
      fc.property(table, change, (text, wanted) => {
        const edit = finish(entityFileEdit('x.csv', text, wanted));
        if (!edit.ok) return;
        changed++;
        const after = applyReplacements(text, edit.edits);
        const id = wanted.kind === 'append' ? 'new' : 'a';
        const others = (entities: readonly Entity[]) =>
          entities.filter((e) => e.id !== id).map((e) => [e.id, e.name, [...e.names]]);
        expect(others(all(after))).toEqual(others(all(text)));
        const now = all(after).find((e) => e.id === id);
        const names = [now?.name, ...[...(now?.names.values() ?? [])].flat()];
        if (wanted.kind === 'addNames') expect(names).toContain(wanted.names[0]);
        if (wanted.kind === 'rename') expect(names).toContain(wanted.to);
        if (wanted.kind === 'append') expect(now?.name).toBe(wanted.entity.name);
      }),
    );
    expect(changed).toBeGreaterThan(10);
  });
});

it('cleaned words are a name or nothing', () => {
  fc.assert(
    fc.property(anyName, (words) => {
      const name = cleanedName(words);
      expect(cleanedName(name)).toBe(name);
      expect(name.trim()).toBe(name);
    }),
  );
});
