import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newReview, newSpan } from '../../../../server/src/core/annotations/create.ts';
import type { Annotation } from '../../../../server/src/core/annotations/model.ts';
import { serializeSidecar } from '../../../../server/src/core/annotations/serialize.ts';
import { refusalRule, type Suggestion } from '../../../../server/src/core/suggestions/suggestion.ts';
import { NEVER_CANCELLED } from '../../../../server/src/service/ports.ts';
import { suggestionsOf } from '../../../../server/src/service/suggesting/suggestions.ts';
import { Workspace } from '../../../../server/src/service/workspace.ts';
import { FOLDER } from '../../../support/lsp/client.ts';
import { MemoryHost } from '../../../support/lsp/memoryHost.ts';

const URI = `${FOLDER}/a.txt`;
const SIDECAR = `${URI}.ann.json`;

/** Sentences with known, damaged, unknown and repeated names, in capitals, nested, at starts. */
const sentence = fc.constantFrom(
  'Presiden Zuraq Belmont tiba di Afghanistan pada hari Senin.',
  'ZORVAN GROUP MEMBUKA KANTOR DI PRANCIS HARI INI.',
  'Zorvan Group membuka kantor di Tajiistan dan Prancis.',
  'Universitas Zorvan Indonesia menolak, kata Belmont.',
  'Menurut Zorvan, pemerintah Rusia dan AS (NATOK) sepakat.',
  'Di kota Brelvik warga Rusia bertemu Zuraq Belmont.',
  'Rusia, Rusia dan Federasi Rusia.',
);
const article = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((lines) => `${lines.join('\n')}\n`);

async function ask(workspace: Workspace): Promise<Suggestion[]> {
  const found = await workspace.article(URI);
  if (!found) throw new Error('no article');
  return suggestionsOf(workspace, found, NEVER_CANCELLED);
}

async function workspaceWith(text: string): Promise<{ host: MemoryHost; workspace: Workspace }> {
  const host = new MemoryHost();
  host.write(URI, text);
  host.write(`${FOLDER}/pressmark.json`, '{"language":"id"}');
  const workspace = new Workspace(host, { get: () => undefined, all: () => [] });
  workspace.projects.setWorkspaceFolders([FOLDER]);
  await workspace.tagged.gather(NEVER_CANCELLED);
  return { host, workspace };
}

function suffix(i: number): string {
  return i.toString(36).padStart(6, 'a');
}

/** Of suggestions on the same words, the first: one span gets one label. */
function oneEach(suggestions: readonly Suggestion[]): Suggestion[] {
  return suggestions.filter(
    (s, i) => suggestions.findIndex((o) => o.start === s.start && o.end === s.end) === i,
  );
}

async function answered(
  text: string,
  lines: (all: readonly Suggestion[]) => readonly Annotation[],
): Promise<{ before: readonly Suggestion[]; after: readonly Suggestion[] }> {
  const { host, workspace } = await workspaceWith(text);
  const before = await ask(workspace);
  host.write(SIDECAR, serializeSidecar(lines(before)));
  workspace.tagged.fileChanged(SIDECAR);
  return { before, after: await ask(workspace) };
}

describe('answers to suggestions', () => {
  it('leave nothing to suggest once all are accepted', async () => {
    await fc.assert(
      fc.asyncProperty(article, async (text) => {
        const { after } = await answered(text, (all) =>
          oneEach(all).map(({ start, end, label }, i) =>
            newSpan({ article: text, range: { start, end }, label, suffix: suffix(i) }),
          ),
        );
        expect(after.map((s) => `${text.slice(s.start, s.end)} ${s.label} ${s.source}`)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('leave nothing to suggest once all are refused', async () => {
    await fc.assert(
      fc.asyncProperty(article, async (text) => {
        const { before, after } = await answered(text, (all) =>
          all.map(({ start, end, label }, i) =>
            newReview({
              article: text,
              range: { start, end },
              rule: refusalRule(label),
              verdict: 'dismissed',
              suffix: suffix(i),
            }),
          ),
        );
        expect(before.length).toBeGreaterThanOrEqual(0);
        expect(after).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('come in text order, no two with equal span and label', async () => {
    await fc.assert(
      fc.asyncProperty(article, async (text) => {
        const all = await ask((await workspaceWith(text)).workspace);
        const keys = all.map(({ start, end, label }) => `${start} ${end} ${label}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(all.map((s) => s.start)).toEqual(all.map((s) => s.start).sort((a, b) => a - b));
        expect(all.every(({ score }) => score > 0 && score <= 1)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });
});
