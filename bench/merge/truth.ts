import type { Json, Placing, Side } from './side.ts';

/** What a perfect merge gives for one id: one of some lines (several where either is right), or a decision to take. */
export type Truth =
  | { readonly kind: 'lines'; readonly lines: readonly Json[] }
  | { readonly kind: 'gone' }
  | { readonly kind: 'conflict'; readonly base: Json | null; readonly sides: readonly (Json | null)[] };

const PLACE = ['start', 'end', 'text', 'before', 'after', 'rev'];
/** Keys that one operation sets together, in lines without a place. */
const TOGETHER: readonly (readonly string[])[] = [
  ['label', 'value'],
  ['status', 'rev'],
  ['from', 'to'],
];

/** What a perfect merge of two branches gives, by id. It knows the operations, and nothing of how a merge is done. */
export function truthOf(base: Side, ours: Side, theirs: Side): ReadonlyMap<string, Truth> {
  const ids = new Set([...base.lines.keys(), ...ours.lines.keys(), ...theirs.lines.keys()]);
  return new Map([...ids].map((id) => [id, truthOfLine(id, base, ours, theirs)]));
}

function truthOfLine(id: string, base: Side, ours: Side, theirs: Side): Truth {
  const [b, o, t] = [base.lines.get(id), ours.lines.get(id), theirs.lines.get(id)];
  if (same(o, t) || same(t, b)) return o ? { kind: 'lines', lines: [o] } : { kind: 'gone' };
  if (same(o, b)) return t ? { kind: 'lines', lines: [t] } : { kind: 'gone' };
  const conflict: Truth = { kind: 'conflict', base: b ?? null, sides: [o ?? null, t ?? null] };
  if (!o || !t) return conflict;
  let lines: Json[] = [{}];
  // Both have a line that the base has not where one picked the other's commit: then what either adds stands together,
  // and of two places nobody can tell which was before.
  const was = b ?? {};
  const isOnePlace = JSON.stringify(ours.covers.get(id)) === JSON.stringify(theirs.covers.get(id));
  const placed = [ours.placed.get(id), theirs.placed.get(id)].map((how) => how ?? (b ? undefined : 'found'));
  const isUnclear = o.text !== t.text || (!isOnePlace && placed.includes('chosen'));
  if (!b && isUnclear && !same(picked(o, PLACE), picked(t, PLACE))) return conflict;
  for (const keys of groups([was, o, t])) {
    const choice = choices(keys, was, o, t, isOnePlace ? ['found', 'found'] : placed);
    if (choice.length === 0) return conflict;
    lines = lines.flatMap((line) => choice.map((side) => ({ ...line, ...picked(side, keys) })));
  }
  return { kind: 'lines', lines };
}

/** From which sides a group of keys may come; none where they contradict each other. */
function choices(
  keys: readonly string[],
  b: Json,
  o: Json,
  t: Json,
  [ours, theirs]: readonly (Placing | undefined)[],
): readonly Json[] {
  const [was, mine, other] = [b, o, t].map((side) => JSON.stringify(keys.map((key) => side[key])));
  if (mine === other || other === was) return [o];
  if (mine === was) return [t];
  if (keys === PLACE) {
    if (ours === 'found' && theirs === 'found') return [o, t];
    // Words that one side corrected inside the tag, and of which the other chose others, somebody has to look at.
    const isCorrected = (ours === 'found' && o.text !== b.text) || (theirs === 'found' && t.text !== b.text);
    if (isCorrected) return [];
    if (ours === 'found') return [t];
    return theirs === 'found' ? [o] : [];
  }
  if (keys.includes('status') && o.status === t.status) return [o, t];
  if (keys[0] === 'attributes') return attributesTogether(b, o, t);
  return [];
}

function attributesTogether(b: Json, o: Json, t: Json): readonly Json[] {
  const [was, mine, other] = [b, o, t].map((side) => (side.attributes ?? {}) as Json) as [Json, Json, Json];
  const together: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(mine), ...Object.keys(other)])) {
    if (mine[name] !== other[name] && mine[name] !== was[name] && other[name] !== was[name]) return [];
    const value = mine[name] === was[name] ? other[name] : mine[name];
    if (value !== undefined) together[name] = value;
  }
  return [Object.keys(together).length === 0 ? {} : { attributes: together }];
}

function groups(sides: readonly Json[]): (readonly string[])[] {
  const keys = new Set(sides.flatMap((side) => Object.keys(side)));
  const together = keys.has('start') ? [PLACE] : TOGETHER;
  return [...new Set([...keys].map((key) => together.find((group) => group.includes(key)) ?? [key]))];
}

function picked(side: Json, keys: readonly string[]): Json {
  return Object.fromEntries(keys.filter((key) => side[key] !== undefined).map((key) => [key, side[key]]));
}

/** True where two lines say the same, in whatever order. */
export function same(a: Json | null | undefined, b: Json | null | undefined): boolean {
  return canonical(a ?? null) === canonical(b ?? null);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
