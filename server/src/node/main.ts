import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { clientFiles } from '../lsp/clientFiles.ts';
import { createServer } from '../lsp/createServer.ts';
import { diskFiles } from './files.ts';
import { nodeHost } from './host.ts';

// The transport is in the arguments: --stdio for any editor, --node-ipc from VS Code.
const dist = join(__dirname, '..');
createServer(
  createConnection(ProposedFeatures.all),
  (connection, options) =>
    nodeHost(options.clientFiles ? clientFiles(connection) : diskFiles, join(dist, 'data'), (line) =>
      connection.console.error(line),
    ),
  { docsUrl: pathToFileURL(join(dist, '..', 'docs')).toString() },
);
