import { msg } from '../../message.ts';
import type { ReadItem } from '../format.ts';
import type { Cas, Sofa, Structure } from './cas.ts';
import type { CasReading } from './content.ts';
import { CasGraph, MAX_UNFOLDED } from './graph.ts';
import { kindOf, type StructureKind } from './kinds.ts';
import { metadataOf } from './metadata.ts';
import { Tally } from './tally.ts';
import { readView } from './view.ts';

/**
 * The articles of a CAS: one for each view. Further views of the same text are further annotators' annotations of it,
 * told by the view's name; views of another text are articles of their own.
 */
export function* readCas(cas: Cas, reading: CasReading): Generator<ReadItem> {
  const cyclic = cas.types.cyclic();
  if (cyclic.length > 0) {
    const message = msg(
      'These types are based on themselves: {0}. Correct their supertypes in the type system.',
      cyclic.slice(0, 5).join(', '),
    );
    yield { kind: 'problem', problem: { code: 'cas/cyclic-types', severity: 'warning', message } };
  }
  const graph = new CasGraph(cas);
  const tally = new Tally();
  for (const { line } of graph.doubled) tally.add('doubled-id', line);
  const kinds = new Map(cas.structures.map((s) => [s, kindOf(graph, s)]));
  const bySofa = structuresBySofa(cas, kinds, tally);
  const sofas = [...cas.sofas]
    .sort((a, b) => rank(a) - rank(b))
    .filter((s) => s.text !== undefined || bySofa.has(s));
  const [first] = sofas;
  if (!first) {
    const message = msg(
      'This file has no text: no sofa with a sofaString. Export it from the tool that it comes from with its text.',
    );
    yield { kind: 'problem', problem: { code: 'cas/no-text', severity: 'error', message } };
    return;
  }
  let name: string | undefined;
  for (const sofa of sofas) {
    const structures = bySofa.get(sofa) ?? [];
    const about = metadataOf(structures.filter((s) => kinds.get(s) === 'metadata'));
    name ??= about.name;
    const sameText = sofa.text === first.text;
    const annotator = about.annotator ?? (sofa === first || !sameText ? undefined : sofa.name);
    const shown = sameText ? name : `${about.name ?? name ?? ''}#${sofa.name}`;
    if (!sameText) {
      const message = msg('The view “{0}” has another text; it is read as an article of its own.', sofa.name);
      yield {
        kind: 'problem',
        problem: { code: 'cas/views', severity: 'information', message, line: sofa.line },
      };
    }
    const view = readView(graph, structures, kinds, reading, tally);
    if (graph.isOverfull) {
      yield overfull();
      return;
    }
    yield {
      kind: 'article',
      article: {
        ...(shown === undefined ? {} : { name: shown }),
        ...(sofa.text === undefined ? {} : { text: sofa.text }),
        textIs: 'given',
        unit: reading.unit,
        ...(reading.unitIs ? { unitIs: reading.unitIs } : {}),
        ...(about.language === undefined ? {} : { language: about.language }),
        ...(annotator === undefined ? {} : { annotator }),
        ...view,
        line: sofa.line,
      },
    };
  }
  for (const problem of tally.problems()) yield { kind: 'problem', problem };
}

function rank(sofa: Sofa): number {
  return sofa.text === undefined ? 2 : sofa.name === '_InitialView' ? 0 : 1;
}

/** What belongs to each sofa, parts of others left out. */
function structuresBySofa(
  cas: Cas,
  kinds: ReadonlyMap<Structure, StructureKind>,
  tally: Tally,
): Map<Sofa, Structure[]> {
  const sofas = new Map(cas.sofas.map((s) => [s.id, s]));
  const viewOf = new Map<number, Sofa>();
  for (const { sofa, members } of cas.views) {
    const own = sofas.get(sofa);
    if (own) for (const id of members) if (!viewOf.has(id)) viewOf.set(id, own);
  }
  const bySofa = new Map<Sofa, Structure[]>();
  for (const structure of cas.structures) {
    const kind = kinds.get(structure);
    if (kind === 'helper') continue;
    const named = structure.features.get('sofa');
    const sofa =
      named?.kind === 'reference' ? sofas.get(named.id) : (viewOf.get(structure.id) ?? cas.sofas[0]);
    if (!sofa) {
      if (kind !== 'metadata') tally.add('no-sofa', structure.line);
      continue;
    }
    const own = bySofa.get(sofa);
    if (own) own.push(structure);
    else bySofa.set(sofa, [structure]);
  }
  return bySofa;
}

function overfull(): ReadItem {
  const message = msg(
    'The arrays and lists of this file unfold to more than {0} elements, since many annotations refer to the same ones. Export it again without those features.',
    MAX_UNFOLDED,
  );
  return { kind: 'problem', problem: { code: 'cas/too-many', severity: 'error', message } };
}
