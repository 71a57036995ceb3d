/**
 * What esbuild makes of the sources. Server and client are CommonJS, since the extension host of the oldest
 * supported editor loads nothing else; sources are ES modules and may say `import.meta.dirname`.
 */
const node = {
  platform: 'node',
  format: 'cjs',
  target: ['node22', 'es2023'],
  // jsonc-parser's `main` is UMD, whose inner requires no bundler can follow.
  mainFields: ['module', 'main'],
  define: {
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
    'import.meta.url': '__moduleUrl',
  },
  banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

// `browser` first, so that vscode-languageclient/browser and its like are found.
const browser = {
  platform: 'browser',
  target: 'es2023',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser'],
  define: { global: 'globalThis' },
};

/**
 * What ships: entry, output and options of each bundle, with the paths relative to the project. `split`: what is imported
 * dynamically goes into files of its own beside it.
 */
export const productBundles = [
  {
    entry: 'client/src/extension.node.ts',
    out: 'dist/client/extension.node.js',
    options: { ...node, external: ['vscode'] },
  },
  {
    entry: 'client/src/extension.web.ts',
    out: 'dist/client/extension.web.js',
    options: { ...browser, format: 'cjs', external: ['vscode'] },
  },
  {
    entry: 'client/src/views/adjudication/page.ts',
    out: 'dist/client/adjudication.page.js',
    options: { ...browser, format: 'iife' },
  },
  {
    entry: 'client/src/views/agreement/page.ts',
    out: 'dist/client/agreement.page.js',
    options: { ...browser, format: 'iife' },
  },
  { entry: 'server/src/node/start.ts', out: 'dist/server/node.js', options: node },
  // Formats are a good part of the server, and are loaded when somebody exports or imports.
  { entry: 'server/src/node/main.ts', out: 'dist/server/main.js', options: node, split: true },
  {
    entry: 'server/src/browser/main.ts',
    out: 'dist/server/worker.js',
    options: { ...browser, format: 'iife' },
  },
  {
    entry: 'server/src/cli/main.ts',
    out: 'dist/cli/pressmark.js',
    options: { ...node, banner: { js: `#!/usr/bin/env node\n${node.banner.js}` } },
    executable: true,
  },
];

/** The real-editor tests; mocha stays in node_modules for the Node host and is bundled for the web host. */
export const testBundles = [
  {
    entry: 'test/vscode/run-node.ts',
    out: 'dist/test/node.js',
    options: { ...node, external: ['vscode', 'mocha', './suite.js'] },
  },
  { entry: 'test/vscode/suite.ts', out: 'dist/test/suite.js', options: { ...node, external: ['vscode'] } },
  {
    entry: 'test/vscode/run-web.ts',
    out: 'dist/test/web.js',
    options: {
      ...browser,
      format: 'cjs',
      external: ['vscode'],
      // The npm package `assert` stands in for Node's own, and wants a `process`.
      alias: { 'node:assert': 'assert/' },
      define: { ...browser.define, process: '__process' },
      banner: { js: 'var __process = { env: {}, platform: "web" };' },
    },
  },
];
