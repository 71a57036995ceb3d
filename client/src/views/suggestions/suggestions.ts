import type { SuggestionsRequest, SuggestionView } from '../../../../server/src/lsp/protocol/suggestions.ts';
import { ArticleViews } from '../../articleViews.ts';
import type { ServerSession } from '../../server/session.ts';

const suggestionsRequest: typeof SuggestionsRequest = 'pressmark/suggestions';

/** What may be tagged in the articles on screen. */
export class Suggestions extends ArticleViews<SuggestionView> {
  constructor(session: ServerSession) {
    super(session, suggestionsRequest);
  }
}
