/** What lists of names and news people call their types, in small letters, as labels of the default label set. */
const LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    per: 'PER person people human p',
    org: 'ORG organisation organization company agency o',
    gpe: 'GPE country state city',
    loc: 'LOC location place t',
    fac: 'FAC facility building',
    norp: 'NORP nationality religion',
    event: 'EVENT e',
  }).flatMap(([, words]) => {
    const [label = '', ...others] = words.split(' ');
    return [label, ...others].map((word) => [word.toLowerCase(), label] as const);
  }),
);

/**
 * The label of a source's type: what `map` says of it, as it is written or in another letter case, else the label that it
 * is a known word for, else the type as it is.
 */
export function labelOfType(type: string, map: ReadonlyMap<string, string> | undefined): string {
  const label = map?.get(type) ?? LABELS.get(type.toLowerCase()) ?? type;
  return map?.get(label) ?? label;
}
