import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { editedText } from '../../../server/src/core/annotations/editMany.ts';
import type { Annotation } from '../../../server/src/core/annotations/model.ts';
import { inverse, type Operation } from '../../../server/src/core/annotations/operations.ts';
import { annotationsOf, parseSidecar } from '../../../server/src/core/annotations/parse.ts';
import { serializeSidecar } from '../../../server/src/core/annotations/serialize.ts';
import type { Suggestion } from '../../../server/src/core/suggestions/suggestion.ts';
import { overlaps } from '../../../server/src/core/text/range.ts';
import {
  answerOperations,
  meantBy,
  withoutOverlaps,
} from '../../../server/src/service/annotating/answering.ts';
import type { AnswerPurpose } from '../../../server/src/service/annotating/answerPurpose.ts';
import type { Article } from '../../../server/src/service/articles.ts';
import { NEVER_CANCELLED } from '../../../server/src/service/ports.ts';
import { suggestionsOf } from '../../../server/src/service/suggesting/suggestions.ts';
import { Workspace } from '../../../server/src/service/workspace.ts';
import { MemoryHost } from '../../support/lsp/memoryHost.ts';

const ROOT = 'file:///corpus';
const NAMES = ['Taliban', 'Moskow', 'Bank Indonesia', 'Indonesia'];
const ENTITIES = NAMES.map((name, i) =>
  JSON.stringify({ id: `e${i}`, type: i === 1 ? 'GPE' : 'ORG', name, names: { und: [name] } }),
).join('\n');
const words = fc.constantFrom(
  'Taliban',
  'TALIBAN',
  'Moskow',
  'Bank Indonesia',
  'Indonesia',
  '😀',
  'lalu',
  '\n',
);
const texts = fc.array(words, { maxLength: 25 }).map((all) => all.join(' '));
const answers = fc.record({
  kind: fc.constantFrom('acceptSuggestion' as const, 'refuseSuggestion' as const),
  scope: fc.constantFrom('one' as const, 'like' as const, 'article' as const),
  which: fc.nat(),
  least: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
});

let host: MemoryHost;
beforeAll(() => {
  host = new MemoryHost();
  host.write(`${ROOT}/e.jsonl`, `${ENTITIES}\n`);
  host.write(`${ROOT}/pressmark.json`, '{ "entities": { "files": ["e.jsonl"], "builtIn": false } }');
});

async function suggested(workspace: Workspace): Promise<[Article, Suggestion[]]> {
  const article = await workspace.article(`${ROOT}/a.txt`);
  if (!article) throw new Error('no article');
  return [article, await suggestionsOf(workspace, article, NEVER_CANCELLED)];
}

function made(): Workspace {
  const workspace = new Workspace(host, {
    get: () => undefined,
    all: () => [],
    changesSince: () => undefined,
  });
  workspace.projects.setWorkspaceFolders([ROOT]);
  return workspace;
}

/** The sidecar's text after some operations, and after those that take them back. */
function thereAndBack(text: string, operations: readonly Operation[]): [string, string] {
  const before: readonly Annotation[] = annotationsOf(parseSidecar(text));
  const after = editedText(text, operations);
  if (!after.ok) throw new Error(after.reason.template);
  const inverses = operations.flatMap((o) => inverse(o, before) ?? []).reverse();
  const back = editedText(after.text, inverses);
  if (!back.ok) throw new Error(back.reason.template);
  return [after.text, back.text];
}

test('after an answer nothing that it spoke of is suggested; taking it back gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.array(answers, { minLength: 1, maxLength: 4 }), async (text, all) => {
      host.write(`${ROOT}/a.txt`, text);
      let sidecar = serializeSidecar([]);
      for (const { which, least, ...answer } of all) {
        host.write(`${ROOT}/a.txt.ann.json`, sidecar);
        const workspace = made();
        const [article, suggestions] = await suggested(workspace);
        const asked = suggestions[which % Math.max(1, suggestions.length)];
        if (!asked) return;
        const { start, end, label, score } = asked;
        // Who asks for the surer ones asks at one of them.
        const bound = least === undefined ? {} : { least: Math.min(least, score) };
        const purpose: AnswerPurpose = { ...answer, start, end, label, ...bound };
        const answered = answerOperations(workspace, article, suggestions, purpose);
        if ('refused' in answered) throw new Error(answered.refused.template);
        const [after, back] = thereAndBack(sidecar, answered.operations);
        expect(back).toBe(sidecar);
        host.write(`${ROOT}/a.txt.ann.json`, after);
        const [, left] = await suggested(made());
        const meant = meantBy(article, suggestions, asked, purpose);
        const gone = answer.kind === 'acceptSuggestion' ? withoutOverlaps(meant) : meant;
        const same = (a: Suggestion) =>
          gone.some((g) => a.start === g.start && a.label === g.label && a.end === g.end);
        expect(left.filter(same)).toEqual([]);
        sidecar = after;
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('of suggestions that overlap one is meant, and none that could stand beside the others is left out', () => {
  const suggestion = fc
    .record({
      start: fc.nat(30),
      length: fc.integer({ min: 1, max: 8 }),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ start, length, score }) => ({ start, end: start + length, score }) as Suggestion);
  fc.assert(
    fc.property(fc.array(suggestion, { maxLength: 20 }), (all) => {
      const kept = withoutOverlaps(all);
      for (const s of kept) expect(kept.filter((k) => overlaps(k, s))).toEqual([s]);
      for (const s of all) expect(kept.some((k) => k === s || overlaps(k, s))).toBe(true);
    }),
  );
});
