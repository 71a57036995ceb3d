import type { AttributeValue } from '../../annotations/model.ts';
import { parseJson } from '../../json/scan.ts';
import { type Message, msg } from '../../message.ts';
import { isAttributeValue } from '../attributeValue.ts';
import { membersOf } from '../jsonLines.ts';
import type { FileProblem, ReadArticle, ReadDocumentLabel } from '../readArticle.ts';
import { entityOf, nameOf } from './names.ts';
import type { BratLine, NoteLine, ReferenceLine } from './parseLine.ts';
import {
  type Extra,
  extraOf,
  isSaid,
  linesOfNote,
  linesOfValue,
  OWN_NOTE,
  PERSON_NOTE,
  type ValueLine,
  valueOfLines,
} from './values.ts';

/** What is said of one annotation beside its own line. */
interface Said {
  readonly values: Map<string, ValueLine[]>;
  readonly notes: string[];
  entity?: string;
  extra?: Extra;
}

/** What lines of attributes, normalisations and notes say of other lines, and of the article. */
export class Details {
  readonly documentLabels: ReadDocumentLabel[] = [];
  article: Pick<ReadArticle, 'name' | 'language' | 'annotator'> = {};
  private readonly said = new Map<string, Said>();
  private readonly resolve: (line: BratLine, target: string) => string | undefined;
  private readonly problems: FileProblem[];

  /** `resolve` gives the annotation that a line is about, and reports where there is none. */
  constructor(resolve: (line: BratLine, target: string) => string | undefined, problems: FileProblem[]) {
    this.resolve = resolve;
    this.problems = problems;
  }

  /** Takes a line in; those that say nothing of another line are passed over. */
  add(line: BratLine): void {
    if (line.kind === 'A') this.value(line, line.name, line.value);
    else if (line.kind === 'N') this.reference(line);
    else if (line.kind === '#' && line.type === OWN_NOTE) this.ownNote(line);
    else if (line.kind === '#' && line.type === PERSON_NOTE) this.about(line)?.notes.push(line.text);
    else if (line.kind === '#') this.value(line, `#${line.type}`, line.text);
  }

  /** All that is said of an annotation. The attributes are the caller's. */
  of(id: string): { attributes: Map<string, AttributeValue>; note?: string; entity?: string; extra?: Extra } {
    const said = this.said.get(id);
    if (!said) return { attributes: new Map() };
    const { values, notes, entity, extra } = said;
    const attributes = new Map([...values].map(([name, lines]) => [name, valueOfLines(lines)]));
    // What somebody changed in brat since counts, not what the note says that it was.
    for (const [name, value] of extra?.attributes ?? [])
      if (isSaid(linesOfValue(name, value), values.get(name) ?? [])) attributes.set(name, value);
    const own = extra?.note;
    const note = own !== undefined && isSaid(linesOfNote(own), notes) ? own : notes.join('\n');
    return {
      attributes,
      ...(notes.length > 0 || own === note ? { note } : {}),
      ...(entity === undefined ? {} : { entity }),
      ...(extra ? { extra } : {}),
    };
  }

  private about(line: Extract<BratLine, { target: string }>): Said | undefined {
    const id = this.resolve(line, line.target);
    if (id === undefined) return undefined;
    const said = this.said.get(id) ?? { values: new Map(), notes: [] };
    this.said.set(id, said);
    return said;
  }

  private value(line: Extract<BratLine, { target: string }>, stored: string, value: ValueLine): void {
    const said = this.about(line);
    const name = stored.startsWith('#') ? `#${nameOf(stored.slice(1))}` : nameOf(stored);
    const values = said?.values.get(name);
    if (values) values.push(value);
    else said?.values.set(name, [value]);
  }

  private reference(line: ReferenceLine): void {
    const said = this.about(line);
    const entity = entityOf(line.source, line.entity);
    if (!said) return;
    if (said.entity === undefined && /^[TE]/.test(line.target)) {
      said.entity = entity;
      return;
    }
    const text = msg('A tag has one entity here: {0} of {1} was kept as an attribute.', entity, line.target);
    this.problem(line, 'another-entity', text);
    this.value(line, line.name, entity);
  }

  private ownNote(line: NoteLine): void {
    if (line.target === line.id) {
      if (!this.aboutArticle(line)) this.unreadable(line);
      return;
    }
    const extra = extraOf(line.text);
    const said = this.about(line);
    if (said && extra) said.extra = extra;
    else if (said) this.unreadable(line);
  }

  private aboutArticle({ id, text, line }: NoteLine): boolean {
    const members = membersOf(parseJson(text)?.value);
    const member = (name: string): string | undefined => {
      const value = members?.get(name);
      return typeof value === 'string' ? value : undefined;
    };
    const [label, value, note] = [member('documentLabel'), members?.get('value'), member('note')];
    const [name, language, annotator] = [member('article'), member('language'), member('annotator')];
    if (label !== undefined && isAttributeValue(value)) {
      this.documentLabels.push({ id, label, value, ...(note === undefined ? {} : { note }), line });
      return true;
    }
    if (name === undefined) return false;
    this.article = {
      name,
      ...(language === undefined ? {} : { language }),
      ...(annotator === undefined ? {} : { annotator }),
    };
    return true;
  }

  private unreadable(line: NoteLine): void {
    this.problem(
      line,
      'own-note',
      msg(
        'This note should be JSON as Pressmark wrote it, and was left out. Write the file again, or delete it.',
      ),
    );
  }

  private problem(line: BratLine, code: string, message: Message): void {
    this.problems.push({ code: `brat/${code}`, severity: 'warning', message, line: line.line });
  }
}
