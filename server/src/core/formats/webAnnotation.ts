import { msg } from '../message.ts';
import { canonicalText } from '../text/offsets.ts';
import { articleOf, fileOf } from './fileNames.ts';
import type { Format, FormatWriter, InputFile, ReadItem, WriteOptions } from './format.ts';
import { inputText } from './inputText.ts';
import { membersOf } from './jsonLines.ts';
import { HOLDS_ALL, type Loss } from './loss.ts';
import type { FileProblem, ReadArticle } from './readArticle.ts';
import { annotationCollection, CONTEXT } from './webAnnotation/collection.ts';
import { creatorOf } from './webAnnotation/creator.ts';
import { decoded, encoded, PREFIX } from './webAnnotation/iri.ts';
import { itemsOf, type Members } from './webAnnotation/items.ts';
import { AnnotationReader, type SourceAnnotations } from './webAnnotation/readAnnotations.ts';
import { listed, textOf } from './webAnnotation/targets.ts';

const ENDING = '.jsonld';
const TEXT = '.txt';

/** W3C Web Annotation as JSON-LD: an Annotation Collection for each article, and its text beside. */
export const webAnnotation: Format = {
  name: 'web-annotation',
  title: 'W3C Web Annotation',
  layout: 'article',
  independent: true,
  endings: [ENDING, '.json'],
  holds: { ...HOLDS_ALL },
  options: [],
  companions: (path) => [textName(path)],
  recognise: (_, head) => {
    if (head.includes(CONTEXT)) return 1;
    return /"Text(?:Quote|Position)Selector"/.test(head) ? 0.9 : 0;
  },
  open,
  read,
};

function open(options: WriteOptions): FormatWriter {
  return {
    add(article) {
      const text = article.text.toWellFormed();
      const losses: Loss[] =
        text === article.text ? [] : [{ kind: 'article', now: { text }, reasons: [HALVES] }];
      const file = fileOf(options, article, TEXT);
      const source = encoded(file.slice(file.lastIndexOf('/') + 1));
      return {
        pieces: [
          { file, content: text },
          { file: fileOf(options, article, ENDING), content: annotationCollection(article, text, source) },
        ],
        losses: losses.map((loss) => ({ article, loss })),
      };
    },
    end: () => ({ pieces: [], losses: [] }),
  };
}

const HALVES = {
  code: 'characters',
  message: msg('Halves of characters, which no file in UTF-8 can hold, were replaced.'),
} as const;

function* read({ path, bytes, beside }: InputFile): Generator<ReadItem> {
  const file = inputText(bytes);
  if (!file.ok) {
    yield { kind: 'problem', problem: file.problem };
    return;
  }
  const problems: FileProblem[] = [];
  const annotations: { members: Members; line: number }[] = [];
  let container: Members | undefined;
  for (const item of itemsOf(file.text)) {
    if (item.kind === 'problem') problems.push(item.problem);
    else if (item.kind === 'annotation') annotations.push(item);
    else container ??= item.members;
  }
  const name = textName(path);
  const given = beside.get(name);
  const text = given && inputText(given);
  if (text?.ok === false) problems.push({ ...text.problem, file: name });
  const whole = text?.ok ? text.text : undefined;
  const canonical = whole === undefined ? undefined : canonicalText(whole);
  const isBeside = (source: string) => decoded(source.slice(source.lastIndexOf('/') + 1)) === name;
  const reader = new AnnotationReader((source) => (isBeside(source) ? canonical : undefined));
  reader.read(annotations);
  for (const problem of [...problems, ...reader.problems]) yield { kind: 'problem', problem };
  const sources = [...reader.sources];
  if (sources.length === 0 && container && isOwn(container)) sources.push([encoded(name), EMPTY]);
  for (const [source, own] of sources) {
    const article: ReadArticle = {
      ...aboutArticle(container, source, path),
      ...(whole !== undefined && (isBeside(source) || sources.length === 1) ? { text: whole } : {}),
      textIs: 'given',
      unit: 'codePoint',
      ...own,
      line: 1,
    };
    yield { kind: 'article', article };
  }
}

const EMPTY: SourceAnnotations = { spans: [], relations: [], documentLabels: [] };

/** What a collection of ours says of its article; of others' files only the source is known. */
function aboutArticle(
  container: Members | undefined,
  source: string,
  path: string,
): Pick<ReadArticle, 'name' | 'language' | 'annotator'> {
  const annotator = creatorOf(container?.get('creator'));
  const by = annotator === undefined ? {} : { annotator };
  const label = container && isOwn(container) ? textOf(container.get('label')) : undefined;
  const language = textOf(container?.get('language'));
  if (label !== undefined) return { name: label, ...(language === undefined ? {} : { language }), ...by };
  return { name: source === '' ? articleOf(path, ENDING).name : decoded(source), ...by };
}

/** True for a container that names our own terms. */
function isOwn(container: Members): boolean {
  return listed(container.get('@context')).some((c) => membersOf(c)?.has(PREFIX));
}

/** The file beside that may have the text. */
function textName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.json(?:ld)?$/i, '') + TEXT;
}
