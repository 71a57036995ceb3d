import { describe, expect, it } from 'vitest';
import { gazetteerOf } from '../../../../../server/src/core/entities/gazetteer.ts';
import { SegmentBuilder } from '../../../../../server/src/core/entities/names/segmentBuilder.ts';
import { finish } from '../../../../../server/src/core/steps.ts';
import { entity } from '../entities.ts';

const letters = (n: number) =>
  Array.from(String(n), (digit) => 'bcdfghklmn'.charAt(Number(digit)).concat('a')).join('');

describe('a segment', () => {
  it('counts what was added', () => {
    const builder = new SegmentBuilder();
    builder.add(entity('a', { en: ['Syldavia', 'Réunion Hill', 'x'] }));
    expect([builder.entities, builder.names]).toEqual([1, 2]);
    expect(finish(builder.finish())).toMatchObject({ entities: 1, names: 2 });
  });

  it('joins the records of one id, up to 64 of them, and finds the names of all', () => {
    const builder = new SegmentBuilder();
    for (let i = 0; i < 200; i++) builder.add(entity('one', { en: [`Town ${letters(i)}`] }));
    const gazetteer = gazetteerOf([finish(builder.finish())]);
    expect(gazetteer.entity('one')?.names.get('en')).toHaveLength(64);
    expect([...gazetteer.entities]).toHaveLength(1);
    const text = `In Town ${letters(199)}.`;
    expect(gazetteer.candidates(text, 'en')).toMatchObject([{ readings: [{ entityId: 'one' }] }]);
  });

  it('keeps 64 bearers of a name, and tells 16 of them', () => {
    const builder = new SegmentBuilder();
    for (let i = 0; i < 5000; i++) builder.add(entity(`e${i}`, { en: ['John Smith'] }));
    const gazetteer = gazetteerOf([finish(builder.finish())]);
    const [found] = gazetteer.candidates('So John Smith said', 'en');
    expect(found?.readings.map(({ entityId }) => entityId)).toEqual(
      Array.from({ length: 16 }, (_, i) => `e${i}`),
    );
    expect(gazetteer.lookup('john smith')).toHaveLength(64);
    expect(gazetteer.entity('e4999')?.name).toBe('John Smith');
  });

  it('takes twenty thousand names of one entity', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `Alias ${letters(i)}`);
    const builder = new SegmentBuilder();
    builder.add(entity('many', { en: names }));
    const gazetteer = gazetteerOf([finish(builder.finish())]);
    expect(gazetteer.names).toBe(20_000);
    expect(gazetteer.entity('many')?.names.get('en')).toEqual(names);
    expect(gazetteer.search(names[17_777] ?? '', 5).map(({ id }) => id)).toEqual(['many']);
    expect(gazetteer.candidates(names.slice(-3).join(', '), 'en')).toHaveLength(3);
  });

  it('leaves out names of one letter and of more than 200 units, and keeps them on the card', () => {
    const names = ['x', `A${'a'.repeat(250)}`, 'Ab '.repeat(40).trim(), 'ก'.repeat(200)];
    const builder = new SegmentBuilder();
    builder.add(entity('odd', { en: names }));
    const gazetteer = gazetteerOf([finish(builder.finish())]);
    expect(gazetteer.entity('odd')?.names.get('en')).toEqual(names);
    expect(gazetteer.names).toBe(1);
    expect(gazetteer.candidates(names.slice(0, 3).join('. '), 'en')).toEqual([]);
    expect(gazetteer.candidates(names[3] ?? '', 'th')).toMatchObject([{ start: 0, end: 200 }]);
  });

  it('never takes a name for another whose hashes are equal', () => {
    const builder = new SegmentBuilder(0);
    const names = Array.from({ length: 40 }, (_, i) => `Borg ${letters(i)}`);
    for (const name of names) builder.add(entity(name, { en: [name] }));
    const gazetteer = gazetteerOf([finish(builder.finish())]);
    const text = `${names.join(', ')}, Borg Zzz`;
    expect(gazetteer.candidates(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual(names);
    expect(gazetteer.lookup('Borg Zzz')).toEqual([]);
  });
});
