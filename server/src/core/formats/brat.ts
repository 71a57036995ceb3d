import { msg } from '../message.ts';
import { annotationFile } from './brat/annotationFile.ts';
import { Configuration } from './brat/configuration.ts';
import { readAnnotations } from './brat/readAnnotations.ts';
import { readLines } from './brat/readLines.ts';
import { articleOf, fileOf } from './fileNames.ts';
import type { Format, FormatWriter, InputFile, ReadItem, WriteOptions } from './format.ts';
import { inputText } from './inputText.ts';
import { HOLDS_ALL, type Loss } from './loss.ts';

const ENDING = '.ann';
const TEXT = '.txt';

/** brat's standoff: a text file, its annotations one a line beside it, and `annotation.conf` for the dataset. */
export const brat: Format = {
  name: 'brat',
  title: 'brat standoff',
  layout: 'article',
  endings: [ENDING],
  holds: { ...HOLDS_ALL, ids: 'changed' },
  options: [],
  companions: (path) => [textName(path)],
  recognise: (path, head) => {
    if (!path.toLowerCase().endsWith(ENDING)) return 0;
    if (/^(?:[TEAMNR#]\d+\t\S+[ :]\S|\*\t)/m.test(head)) return 1;
    return head.trim() === '' ? 0.3 : 0;
  },
  open,
  read,
};

function open(options: WriteOptions): FormatWriter {
  const configuration = new Configuration(options.schema);
  return {
    add(article) {
      configuration.add(article);
      const text = article.text.toWellFormed();
      const losses: Loss[] =
        text === article.text ? [] : [{ kind: 'article', now: { text }, reasons: [HALVES] }];
      return {
        pieces: [
          { file: fileOf(options, article, TEXT), content: text },
          { file: fileOf(options, article, ENDING), content: annotationFile(article, text) },
        ],
        losses: losses.map((loss) => ({ article, loss })),
      };
    },
    end: () => ({
      pieces: [{ file: fileOf(options, CONFIGURATION, '.conf'), content: configuration.text() }],
      losses: [],
    }),
  };
}

/** Its file is named as an article's is. */
const CONFIGURATION = {
  path: 'annotation.txt',
  text: '',
  language: 'und',
  spans: [],
  relations: [],
  documentLabels: [],
};

const HALVES = {
  code: 'characters',
  message: msg('Halves of characters, which no file in UTF-8 can hold, were replaced.'),
} as const;

function* read({ path, bytes, beside }: InputFile): Generator<ReadItem> {
  const { lines, problems } = readLines(bytes);
  const name = textName(path);
  const file = beside.get(name);
  const decoded = file && inputText(file);
  if (decoded?.ok === false) problems.push({ ...decoded.problem, file: name });
  if (!decoded)
    problems.push({
      code: 'brat/no-text',
      severity: 'warning',
      message: msg(
        '{0} is not beside this file: the annotations are looked for in your article of that name. Put it there if they belong to another text.',
        name,
      ),
    });
  const text = decoded?.ok ? decoded.text : undefined;
  const { article, problems: more, ...annotations } = readAnnotations(lines, text);
  for (const problem of [...problems, ...more].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)))
    yield { kind: 'problem', problem };
  yield {
    kind: 'article',
    article: {
      ...(article.name === undefined ? articleOf(path, ENDING) : article),
      ...(text === undefined ? {} : { text }),
      textIs: 'given',
      unit: 'codePoint',
      ...annotations,
      line: 1,
    },
  };
}

/** The file beside that has the text. */
function textName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (name.toLowerCase().endsWith(ENDING) ? name.slice(0, -ENDING.length) : name) + TEXT;
}
