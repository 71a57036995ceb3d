import { describe, expect, test } from 'vitest';
import { startServer } from './bundledServer.ts';
import { converse } from './conversation.ts';

describe('the bundled server over standard input and output', () => {
  test('answers from initialize to shutdown', async () => {
    const started = performance.now();
    const server = startServer();
    const heard = await converse(server.connection, {});
    expect(await server.exited).toBe(0);

    expect(heard.initialized.serverInfo?.name).toBe('Pressmark');
    const items = heard.report.kind === 'full' ? heard.report.items : [];
    expect(items.map(({ code }) => code)).toContain('spacing/punct');
    expect(JSON.stringify(heard.hover?.contents)).toContain('Q159');
    expect(heard.actions.map(({ title }) => title)).toContain('Tag as GPE: Rusia');
    expect(heard.actions.every(({ edit, data }) => edit || data)).toBe(true);
    expect(heard.edit?.documentChanges).toHaveLength(2);
    expect(JSON.stringify(heard.edit)).toContain('pasar.txt.ann.json');

    const { initialize, diagnostics } = heard.times;
    console.log(
      `server: initialize answered after ${initialize.toFixed(0)} ms, first diagnostics after ${diagnostics.toFixed(0)} ms, ended after ${(performance.now() - started).toFixed(0)} ms`,
    );
  });

  test('ends when its client goes away', async () => {
    const server = startServer();
    server.process.stdin?.end();
    expect(await server.exited).not.toBeNull();
  });
});
