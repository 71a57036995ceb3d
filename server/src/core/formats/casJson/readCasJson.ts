import { jsonElements, jsonMembers, nestingDepth, parseJson } from '../../json/scan.ts';
import { type Message, msg } from '../../message.ts';
import type { Cas, FeatureValue, Sofa, Structure, View } from '../cas/cas.ts';
import { type CasType, type FeatureType, SOFA, TOP, TypeSystem } from '../cas/types.ts';
import { inputText } from '../inputText.ts';
import { membersOf } from '../jsonLines.ts';
import type { FileProblem, OffsetUnit } from '../readArticle.ts';

/** A CAS as a JSON file has it, and what is wrong with the file; no CAS where it cannot be used at all. */
export interface ReadCasJson {
  readonly cas?: Cas;
  /** What the header says that offsets count. */
  readonly unit: OffsetUnit;
  /** The header does say so. */
  readonly unitIs?: 'stated';
  readonly problems: readonly FileProblem[];
}

/** What is read of it needs many times the memory of the file; annotated articles are a thousand times smaller. */
const MAX_BYTES = 100_000_000;
/** The format itself nests five deep. */
const MAX_DEPTH = 100;

/** Reads JSON CAS 0.4, structures as a list or by their ids; `known` are types that need not be declared. Never throws. */
export function readCasJson(bytes: Uint8Array, known: readonly CasType[]): ReadCasJson {
  if (bytes.length > MAX_BYTES)
    return refused(
      'too-large',
      msg(
        'This file has {0} MB; {1} MB of this format can be read at once. Split it into several files.',
        Math.ceil(bytes.length / 1e6),
        MAX_BYTES / 1e6,
      ),
    );
  const decoded = inputText(bytes);
  if (!decoded.ok) return { unit: 'utf16', problems: [decoded.problem] };
  const { text } = decoded;
  if (nestingDepth(text) > MAX_DEPTH)
    return refused(
      'too-deep',
      msg('This file is nested deeper than {0} levels; it is not UIMA CAS JSON. Export it again.', MAX_DEPTH),
    );
  const file = membersOf(parseJson(text)?.value);
  if (!file)
    return refused(
      'syntax',
      msg(
        'This is not a JSON object, or it breaks off in its middle. Export the file again; one that was cut off cannot be read.',
      ),
    );
  if (!file.has('%FEATURE_STRUCTURES') && !file.has('%VIEWS')) {
    const message = msg(
      'This file is JSON, but not UIMA CAS JSON 0.4: it has no “%FEATURE_STRUCTURES”. Import it as what it is, or export it as UIMA CAS JSON (not as the older “CAS JSON (legacy)”).',
    );
    return refused('other-file', message);
  }
  const types = new TypeSystem([...known, ...typesOf(file.get('%TYPES'))]);
  const sofas: Sofa[] = [];
  const structures: Structure[] = [];
  const problems: FileProblem[] = [];
  for (const { value, id, line } of structuresIn(file.get('%FEATURE_STRUCTURES'), text)) {
    const members = membersOf(value);
    const type = members?.get('%TYPE');
    if (!members || typeof type !== 'string') {
      const message = msg('This feature structure has no “%TYPE” and is left out. Export the file again.');
      problems.push({ code: 'casjson/no-type', severity: 'warning', message, line });
      continue;
    }
    const own = idOf(members.get('%ID')) ?? id ?? 0;
    if (type !== SOFA) {
      structures.push({ id: own, type, features: featuresOf(members, type), line });
      continue;
    }
    const name = members.get('sofaID');
    const sofaString = members.get('sofaString');
    sofas.push({
      id: own,
      name: typeof name === 'string' ? name : '',
      ...(typeof sofaString === 'string' ? { text: sofaString } : {}),
      line,
    });
  }
  const cas = { types, sofas, structures, views: viewsOf(file.get('%VIEWS')) };
  return { cas, ...unitOf(file.get('%HEADER')), problems };
}

function refused(code: string, message: Message): ReadCasJson {
  return { unit: 'utf16', problems: [{ code: `casjson/${code}`, severity: 'error', message, line: 1 }] };
}

interface FoundStructure {
  readonly value: unknown;
  readonly id: number | undefined;
  readonly line: number;
}

/** The structures with the lines on which they begin. */
function* structuresIn(section: unknown, text: string): Generator<FoundStructure> {
  const place = jsonMembers(text).findLast((m) => m.key === '%FEATURE_STRUCTURES');
  if (!place) return;
  const starts = Array.isArray(section)
    ? jsonElements(text, place.start).map((e) => ({ start: e.start, key: '' }))
    : membersOf(section)
      ? jsonMembers(text, place.start)
      : [];
  const byKey = membersOf(section);
  let line = 1;
  let at = 0;
  for (const [i, { start, key }] of starts.entries()) {
    for (let found = text.indexOf('\n', at); found >= 0 && found < start; found = text.indexOf('\n', at)) {
      line++;
      at = found + 1;
    }
    const value: unknown = Array.isArray(section) ? section[i] : byKey?.get(key);
    yield { value, id: /^\d{1,15}$/.test(key) ? Number(key) : undefined, line };
  }
}

function typesOf(section: unknown): CasType[] {
  const types: CasType[] = [];
  for (const [name, value] of membersOf(section) ?? []) {
    const members = membersOf(value);
    if (!members) continue;
    const supertype = members.get('%SUPER_TYPE');
    const features = new Map<string, FeatureType>();
    for (const [key, feature] of members) {
      const range = key.startsWith('%') ? undefined : membersOf(feature)?.get('%RANGE');
      if (typeof range === 'string') features.set(key, { range });
    }
    types.push({ name, supertype: typeof supertype === 'string' ? supertype : TOP, features });
  }
  return types;
}

/** `@` stands before references, `#` before numbers that JSON has not, `^` before offsets. */
function featuresOf(members: ReadonlyMap<string, unknown>, type: string): ReadonlyMap<string, FeatureValue> {
  const features = new Map<string, FeatureValue>();
  const isArray = type.endsWith('[]') || /^uima\.cas\.\w+Array$/.test(type);
  for (const [key, value] of members) {
    if (key === '%ELEMENTS') {
      const refers = isArray && (type === 'uima.cas.FSArray' || !/^uima\.cas\.\w+(?:Array|\[\])$/.test(type));
      const elements = elementsOf(value, refers);
      if (elements) features.set('elements', elements);
    } else if (key.startsWith('%')) {
      // The structure's own id, type and flags.
    } else if (key.startsWith('@')) {
      const id = idOf(value);
      if (Array.isArray(value)) features.set(key.slice(1), { kind: 'references', ids: idsOf(value) });
      else if (id !== undefined && id > 0) features.set(key.slice(1), { kind: 'reference', id });
    } else {
      const name = /^[#^]/.test(key) ? key.slice(1) : key;
      if (typeof value === 'string' || typeof value === 'boolean')
        features.set(name, { kind: 'value', value });
      else if (typeof value === 'number')
        features.set(name, { kind: 'value', value: Number.isFinite(value) ? value : String(value) });
    }
  }
  return features;
}

function elementsOf(value: unknown, refers: boolean): FeatureValue | undefined {
  if (!Array.isArray(value)) return typeof value === 'string' ? { kind: 'value', value: [value] } : undefined;
  if (refers) return { kind: 'references', ids: idsOf(value) };
  return { kind: 'value', value: value.map((one: unknown) => (one === null ? '' : String(one))) };
}

function idOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function idsOf(values: readonly unknown[]): number[] {
  return values.flatMap((value) => idOf(value) || []);
}

function viewsOf(section: unknown): View[] {
  return [...(membersOf(section)?.values() ?? [])].map((view) => {
    const members = membersOf(view);
    const ids = members?.get('%MEMBERS');
    return { sofa: idOf(members?.get('%SOFA')) ?? 0, members: Array.isArray(ids) ? idsOf(ids) : [] };
  });
}

function unitOf(header: unknown): Pick<ReadCasJson, 'unit' | 'unitIs'> {
  const encoding = membersOf(header)?.get('offset-encoding');
  const unit = UNITS.get(encoding);
  return unit ? { unit, unitIs: 'stated' } : { unit: 'utf16' };
}

const UNITS: ReadonlyMap<unknown, OffsetUnit> = new Map([
  ['UTF-8', 'byte'],
  ['UTF-16', 'utf16'],
  ['UTF-32', 'codePoint'],
]);
