import {
  type CallHierarchyIncomingCallsParams,
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyOutgoingCallsParams,
  CallHierarchyOutgoingCallsRequest,
  type CancellationToken,
  type ReferenceParams,
  ReferencesRequest,
} from 'vscode-languageserver';
import { msg } from '../core/message.ts';
import {
  incomingAppearsWith,
  outgoingAppearsWith,
  prepareAppearsWith,
} from '../service/features/callHierarchy.ts';
import { definition } from '../service/features/definition.ts';
import { highlights } from '../service/features/highlights.ts';
import { references } from '../service/features/references.ts';
import { workspaceSymbols } from '../service/features/workspaceSymbols.ts';
import { BackgroundReading } from './backgroundReading.ts';
import { guarded } from './guard.ts';
import { doLongWork } from './longWork.ts';
import type { Session } from './session.ts';

/** Answers the requests that lead from an entity to where else it is: each is one call of the service. */
export function answerNavigation(session: Session): void {
  const { connection, workspace } = session;
  const { host } = workspace;
  const reading = new BackgroundReading(session);

  connection.onDefinition(
    guarded(host, 'definition', null, ({ textDocument, position }, token) =>
      definition(workspace, textDocument.uri, position, token),
    ),
  );
  // The connection's own methods for these keep the client's progress token to themselves.
  connection.onRequest(
    ReferencesRequest.type,
    guarded(
      host,
      'references',
      [],
      ({ textDocument, position, context, workDoneToken }: ReferenceParams, token: CancellationToken) => {
        const query = {
          uri: textDocument.uri,
          position,
          includeDeclaration: context.includeDeclaration,
        };
        return doLongWork(session, { token, workDoneToken }, msg('Looking for mentions'), (long) =>
          references(workspace, query, long.cancel, long.report),
        );
      },
    ),
  );
  connection.onDocumentHighlight(
    guarded(host, 'highlights', null, ({ textDocument, position }, token) =>
      highlights(workspace, textDocument.uri, position, token),
    ),
  );
  connection.onWorkspaceSymbol(
    guarded(host, 'workspace symbols', [], async ({ query }, token) => {
      await reading.begin();
      return workspaceSymbols(workspace, query, token);
    }),
  );
  answerAppearsWith(session);
}

function answerAppearsWith(session: Session): void {
  const { connection, workspace } = session;
  const { host } = workspace;
  const title = msg('Looking for what appears together');
  connection.languages.callHierarchy.onPrepare(
    guarded(host, 'appears with', null, ({ textDocument, position }, token) =>
      prepareAppearsWith(workspace, textDocument.uri, position, token),
    ),
  );
  connection.onRequest(
    CallHierarchyIncomingCallsRequest.type,
    guarded(
      host,
      'appears with',
      [],
      ({ item, workDoneToken }: CallHierarchyIncomingCallsParams, token: CancellationToken) =>
        doLongWork(session, { token, workDoneToken }, title, (long) =>
          incomingAppearsWith(workspace, item, long.cancel, long.report),
        ),
    ),
  );
  connection.onRequest(
    CallHierarchyOutgoingCallsRequest.type,
    guarded(
      host,
      'appears with',
      [],
      ({ item, workDoneToken }: CallHierarchyOutgoingCallsParams, token: CancellationToken) =>
        doLongWork(session, { token, workDoneToken }, title, (long) =>
          outgoingAppearsWith(workspace, item, long.cancel, long.report),
        ),
    ),
  );
}
