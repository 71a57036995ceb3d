/** The names on the wire for questions about people, with the server's literals as their types. */
import type { MarkRequest, PeopleRequest } from '../../../../server/src/lsp/protocol/people.ts';

export const markRequest: typeof MarkRequest = 'pressmark/mark';
export const peopleRequest: typeof PeopleRequest = 'pressmark/people';
