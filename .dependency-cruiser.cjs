// The layer table of the architecture, checked: who may import what.
const layer = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const nodeBuiltIn = { dependencyTypes: ['core'] };

module.exports = {
  forbidden: [
    layer(
      'core-is-pure',
      { path: '^server/src/core/' },
      { path: '^server/src/(?!core/)|^client/' },
      'Core imports only core.',
    ),
    layer(
      'core-has-no-vscode',
      { path: '^server/src/core/' },
      { path: 'node_modules/vscode' },
      'Core knows no protocol.',
    ),
    layer('core-has-no-node', { path: '^server/src/core/' }, nodeBuiltIn, 'Core runs in a browser worker.'),
    layer(
      'service-imports-core',
      { path: '^server/src/service/' },
      { path: '^server/src/(lsp|node|browser|cli|disk|git)/|^client/' },
      'The service knows no connection.',
    ),
    layer(
      'service-has-no-connection',
      { path: '^server/src/service/' },
      { path: 'node_modules/vscode-(languageserver|languageclient|jsonrpc|languageserver-protocol)/' },
      'LSP value types only.',
    ),
    layer(
      'service-has-no-node',
      { path: '^server/src/service/' },
      nodeBuiltIn,
      'The service runs in a browser worker.',
    ),
    layer(
      'lsp-is-host-free',
      { path: '^server/src/lsp/' },
      { path: '^server/src/(node|browser|cli|disk|git)/|^client/' },
      'One server, thin mains.',
    ),
    layer('lsp-has-no-node', { path: '^server/src/lsp/' }, nodeBuiltIn, 'The same server runs in a worker.'),
    layer(
      'hosts-are-apart',
      { path: '^server/src/(node|browser|cli)/' },
      { path: '^server/src/(node|browser|cli)/', pathNot: '^server/src/$1/' },
      'Mains do not import each other.',
    ),
    layer(
      'browser-has-no-disk',
      { path: '^server/src/browser/' },
      { path: '^server/src/(disk|git)/' },
      'What the Node mains share of the disk.',
    ),
    layer(
      'git-is-apart',
      { path: '^server/src/git/' },
      { path: '^server/src/(core|lsp|node|browser|cli)/|^client/' },
      'What the Node mains share of git: it knows bytes and names, no annotations.',
    ),
    layer('server-has-no-client', { path: '^server/' }, { path: '^client/' }, 'The server knows no editor.'),
    layer(
      'client-sees-the-protocol-only',
      { path: '^client/' },
      { path: '^server/', pathNot: '^server/src/lsp/protocol(\\.ts$|/)' },
      'Types of the protocol, nothing at run time.',
    ),
    layer(
      'features-are-apart',
      { path: '^server/src/service/features/([^/]+)' },
      { path: '^server/src/service/features/', pathNot: '^server/src/service/features/$1' },
      'Features share through core and the workspace.',
    ),
    layer(
      'rules-are-apart',
      { path: '^server/src/core/checks/rules/([^/]+)/' },
      { path: '^server/src/core/checks/(rules/|catalogue)', pathNot: '^server/src/core/checks/rules/$1/' },
      'A family shares its word lists; families share through core.',
    ),
    layer('no-cycles', {}, { circular: true }, 'No import cycles.'),
    layer(
      'no-orphan-dev-dependency',
      { path: '^(server|client)/src' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
      'Every package is in package.json.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
    parser: 'swc',
  },
};
