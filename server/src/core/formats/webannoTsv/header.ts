import { msg } from '../../message.ts';
import type { FileProblem } from '../readArticle.ts';
import { CHAIN_LINK, CHAIN_TYPE, LABEL_FEATURES, type LayerName } from './layers.ts';

/** What the head of a file declares. */
export interface Header {
  /** Texts are escaped as Java does up to 3.1. */
  readonly javaEscapes: boolean;
  readonly layers: readonly Layer[];
  /** In the order of the file's columns, from the fourth. */
  readonly columns: readonly Column[];
  /** The 0-based line behind it. */
  readonly next: number;
}

export interface Layer {
  readonly kind: LayerKind;
  readonly type: string;
  readonly columns: readonly Column[];
  /** The type of what a relation joins. */
  readonly base?: string;
  /** The feature that holds its labels: the first that may hold one; absent where it has none such. */
  readonly labelFeature?: string;
}
export type LayerKind = 'span' | 'chain' | 'relation';

/** What the cells of a column hold. */
export interface Column {
  readonly layer: Layer;
  readonly kind: 'placeholder' | 'value' | 'role' | 'target' | 'base' | 'link';
  /** The feature, of `role` and `target` that of the slot. */
  readonly feature: string;
  /** Of `role`: the type of the links in the slot. Of `target`: the type of what fills it. */
  readonly type?: string;
}

const FORMAT = /^#FORMAT=WebAnno TSV (\d{1,9})\.(\d{1,9})[ \t]*$/;
const LAYER = /^#T_(SP|CH|RL)=/;
const KINDS: ReadonlyMap<string, LayerKind> = new Map([
  ['SP', 'span'],
  ['CH', 'chain'],
  ['RL', 'relation'],
]);
const BASE = 'BT_';
const ROLE_MARK = 'ROLE_';

/** Reads the head of a file from its lines. */
export function readHeader(
  lines: readonly string[],
): { readonly ok: true; readonly header: Header } | { readonly ok: false; readonly problem: FileProblem } {
  const version = FORMAT.exec(lines[0] ?? '');
  if (!version) return problem('webanno-tsv/no-format', 1, NO_FORMAT);
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major !== 3 || minor > 3) {
    const message = msg(
      'This is WebAnno TSV {0}.{1}; 3.0 to 3.3 can be read. Export it from INCEpTION as “WebAnno TSV v3.3”.',
      major,
      minor,
    );
    return problem('webanno-tsv/version', 1, message);
  }
  const layers: Layer[] = [];
  let at = 1;
  for (; (lines[at] ?? '').trim() !== ''; at++) {
    const line = lines[at] ?? '';
    const found = LAYER.exec(line);
    if (!found) {
      // Versions before 3.3 may leave out the empty lines behind the head.
      if (/^#(?:Text|Sentence\.id)=/.test(line)) break;
      const message = msg(
        'This line should declare a layer (#T_SP=, #T_CH= or #T_RL=) or be empty. Export the file again.',
      );
      return problem('webanno-tsv/header', at + 1, message);
    }
    const layer = layerOf(KINDS.get(found[1] ?? '') ?? 'span', line.slice(found[0].length));
    if (!layer) {
      const message = msg(
        'This declaration of a layer lacks its type, or a slot lacks the type of what fills it. Export the file again.',
      );
      return problem('webanno-tsv/header', at + 1, message);
    }
    layers.push(layer);
  }
  const columns = layers.flatMap((l) => l.columns);
  return { ok: true, header: { javaEscapes: minor < 2, layers, columns, next: at } };
}

/** Whether a file begins as WebAnno TSV 3 does. */
export function isWebannoTsv(head: string): boolean {
  return head.startsWith('#FORMAT=WebAnno TSV ');
}

const NO_FORMAT = msg(
  'This file does not begin with “#FORMAT=WebAnno TSV 3.3”, so that it is none of this format. Export it from INCEpTION as “WebAnno TSV v3.3”, or name the format that it has.',
);

function problem(code: string, line: number, message: FileProblem['message']) {
  return { ok: false, problem: { code, severity: 'error', message, line } } as const;
}

function layerOf(kind: LayerKind, declaration: string): Layer | undefined {
  const [type = '', ...declared] = declaration.split('|');
  if (type === '') return undefined;
  const fields = declared.filter((field) => field !== '');
  const columns: Column[] = [];
  const base = fields.find((f) => kind === 'relation' && f.startsWith(BASE))?.slice(BASE.length);
  const labelFeature =
    kind === 'chain' ? CHAIN_TYPE : LABEL_FEATURES.find((feature) => fields.includes(feature));
  const layer: Layer = {
    kind,
    type,
    columns,
    ...(base === undefined ? {} : { base }),
    ...(labelFeature === undefined ? {} : { labelFeature }),
  };
  for (const field of fields) {
    const last = columns.at(-1);
    if (kind === 'relation' && field.startsWith(BASE))
      columns.push({ layer, kind: 'base', feature: 'Governor' });
    else if (kind === 'span' && field.startsWith(ROLE_MARK)) columns.push(roleColumn(layer, field));
    else if (last?.kind === 'role')
      columns.push({ layer, kind: 'target', feature: last.feature, type: field });
    else if (kind === 'chain' && field === CHAIN_LINK) columns.push({ layer, kind: 'link', feature: field });
    else columns.push({ layer, kind: 'value', feature: field });
  }
  if (columns.at(-1)?.kind === 'role') return undefined;
  if (columns.length === 0) columns.push({ layer, kind: 'placeholder', feature: '' });
  return layer;
}

/** `ROLE_type:feature_linkType`: a feature's name has no dot, so that the link's type begins behind the last `_` before one. */
function roleColumn(layer: Layer, field: string): Column {
  const named = field.slice(field.indexOf(':', ROLE_MARK.length) + 1);
  const dot = named.indexOf('.');
  const cut = named.lastIndexOf('_', dot < 0 ? named.length : dot);
  return cut < 0
    ? { layer, kind: 'role', feature: named }
    : { layer, kind: 'role', feature: named.slice(0, cut), type: named.slice(cut + 1) };
}

/** A layer as an attribute names it. */
export function layerName({ type, labelFeature = 'value' }: Layer): LayerName {
  return { type, labelFeature };
}
