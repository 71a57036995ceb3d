import type { AnnotationView } from '../../server/src/lsp/protocol.ts';
import { ArticleViews } from './articleViews.ts';
import { annotationsRequest } from './server/names.ts';
import type { ServerSession } from './server/session.ts';

/** The annotations of the articles on screen. */
export class Annotations extends ArticleViews<AnnotationView> {
  constructor(session: ServerSession) {
    super(session, annotationsRequest);
  }
}
