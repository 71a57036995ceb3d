/**
 * The names on the wire, for use at run time. The client takes types only from the server, so each name is
 * written again here; its type is the server's literal, and a name that differs does not compile.
 */
import type {
  AnnotationsRequest,
  ARTICLE_LANGUAGE,
  ChangedNotification,
  CorpusRequest,
  LabelsRequest,
  ListFilesRequest,
  QualityRequest,
  ReadFileRequest,
  RulesRequest,
  ServerCommand,
  SIDECAR_LANGUAGE,
} from '../../../server/src/lsp/protocol.ts';

export const annotationsRequest: typeof AnnotationsRequest = 'pressmark/annotations';
export const changedNotification: typeof ChangedNotification = 'pressmark/changed';
export const corpusRequest: typeof CorpusRequest = 'pressmark/corpus';
export const labelsRequest: typeof LabelsRequest = 'pressmark/labels';
export const listFilesRequest: typeof ListFilesRequest = 'pressmark/listFiles';
export const qualityRequest: typeof QualityRequest = 'pressmark/quality';
export const rulesRequest: typeof RulesRequest = 'pressmark/rules';
export const readFileRequest: typeof ReadFileRequest = 'pressmark/readFile';

export const articleLanguage: typeof ARTICLE_LANGUAGE = 'pressmark-article';
export const sidecarLanguage: typeof SIDECAR_LANGUAGE = 'pressmark-sidecar';

export const serverCommand: typeof ServerCommand = {
  tag: 'pressmark.server.tag',
  remove: 'pressmark.server.remove',
  undoLast: 'pressmark.server.undoLast',
  carryOut: 'pressmark.server.carryOut',
  checkCorpus: 'pressmark.server.checkCorpus',
  fixCorpus: 'pressmark.server.fixCorpus',
  rulePrecision: 'pressmark.server.rulePrecision',
};
