/** The same tests in the web extension host, a worker with no disk: `node test/vscode/harness/web.mjs`. */
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { testSettings } from '../../../scripts/code-server.mjs';
import { ensureWebEditor } from '../../../scripts/editor.mjs';
import { onCleanup } from '../../../scripts/processes.mjs';
import { ROOT } from '../../../scripts/project.mjs';
import { listenToTests } from './automation.mjs';
import { startChromium } from './chromium.mjs';
import { finish } from './outcome.mjs';

const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** @returns {Record<string, string>} the corpus as path → text below /ws */
function seed() {
  const corpus = join(ROOT, 'test/vscode/corpus');
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [`/ws${path.slice(corpus.length).replaceAll(sep, '/')}`, readFileSync(path, 'utf8')];
    }),
  );
}

function workbench(host) {
  const at = (path) => ({ scheme: 'http', authority: host, path });
  const configuration = {
    folderUri: { scheme: 'memfs', authority: '', path: '/ws' },
    additionalBuiltinExtensions: [at('/memfs')],
    developmentOptions: {
      extensions: [at('/extension')],
      extensionTestsPath: at('/extension/dist/test/web.js'),
    },
    configurationDefaults: testSettings,
    productConfiguration: {
      nameShort: 'Code - OSS',
      nameLong: 'Code - OSS',
      applicationName: 'code-oss',
      dataFolderName: '.vscode-oss',
      enableTelemetry: false,
      quality: 'stable',
    },
    enableWorkspaceTrust: false,
  };
  const attribute = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${attribute}">
<link rel="stylesheet" href="/editor/out/vs/workbench/workbench.web.main.internal.css"></head>
<body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + '/editor/out/';</script>
<script type="module" src="/editor/out/nls.messages.js"></script>
<script type="module">import init from '/editor/workbench.js'; init();</script></html>`;
}

/** @returns {Promise<string>} the origin, by the name `localhost` since the worker's frame allows only that */
async function serve(editor) {
  const roots = {
    '/editor/': editor,
    '/extension/': ROOT,
    '/memfs/': join(ROOT, 'test/vscode/harness/memfs'),
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const send = (type, body) => response.setHeader('Content-Type', type).end(body);
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin').setHeader('Cache-Control', 'no-store');
    if (path === '/') return send('text/html', workbench(request.headers.host));
    if (path === '/seed.json') return send('application/json', JSON.stringify(seed()));
    const prefix = Object.keys(roots).find((start) => path.startsWith(start));
    const file = prefix && resolve(roots[prefix], path.slice(prefix.length));
    if (!file?.startsWith(roots[prefix] + sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.statusCode = 404;
      return response.end();
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  onCleanup(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${server.address().port}`;
}

await finish(240_000, async () => {
  const origin = await serve(ensureWebEditor());
  const page = await startChromium();
  const tests = await listenToTests(page);
  await page.goto(`${origin}/`, { waitUntil: 'commit' });
  return tests.end();
});
