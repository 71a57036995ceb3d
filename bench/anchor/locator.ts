import type { Location } from '../../server/src/core/annotations/locate.ts';
import type { Anchor } from '../../server/src/core/annotations/model.ts';
import type { TextRange } from '../../server/src/core/text/range.ts';

/** Says where a span is now. `range`: UTF-16 units of the old text. */
export type Locator = (span: { readonly anchor: Anchor; readonly range: TextRange }) => Location;
