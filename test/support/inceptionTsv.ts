/**
 * How INCEpTION reads WebAnno TSV 3, after its Tsv3XDeserializer, TsvDocument and Escaping, so that what we write can be
 * held against a reader that is not ours. It throws where INCEpTION throws or where one of its assertions fails. Types and
 * features are taken as the head declares them, as if the project had them all.
 */
export interface InceptionCas {
  readonly text: string;
  readonly annotations: readonly InceptionAnnotation[];
}

export interface InceptionAnnotation {
  readonly type: string;
  begin: number;
  end: number;
  readonly features: Map<string, string>;
  readonly links: Map<string, { role?: string; target?: InceptionAnnotation }[]>;
  governor?: InceptionAnnotation;
  dependent?: InceptionAnnotation;
}

interface JavaColumn {
  readonly layer: 'SP' | 'CH' | 'RL';
  readonly type: string;
  readonly kind:
    | 'PLACEHOLDER'
    | 'PRIMITIVE'
    | 'SLOT_ROLE'
    | 'SLOT_TARGET'
    | 'RELATION_REF'
    | 'LINK'
    | 'ELEMENT';
  readonly feature: string;
  readonly hint: string;
}

interface JavaUnit {
  readonly id: string;
  readonly begin: number;
  readonly end: number;
  readonly byType: Map<string, InceptionAnnotation[]>;
  readonly subTokens: JavaUnit[];
}

const TOKEN = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';
const DEPENDENCY = 'de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency';

/** Commons Lang's replaceEach: at each place the first that matches, left to right. */
function unescaped(text: string, pairs: readonly (readonly [string, string])[]): string {
  let out = '';
  for (let i = 0; i < text.length; ) {
    const found = pairs.find(([from]) => text.startsWith(from, i));
    out += found ? found[1] : text[i];
    i += found ? found[0].length : 1;
  }
  return out;
}

const VALUE_PAIRS = [
  ...['\\', '[', ']', '|', '_', '->', ';'].map((c) => [`\\${c}`, c] as const),
  ['\\t', '\t'] as const,
  ['\\n', '\n'] as const,
  ['\\*', '*'] as const,
];
const TEXT_PAIRS = [
  ...[...Array(32).keys()]
    .filter((i) => i < 8 || i > 13)
    .map((i) => [`\\${String.fromCharCode(i)}`, String.fromCharCode(i)] as const),
  ['\\t', '\t'] as const,
  ['\\n', '\n'] as const,
  ['\\f', '\f'] as const,
  ['\\r', '\r'] as const,
  ['\\b', '\b'] as const,
  ['\\\\', '\\'] as const,
];

/** String.split: empty pieces at the end are dropped. */
function javaSplit(text: string, pattern: RegExp): string[] {
  const pieces = text.split(pattern);
  while (pieces.length > 1 && pieces.at(-1) === '') pieces.pop();
  return pieces;
}

function assert(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`INCEpTION: ${what}`);
}

function columnsOf(line: string): JavaColumn[] {
  const layer = line.slice(3, 5);
  assert(layer === 'SP' || layer === 'CH' || layer === 'RL', `no layer: ${line}`);
  const [type = '', ...fields] = line
    .slice(line.indexOf('=') + 1)
    .split('|')
    .filter((f) => f !== '');
  const columns: JavaColumn[] = [];
  for (const field of fields) {
    const last = columns.at(-1);
    if (layer === 'SP' && field.startsWith('ROLE_')) {
      const parts = field.split('_');
      columns.push({
        layer,
        type,
        kind: 'SLOT_ROLE',
        feature: (parts[1] ?? '').split(':')[1] ?? '',
        hint: parts[2] ?? '',
      });
    } else if (layer === 'RL' && field.startsWith('BT_'))
      columns.push({ layer, type, kind: 'RELATION_REF', feature: 'Governor', hint: field.slice(3) });
    else if (layer === 'CH' && field === 'referenceType')
      columns.push({ layer, type, kind: 'ELEMENT', feature: field, hint: '' });
    else if (layer === 'CH' && field === 'referenceRelation')
      columns.push({ layer, type, kind: 'LINK', feature: field, hint: '' });
    else if (layer === 'SP' && field.includes('.')) {
      assert(last?.kind === 'SLOT_ROLE', 'slot target without role');
      columns.push({ layer, type, kind: 'SLOT_TARGET', feature: last.feature, hint: field });
    } else columns.push({ layer, type, kind: 'PRIMITIVE', feature: field, hint: '' });
  }
  return columns.length > 0 ? columns : [{ layer, type, kind: 'PLACEHOLDER', feature: '', hint: '' }];
}

/** Reads the content of a file. */
export function readAsInception(content: string): InceptionCas {
  const lines = content.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  let at = 0;
  assert(/^#FORMAT=.* \d+\.\d+$/.test(lines[at++] ?? ''), 'illegal format header');
  const columns: JavaColumn[] = [];
  for (let line = lines[at++]; line !== undefined && line.trim() !== ''; line = lines[at++]) {
    assert(/^#T_(SP|CH|RL)=/.test(line), `end of header: ${line}`);
    columns.push(...columnsOf(line));
  }
  assert(lines[at++] === '', 'extra blank line after the schema');
  return new JavaReading(columns).content(lines.slice(at));
}

class JavaReading {
  private readonly units = new Map<string, JavaUnit>();
  private readonly byId = new Map<number, InceptionAnnotation>();
  private readonly links = new Map<string, InceptionAnnotation>();
  private readonly annotations = new Set<InceptionAnnotation>();
  private readonly deferred: (() => void)[] = [];

  constructor(private readonly columns: readonly JavaColumn[]) {}

  content(lines: readonly string[]): InceptionCas {
    let text = '';
    let sentenceText = '';
    let previous = 'SPACE';
    let token: JavaUnit | undefined;
    let open = false;
    for (const line of [...lines, undefined]) {
      let state: string;
      let fields: string[] = [];
      if ((previous === 'SPACE' || previous === 'HEADER') && line?.startsWith('#')) state = 'HEADER';
      else if (line === undefined) state = 'END';
      else if (line === '') state = 'SPACE';
      else {
        fields = line.split('\t');
        assert(fields.length >= this.columns.length + 3, `fields: ${line}`);
        state = fields[0]?.includes('.') ? 'SUBTOKEN' : 'TOKEN';
      }
      if (previous === 'SPACE') assert(state === 'HEADER', `expected sentence header: ${line}`);
      if (previous === 'HEADER')
        assert(state === 'HEADER' || state === 'TOKEN', `expected header or token: ${line}`);
      if (previous === 'TOKEN' || previous === 'SUBTOKEN')
        assert(state !== 'HEADER', `expected token or break: ${line}`);
      const [begin = Number.NaN, end = Number.NaN] = (fields[1] ?? '').split('-').map(Number);
      if (state === 'END' || state === 'SPACE') {
        assert(open, 'no sentence to end');
        open = false;
      } else if (state === 'HEADER') {
        if (line?.startsWith('#Text=')) sentenceText += `${unescaped(line.slice(6), TEXT_PAIRS)}\n`;
      } else {
        assert(begin >= 0 && end >= begin, `offsets: ${line}`);
        const unit: JavaUnit = { id: fields[0] ?? '', begin, end, byType: new Map(), subTokens: [] };
        if (state === 'TOKEN') {
          if (previous === 'HEADER') {
            if (text.length > begin) {
              assert(text.length === begin + 1 && text.endsWith('\n'), `gap at ${line}`);
              text = text.slice(0, -1);
            }
            text += ' '.repeat(begin - text.length) + sentenceText;
            sentenceText = '';
            open = true;
          }
          assert(!token || begin >= token.end, `tokens overlap: ${line}`);
          token = unit;
        } else {
          assert(
            token !== undefined && fields[0] === `${token.id}.${token.subTokens.length + 1}`,
            `sub-token ${line}`,
          );
          token.subTokens.push(unit);
        }
        this.units.set(unit.id, unit);
        for (const [i, column] of this.columns.entries()) this.cell(column, unit, fields[i + 3] ?? '');
      }
      previous = state;
    }
    for (const action of this.deferred) action();
    return { text, annotations: [...this.annotations] };
  }

  private cell(column: JavaColumn, unit: JavaUnit, raw: string): void {
    if (raw === '_') return;
    for (const [index, piece] of javaSplit(raw, /(?<!\\)\|/).entries()) {
      let value = piece;
      let info: string | undefined;
      if (column.kind !== 'SLOT_TARGET') {
        const chain = /^.*(?<!\\)->(\d+-\d+)$/.exec(value);
        if (value.endsWith(']') && !value.endsWith('\\]')) {
          info = value.slice(value.lastIndexOf('[') + 1, -1);
          value = value.slice(0, value.lastIndexOf('['));
        } else if (chain) {
          info = chain[1];
          value = value.slice(0, value.length - (info?.length ?? 0) - 2);
        }
      }
      this.features(column, unit, this.annotation(column, unit, index, info), info, index, value);
    }
  }

  private annotation(column: JavaColumn, unit: JavaUnit, index: number, info: string | undefined) {
    const stack = unit.byType.get(column.type) ?? [];
    unit.byType.set(column.type, stack);
    let annotation = stack[index];
    const id = column.layer === 'SP' && info !== undefined ? Number(info) : -1;
    assert(!Number.isNaN(id), `disambiguation id ${info}`);
    if (!annotation && column.layer === 'SP' && id !== -1)
      annotation = this.extended(this.byId.get(id), unit, stack);
    if (!annotation && column.kind === 'LINK')
      annotation = this.extended(this.links.get(info ?? ''), unit, stack);
    if (!annotation && (column.layer !== 'CH' || column.kind === 'LINK')) {
      annotation = {
        type: column.type,
        begin: unit.begin,
        end: unit.end,
        features: new Map(),
        links: new Map(),
      };
      stack.push(annotation);
      this.annotations.add(annotation);
    }
    if (annotation && id !== -1) {
      const old = this.byId.get(id);
      assert(old === undefined || old === annotation, `disambiguation id ${id} is not unique`);
      this.byId.set(id, annotation);
    }
    return annotation;
  }

  private extended(known: InceptionAnnotation | undefined, unit: JavaUnit, stack: InceptionAnnotation[]) {
    if (known) {
      stack.push(known);
      known.end = unit.end;
    }
    return known;
  }

  private features(
    column: JavaColumn,
    unit: JavaUnit,
    annotation: InceptionAnnotation | undefined,
    info: string | undefined,
    index: number,
    value: string,
  ): void {
    const set = (to: InceptionAnnotation | undefined): void => {
      assert(to !== undefined, 'no annotation for a value');
      if (value !== '*') to.features.set(column.feature, unescaped(value, VALUE_PAIRS));
    };
    if (column.kind === 'PRIMITIVE') set(annotation);
    if (column.kind === 'LINK' && annotation) this.links.set(info ?? '', annotation);
    if (column.kind === 'LINK' || column.kind === 'ELEMENT')
      this.deferred.push(() => set(unit.byType.get(column.type)?.[index]));
    if (column.kind === 'SLOT_ROLE')
      annotation?.links.set(
        column.feature,
        value === '_'
          ? []
          : javaSplit(value, /(?<!\\);/).map((r) => (r === '*' ? {} : { role: unescaped(r, VALUE_PAIRS) })),
      );
    if (column.kind === 'SLOT_TARGET') this.deferred.push(() => this.targets(column, annotation, value));
    if (column.kind === 'RELATION_REF') {
      const [source, target] = info?.split('_').map(Number) ?? [-1, -1];
      const hint = column.type === DEPENDENCY ? TOKEN : column.hint;
      this.deferred.push(() => {
        assert(annotation !== undefined, 'no relation');
        annotation.governor = this.resolve(hint, value, source ?? -1);
        annotation.dependent = this.resolve(hint, unit.id, target ?? -1);
      });
    }
  }

  private targets(column: JavaColumn, annotation: InceptionAnnotation | undefined, value: string): void {
    const values = value === '_' ? [] : javaSplit(value, /(?<!\\);/);
    const links = annotation?.links.get(column.feature) ?? [];
    assert(
      (links.length === 0 && values.length === 1 && values[0] === '*') || links.length === values.length,
      'slots',
    );
    for (const [i, one] of values.entries()) {
      if (one === '*' || one === '_') continue;
      const found = /^(.*)\[(\d+)\]$/.exec(one);
      const link = links[i];
      if (link) link.target = this.resolve(column.hint, found?.[1] ?? one, Number(found?.[2] ?? -1));
    }
  }

  private resolve(type: string, unitId: string, id: number): InceptionAnnotation {
    if (id > 0) {
      const known = this.byId.get(id);
      assert(known !== undefined, `unable to resolve disambiguation id ${id}`);
      return known;
    }
    assert(/^\d+-\d+(\.\d)?$/.test(unitId), `invalid unit id ${unitId}`);
    const unit = this.units.get(unitId);
    assert(unit !== undefined, `no unit ${unitId}`);
    if (type === TOKEN)
      return { type, begin: unit.begin, end: unit.end, features: new Map(), links: new Map() };
    const found = unit.byType.get(type)?.[0];
    assert(found !== undefined, `unable to resolve a ${type} in ${unitId}`);
    return found;
  }
}
