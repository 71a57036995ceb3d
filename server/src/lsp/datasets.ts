import { msg } from '../core/message.ts';
import type { Cancellation } from '../service/ports.ts';
import { guarded } from './guard.ts';
import {
  type DatasetRefusal,
  type ExportParams,
  ExportRequest,
  type ExportView,
  type FormatsParams,
  FormatsRequest,
  type FormatsView,
  type ImportParams,
  ImportRequest,
  type ImportView,
  type OptionParams,
  OptionRequest,
} from './protocol/datasets.ts';
import type { Session } from './session.ts';

/** Answers what formats there are, and exports and imports annotations. The formats are loaded once somebody asks. */
export function answerDatasets(session: Session): void {
  const { connection, workspace } = session;
  const { host } = workspace;
  const failed: DatasetRefusal = {
    refused: workspace.say(msg('That did not work; the log of Pressmark has the details.')),
  };
  const none: FormatsView = { formats: [], layers: [], annotators: [], labels: [] };
  connection.onRequest<FormatsView, void>(
    FormatsRequest,
    guarded(host, 'formats', none, async (params: FormatsParams) =>
      (await import('./formatViews.ts')).formatsView(workspace, params),
    ),
  );
  connection.onRequest<string | null, void>(
    OptionRequest,
    guarded(host, 'option', null, async (params: OptionParams) =>
      (await import('./formatViews.ts')).optionProblem(workspace, params),
    ),
  );
  connection.onRequest<ExportView | DatasetRefusal, void>(
    ExportRequest,
    guarded(host, 'export', failed, async (params: ExportParams, token: Cancellation) =>
      (await import('./exporting.ts')).exportAsked(session, params, token),
    ),
  );
  connection.onRequest<ImportView | DatasetRefusal, void>(
    ImportRequest,
    guarded(host, 'import', failed, async (params: ImportParams, token: Cancellation) =>
      (await import('./importing.ts')).importAsked(session, params, token),
    ),
  );
}
