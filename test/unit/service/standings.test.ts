import { describe, expect, it } from 'vitest';
import { parseSidecar } from '../../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../../server/src/core/annotations/serialize.ts';
import type { Person } from '../../../server/src/core/project.ts';
import type { Layer } from '../../../server/src/service/sidecars.ts';
import { StandingsOfArticles } from '../../../server/src/service/standings.ts';
import { record, span } from '../core/annotations/records/layers.ts';

const BANK = span('00000004-aaaaaa');

function layer(annotator: string, ...annotations: Parameters<typeof serializeSidecar>[0]): Layer {
  const sidecar = parseSidecar(serializeSidecar(annotations));
  return {
    uri: `file:///a.txt.${annotator}.ann.json`,
    annotator,
    file: undefined,
    unreadable: undefined,
    sidecar,
  };
}

const ana = layer('ana', BANK);
const budi = layer('budi', record('1', BANK, { delete: true }));

describe('the standings of an article', () => {
  const people: readonly Person[] = [];

  it('are made once for every state of its sidecars', () => {
    const standings = new StandingsOfArticles();
    const first = standings.of('a', [ana, budi], people);
    expect(first.spoken.map((s) => s.now)).toEqual([undefined]);
    expect(standings.of('a', [{ ...ana }, { ...budi }], people)).toBe(first);
  });

  it('are made anew where a file, the people or the layers are others', () => {
    const standings = new StandingsOfArticles();
    const first = standings.of('a', [ana, budi], people);
    const second = standings.of('a', [ana, layer('budi')], people);
    expect(second.spoken).toEqual([]);
    expect(standings.of('a', [ana], people).spoken).toEqual([]);
    expect(standings.of('b', [ana, budi], people)).not.toBe(first);
    const [annotation] = ana.sidecar?.annotations ?? [];
    expect(annotation && first.of(annotation.annotation)?.words).toHaveLength(1);
    const renamed: Person = { name: 'ana', title: 'Ana', emails: [], formerly: ['anna'], active: true };
    const ofAnna = layer('budi', record('1', { ...BANK, id: `anna:${BANK.id}` }, { accept: true }));
    expect(standings.of('a', [ana, ofAnna], people).dangling).toHaveLength(1);
    expect(standings.of('a', [ana, ofAnna], [renamed]).dangling).toEqual([]);
  });
});
