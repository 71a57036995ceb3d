import type { Element } from '@xmldom/xmldom';
import type { AttributeValue } from '../../annotations/model.ts';
import { type Message, msg } from '../../message.ts';
import type { ProblemSeverity } from '../../problem.ts';
import { completeRelations } from '../completeRelations.ts';
import { articleOf } from '../fileNames.ts';
import type { InputFile, ReadItem, ReadOptions } from '../format.ts';
import type { FileProblem, ReadDocumentLabel, ReadRelation, ReadSpan } from '../readArticle.ts';
import { elementsOf, lineOf, parseXml } from '../xml/parseXml.ts';
import { featuresOf } from './features.ts';
import { textWithNodes } from './textWithNodes.ts';

/** The ending of the files, with its dot. */
export const ENDING = '.xml';

/** Reads a file as one article; named annotation sets are annotators or an attribute, as the options say. */
export function* readGate(file: InputFile, { options }: ReadOptions): Generator<ReadItem> {
  const parsed = parseXml(file.bytes);
  if (!parsed.ok) {
    yield { kind: 'problem', problem: parsed.problem };
    return;
  }
  const reading = new Reading(parsed.root, {
    annotators: options.get('sets') !== 'attribute',
    segments: options.get('segments') === 'read',
  });
  const refused = reading.refused();
  if (refused) {
    yield { kind: 'problem', problem: refused };
    return;
  }
  const { text, spans, relations, documentLabels, problems } = reading.read();
  for (const problem of problems) yield { kind: 'problem', problem };
  const { name } = articleOf(file.path, ENDING);
  yield {
    kind: 'article',
    article: {
      name,
      text,
      textIs: 'given',
      unit: 'utf16',
      unitIs: 'stated',
      spans,
      relations,
      documentLabels,
      line: 1,
    },
  };
}

/** What GATE and its tools make of every text, and the set that holds the tags of a web page. */
const SEGMENTS: ReadonlySet<string> = new Set(['Token', 'SpaceToken', 'Split', 'Sentence']);
const MARKUP_SET = 'Original markups';
/** Features of documents by which GATE keeps its books. */
const HOUSEKEEPING: ReadonlySet<string> = new Set([
  'MimeType',
  'docNewLineType',
  'entitySet',
  'MatchesAnnots',
]);

/** More than these are only counted. */
const MAX_PROBLEMS = 100;

interface Choices {
  readonly annotators: boolean;
  readonly segments: boolean;
}

class Reading {
  private readonly spans: ReadSpan[] = [];
  private readonly relations: ReadRelation[] = [];
  private readonly problems: FileProblem[] = [];
  /** Ids of the file by set, as annotations of two sets may have the same. */
  private readonly ids = new Map<string, Map<string, string>>();
  private readonly used = new Set<string>();
  private made = 0;
  private left = 0;
  private untold = 0;

  private readonly root: Element;
  private readonly choices: Choices;

  constructor(root: Element, choices: Choices) {
    this.root = root;
    this.choices = choices;
  }

  refused(): FileProblem | undefined {
    const { root } = this;
    if (root.localName !== 'GateDocument') return refusal('gate/no-document', root, NO_DOCUMENT);
    const version = root.getAttribute('version') ?? '1';
    if (!/^[123]$/.test(version)) {
      const message = msg(
        'This is version {0} of GATE XML; 1 to 3 can be read. Save the document from GATE 8 or 9.',
        version.slice(0, 20),
      );
      return refusal('gate/version', root, message);
    }
    return this.child('TextWithNodes') ? undefined : refusal('gate/no-text', root, NO_TEXT);
  }

  read() {
    const content = this.child('TextWithNodes');
    const { text, nodes } = content ? textWithNodes(content) : { text: '', nodes: new Map<string, number>() };
    for (const set of elementsOf(this.root))
      if (set.localName === 'AnnotationSet')
        for (const annotation of elementsOf(set)) this.annotation(annotation, nameOf(set), nodes);
    for (const set of elementsOf(this.root))
      if (set.localName === 'RelationSet') this.relationSet(set, nameOf(set));
    const documentLabels = this.documentLabels();
    if (this.left > 0)
      this.tell(
        'gate/left',
        'information',
        this.root,
        msg(
          '{0} tokens, sentences and tags of the original page were left. The option “segments” reads them.',
          this.left,
        ),
      );
    const { spans, relations, problems, untold } = this;
    if (untold > 0)
      problems.push({
        code: 'gate/more',
        severity: 'warning',
        message: msg('{0} more problems like these are not listed.', untold),
      });
    return { text, spans, relations, documentLabels, problems };
  }

  private annotation(annotation: Element, set: string, nodes: ReadonlyMap<string, number>): void {
    if (annotation.localName !== 'Annotation') return;
    const label = annotation.getAttribute('Type') ?? '';
    if (!this.choices.segments && (set === MARKUP_SET || SEGMENTS.has(label))) {
      this.left++;
      return;
    }
    const [start, end] = ['StartNode', 'EndNode'].map((n) =>
      nodes.get(annotation.getAttribute(n)?.trim() ?? ''),
    );
    if (start === undefined || end === undefined || end < start || label === '') {
      this.tell('gate/annotation', 'warning', annotation, NO_PLACE);
      return;
    }
    const attributes = featuresOf(annotation);
    this.spans.push({
      id: this.id(set, annotation.getAttribute('Id')),
      label,
      line: lineOf(annotation),
      parts: [{ start, end }],
      attributes: this.withSet(attributes, set),
      ...this.annotator(set),
    });
  }

  private relationSet(set: Element, name: string): void {
    const found = [...elementsOf(set)]
      .filter((element) => element.localName === 'Relation')
      .map((relation) => ({ relation, id: this.id(name, relation.getAttribute('Id')) }));
    const spans = new Set(this.spans.map((s) => s.id));
    const read = found.map(({ relation, id }) => {
      const named = (relation.getAttribute('Members') ?? '').split(';');
      return { relation, id, members: named.map((m) => this.ids.get(name)?.get(m.trim()) ?? '') };
    });
    const complete = completeOf(read, spans);
    for (const { relation, id, members } of read) {
      const label = relation.getAttribute('Type') ?? '';
      const [from = '', ...others] = members;
      if (!complete.has(id)) this.tell('gate/relation', 'warning', relation, NO_MEMBERS);
      else if (others.length > 1)
        this.tell(
          'gate/members',
          'information',
          relation,
          msg(
            'This relation has {0} members; it is read as one from the first of them to each of the others.',
            members.length,
          ),
        );
      const userData = this.child('UserData', relation)?.textContent ?? '';
      const attributes = this.withSet(featuresOf(relation), name);
      const note = userData.trim() === '' ? {} : { note: userData };
      for (const [i, to] of complete.has(id) ? others.entries() : [])
        this.relations.push({
          // What another relation speaks of is the first of the pairs.
          id: i === 0 ? id : this.id(name, null),
          ...{ label, from, to, attributes, line: lineOf(relation) },
          ...note,
          ...this.annotator(name),
        });
    }
  }

  private documentLabels(): ReadDocumentLabel[] {
    const features = this.child('GateDocumentFeatures');
    if (!features) return [];
    return [...featuresOf(features)]
      .filter(([name]) => !HOUSEKEEPING.has(name) && !name.startsWith('gate.'))
      .map(([label, value]) => ({ id: this.id('', null), label, value, line: lineOf(features) }));
  }

  private withSet(
    attributes: ReadonlyMap<string, AttributeValue>,
    set: string,
  ): ReadonlyMap<string, AttributeValue> {
    return this.choices.annotators || set === '' ? attributes : new Map([...attributes, ['set', set]]);
  }

  private annotator(set: string): { annotator?: string } {
    return this.choices.annotators && set !== '' ? { annotator: set } : {};
  }

  /** The file's own id where it has one that nothing else has. */
  private id(set: string, own: string | null): string {
    let id = own?.trim() ?? '';
    while (id === '' || this.used.has(id)) id = `a${++this.made}`;
    this.used.add(id);
    const ofSet = this.ids.get(set) ?? new Map<string, string>();
    this.ids.set(set, ofSet);
    if (own !== null && !ofSet.has(own.trim())) ofSet.set(own.trim(), id);
    return id;
  }

  private child(name: string, parent = this.root): Element | undefined {
    for (const element of elementsOf(parent)) if (element.localName === name) return element;
    return undefined;
  }

  private tell(code: string, severity: ProblemSeverity, element: Element, message: Message): void {
    if (this.problems.length < MAX_PROBLEMS)
      this.problems.push({ code, severity, message, line: lineOf(element) });
    else this.untold++;
  }
}

function refusal(code: string, element: Element, message: Message): FileProblem {
  return { code, severity: 'error', message, line: lineOf(element) };
}

function nameOf(set: Element): string {
  return set.getAttribute('Name') ?? '';
}

interface Members {
  readonly relation: Element;
  readonly id: string;
  readonly members: readonly string[];
}

/** The ids of relations that have a type, and two members at least, all of which were read. */
function completeOf(read: readonly Members[], spans: ReadonlySet<string>): ReadonlySet<string> {
  return completeRelations(
    read.map(({ relation, id, members }) => ({
      id,
      ends: members.length < 2 || !relation.getAttribute('Type') ? [''] : members,
    })),
    spans,
  );
}

const NO_DOCUMENT = msg(
  'This XML file is no GATE document: its root is not GateDocument. Save it from GATE with “Save as XML”, or name the format that it has.',
);
const NO_TEXT = msg('This GATE document has no TextWithNodes, so no text. Save it again from GATE.');
const NO_PLACE = msg(
  'This annotation has no type, or begins or ends at a node that is not in the text: it is left out. Save the document again from GATE.',
);
const NO_MEMBERS = msg(
  'This relation has no type, or fewer than two members that were read: it is left out. Where its members are tokens or sentences, read these too (option “segments”).',
);
