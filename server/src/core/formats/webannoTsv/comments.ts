import type { AttributeValue } from '../../annotations/model.ts';
import { parseJson } from '../../json/scan.ts';

/**
 * What WebAnno TSV has no place for stands in comments before the first sentence, which INCEpTION's reader passes over:
 * `#pressmark.document={"path":…}`, `#pressmark.label={…}` for each document label, and `#pressmark.relation={…}` for
 * each relation that begins or ends where no relation of a layer can.
 */
export type Comment =
  | {
      readonly kind: 'document';
      readonly path?: string;
      readonly language?: string;
      readonly annotator?: string;
    }
  | { readonly kind: 'label'; readonly label: string; readonly value: AttributeValue; readonly note?: string }
  | {
      readonly kind: 'relation';
      readonly label: string;
      /** Disambiguation ids, or `1-2` for the second link of the first chain. */
      readonly from: string;
      readonly to: string;
      /** Its own id, where another relation begins or ends at it. */
      readonly id?: string;
      readonly attributes?: readonly (readonly [string, AttributeValue])[];
      readonly note?: string;
    };

const MARK = '#pressmark.';

/** The line of a comment, without line end. */
export function writeComment({ kind, ...content }: Comment): string {
  return `${MARK}${kind}=${JSON.stringify(content)}`;
}

/** What a comment says; undefined where it is another tool's, `damaged` where it should be ours. */
export function readComment(line: string): Comment | 'damaged' | undefined {
  if (!line.startsWith(MARK)) return undefined;
  const equals = line.indexOf('=');
  const kind = line.slice(MARK.length, equals);
  const content = parseJson(line.slice(equals + 1))?.value;
  if (typeof content !== 'object' || content === null) return 'damaged';
  const fields = new Map<string, unknown>(Object.entries(content));
  const text = (name: string): string | undefined => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const optional = (...names: string[]): Record<string, string> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = text(name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  const label = text('label');
  const value = fields.get('value');
  if (kind === 'document') return { kind, ...optional('path', 'language', 'annotator') };
  if (kind === 'label' && label !== undefined && isAttributeValue(value))
    return { kind, label, value, ...optional('note') };
  const [from, to] = [text('from'), text('to')];
  if (kind === 'relation' && label !== undefined && from !== undefined && to !== undefined) {
    const pairs = fields.get('attributes') ?? [];
    if (Array.isArray(pairs) && pairs.every(isPair))
      return { kind, label, from, to, attributes: pairs, ...optional('id', 'note') };
  }
  return 'damaged';
}

function isPair(pair: unknown): pair is [string, AttributeValue] {
  return Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string' && isAttributeValue(pair[1]);
}

function isAttributeValue(value: unknown): value is AttributeValue {
  if (Array.isArray(value)) return value.every((v) => typeof v === 'string');
  return ['string', 'number', 'boolean'].includes(typeof value);
}
