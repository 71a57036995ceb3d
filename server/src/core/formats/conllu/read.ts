import { msg } from '../../message.ts';
import { type DocumentHead, headOfComment } from '../conll/document.ts';
import { decodeTags, isTag } from '../conll/schemes.ts';
import type { InputFile, ReadItem, ReadOptions } from '../format.ts';
import { inputLines } from '../inputText.ts';
import type { FileProblem, ReadPart, ReadSpan } from '../readArticle.ts';
import { articleOf, type Beyond, buildText, readBeyond, type Sentence, type Surface } from './document.ts';
import { Mentions } from './mentions.ts';
import { unescapeSpaces } from './spaces.ts';
import { Tally } from './tally.ts';

/** After so many lines that cannot be read the file is given up. */
const MOST_BAD_LINES = 20;

/** The fields of brackets where the file does not declare them: what CorefUD begins with. */
const DEFAULT_FIELDS = ['eid', 'etype', 'head', 'other'];

/** Keys of MISC that hold tags such as `B-PER`. */
const TAG_KEYS = ['NER', 'NE', 'Ner', 'ner', 'Entity'];

const COLUMNS = 10;

/** Reads a CoNLL-U file, version 1 or 2: texts, words and what MISC says of names. */
export function* readConllu(file: InputFile, { options }: ReadOptions): Generator<ReadItem> {
  const reader = new ConlluReader(options.get('articles') === 'sentence');
  for (const line of inputLines(file.bytes)) {
    if ('problem' in line) yield { kind: 'problem', problem: line.problem };
    else yield* reader.line(line.text, line.number);
    if (reader.badLines >= MOST_BAD_LINES) return;
  }
  yield* reader.end();
}

/** A document that is being read. */
class OpenDocument {
  head: DocumentHead = {};
  readonly line: number;
  beyond: Beyond | undefined;
  /** Whether its blanks are all said. */
  exact = false;
  words = 0;
  readonly sentences: Sentence[] = [];
  readonly mentions = new Mentions();
  /** Names by tags, with places among all words. */
  readonly tagged: {
    readonly first: number;
    readonly last: number;
    readonly label: string;
    readonly line: number;
  }[] = [];

  constructor(line: number) {
    this.line = line;
  }
}

/** A sentence that is being read. */
interface OpenSentence {
  line: number;
  newParagraph: boolean;
  text?: string;
  surfaces: { form: string; words: string[]; after?: string; before?: string }[];
  /** Id of the last word that the last surface has, where it has several. */
  until: number;
  readonly tags: { readonly tag: string; readonly line: number }[];
}

function newSentence(): OpenSentence {
  return { line: 0, newParagraph: false, surfaces: [], until: 0, tags: [] };
}

class ConlluReader {
  badLines = 0;
  private readonly bySentence: boolean;
  private readonly tally = new Tally();
  private document: OpenDocument | undefined;
  private sentence = newSentence();
  private fields: readonly string[] = DEFAULT_FIELDS;

  constructor(bySentence: boolean) {
    this.bySentence = bySentence;
  }

  *line(text: string, line: number): Generator<ReadItem> {
    if (text.trim() === '') yield* this.endSentence();
    else if (text.startsWith('#')) yield* this.comment(text, line);
    else {
      const problem = this.word(text.split('\t'), line);
      if (!problem) return;
      this.badLines++;
      yield { kind: 'problem', problem };
    }
  }

  *end(): Generator<ReadItem> {
    yield* this.endSentence();
    yield* this.endDocument();
    for (const problem of this.tally.problems()) yield { kind: 'problem', problem };
  }

  private *comment(text: string, line: number): Generator<ReadItem> {
    // Comments stand before the words: the blank line between two sentences is missing.
    if (this.sentence.surfaces.length > 0) yield* this.endSentence();
    const { sentence } = this;
    sentence.line ||= line;
    const head = headOfComment(text);
    if (head?.key === 'name') {
      yield* this.endDocument();
      this.document = new OpenDocument(line);
      this.document.head = { name: head.value };
    } else if (head && (this.document?.sentences.length ?? 0) === 0) {
      this.document ??= new OpenDocument(line);
      this.document.head = { ...this.document.head, [head.key]: head.value };
      if (head.key === 'tokens') this.document.exact = true;
    }
    if (head) return;
    const [, key = '', value = ''] = /^# ?([\w.]+) ?=? ?(.*)$/su.exec(text) ?? [];
    if (key === 'newpar') sentence.newParagraph = true;
    else if (key === 'text') sentence.text = value;
    else if (key === 'global.Entity') this.fields = value.trim().split('-');
    else if (key === 'doc_json_pressmark') {
      this.document ??= new OpenDocument(line);
      this.document.beyond = readBeyond(value, line);
      if (!this.document.beyond) this.tally.add('comment', line);
    }
  }

  /** Takes in a line of a word, of several written as one, or of an empty node. */
  private word(cells: readonly string[], line: number): FileProblem | undefined {
    if (cells.length !== COLUMNS) {
      const message = msg(
        'This line has {0} columns; CoNLL-U has 10, with a tab between two. Correct the line, or use the format “conll” for other columns.',
        cells.length,
      );
      return { code: 'conllu/columns', severity: 'error', message, line };
    }
    const [id = '', form = ''] = cells;
    const numbers = /^(\d{1,9})(?:([-.])(\d{1,9}))?$/.exec(id);
    if (!numbers || form === '') {
      const message = msg(
        '“{0}” is no number of a word: 3, 3-4 for words written as one, 3.1 for an empty node. Correct the line.',
        id.slice(0, 40),
      );
      return { code: 'conllu/id', severity: 'error', message, line };
    }
    this.document ??= new OpenDocument(line);
    const { document, sentence } = this;
    sentence.line ||= line;
    const misc = membersOfMisc(cells[9] ?? '_');
    if (cells.slice(2, 9).some((cell) => cell !== '_' && cell !== '')) this.tally.add('syntax', line);
    const [, first, kind] = numbers;
    if (kind === '.') {
      const entity = misc.get('Entity');
      if (entity !== undefined) document.mentions.add(entity, this.fields, document.words, false, line);
      this.tally.add('empty', line);
      return undefined;
    }
    if (kind === '-') {
      sentence.surfaces.push({ form, words: [], ...this.blanks(misc) });
      sentence.until = Number(numbers[3]);
      return undefined;
    }
    if (cells[9] === 'Empty=Yes' && form === '_') return undefined;
    const last = sentence.surfaces.at(-1);
    if (last && Number(first) <= sentence.until) last.words.push(form);
    else sentence.surfaces.push({ form, words: [form], ...this.blanks(misc) });
    this.names(misc, line);
    document.words++;
    return undefined;
  }

  /** What a line says of the blanks around what it is about. */
  private blanks(misc: ReadonlyMap<string, string>): Pick<Surface, 'after' | 'before'> {
    const after = misc.get('SpacesAfter');
    const before = misc.get('SpacesBefore');
    if (this.document && (after !== undefined || before !== undefined)) this.document.exact = true;
    const none = misc.get('SpaceAfter') === 'No';
    return {
      ...(after !== undefined ? { after: unescapeSpaces(after) } : none ? { after: '' } : {}),
      ...(before === undefined ? {} : { before: unescapeSpaces(before) }),
    };
  }

  private names(misc: ReadonlyMap<string, string>, line: number): void {
    const { document, sentence } = this;
    const entity = misc.get('Entity');
    if (entity !== undefined && !isTag(entity) && document) {
      const read = document.mentions.add(entity, this.fields, document.words, true, line);
      if (!read) this.tally.add('brackets', line);
    }
    const tag = TAG_KEYS.map((key) => misc.get(key)).find((value) => value !== undefined && isTag(value));
    sentence.tags.push({ tag: tag ?? 'O', line });
  }

  private *endSentence(): Generator<ReadItem> {
    const { sentence, document } = this;
    if (sentence.line === 0) return;
    this.sentence = newSentence();
    if (!document || sentence.surfaces.length === 0) return;
    const before = document.words - sentence.tags.length;
    const { spans, repaired } = decodeTags(
      sentence.tags.map((t) => t.tag),
      'iob2',
    );
    for (const { first, last, label } of spans) {
      const line = sentence.tags[first]?.line ?? sentence.line;
      document.tagged.push({ first: before + first, last: before + last, label, line });
    }
    for (const at of repaired) this.tally.add('tags', sentence.tags[at]?.line ?? sentence.line);
    document.sentences.push(sentence);
    if (this.bySentence) yield* this.endDocument();
  }

  private *endDocument(): Generator<ReadItem> {
    const { document } = this;
    this.document = undefined;
    if (!document) return;
    const { head, line, beyond, exact, mentions } = document;
    const built = buildText(document.sentences, exact);
    const text = document.words === 0 ? (beyond?.text ?? '') : built.text;
    const words = built.words.flat();
    for (const l of built.contradicted) this.tally.add('text', l);
    const rangeOf = (first: number, last: number): ReadPart => {
      const start = words[first]?.start ?? 0;
      const end = words[last]?.end ?? start;
      return { start, end, quote: text.slice(start, end) };
    };
    const spans: ReadSpan[] = mentions.spans(rangeOf).map((s) => ({ ...s, ...beyond?.spans.get(s.id) }));
    for (const [i, { first, last, label, line }] of document.tagged.entries())
      spans.push({ id: `n${i + 1}`, label, parts: [rangeOf(first, last)], attributes: new Map(), line });
    for (const l of mentions.loose) this.tally.add('brackets', l);
    this.tally.add('unwritten', line, mentions.unwritten);
    this.tally.add('chained', line, mentions.chained);
    yield { kind: 'article', article: articleOf(head, line, text, exact, spans, beyond) };
  }
}

/** The keys and values of MISC; `_` has none. */
function membersOfMisc(cell: string): ReadonlyMap<string, string> {
  if (cell === '_') return new Map();
  return new Map(
    cell.split('|').map((member): [string, string] => {
      const at = member.indexOf('=');
      return at < 0 ? [member, ''] : [member.slice(0, at), member.slice(at + 1)];
    }),
  );
}
