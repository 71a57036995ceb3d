import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { userCache, userCompiledNames } from '../disk/diskCache.ts';
import { importDisk } from '../disk/importDisk.ts';
import { userKeptTexts } from '../disk/keptTexts.ts';
import { diskOutput } from '../disk/output.ts';
import { gitHistory } from '../git/history.ts';
import { clientFiles } from '../lsp/clientFiles.ts';
import { clientHistory } from '../lsp/clientHistory.ts';
import { clientOutput } from '../lsp/clientOutput.ts';
import { createServer } from '../lsp/createServer.ts';
import { diskFiles } from './files.ts';
import { nodeHost } from './host.ts';

// The transport is in the arguments: --stdio for any editor, --node-ipc from VS Code.
const dist = join(__dirname, '..');
createServer(
  createConnection(ProposedFeatures.all),
  (connection, { clientFiles: elsewhere, cache, trusted }) => {
    const log = (line: string) => connection.console.error(line);
    return nodeHost(elsewhere ? clientFiles(connection) : diskFiles, join(dist, 'data'), log, {
      ...(elsewhere || cache === false
        ? {}
        : { cache: userCache(log), compiledNames: userCompiledNames(log) }),
      ...(cache === false ? {} : { keptTexts: userKeptTexts(log) }),
      ...(elsewhere ? {} : { imports: importDisk(false) }),
      // git reads settings of the repository, which may be anybody's.
      ...(trusted === false
        ? {}
        : {
            history: elsewhere ? clientHistory(connection) : gitHistory(),
            output: elsewhere ? clientOutput(connection) : diskOutput,
          }),
    });
  },
  { docsUrl: pathToFileURL(join(dist, '..', 'docs')).toString() },
);
