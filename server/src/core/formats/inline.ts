import { canonicalText } from '../text/offsets.ts';
import { articleOf, fileOf } from './fileNames.ts';
import type { Format, FormatWriter, InputFile, ReadItem, WriteOptions } from './format.ts';
import { parseInline } from './inline/parse.ts';
import { writeInline } from './inline/write.ts';
import { inputText } from './inputText.ts';
import { HOLDS_ALL } from './loss.ts';

const ENDING = '.tagged';

/** The article with its tags in it: `[Taliban](ORG Q42418 sure=yes "note")`. */
export const inline: Format = {
  name: 'inline',
  title: 'inline tagged text',
  layout: 'article',
  endings: [ENDING],
  holds: {
    ...HOLDS_ALL,
    overlapping: 'dropped',
    discontinuous: 'dropped',
    relations: 'dropped',
    documentLabels: 'dropped',
    ids: 'dropped',
    paths: 'changed',
    languages: 'dropped',
  },
  options: [],
  independent: true,
  recognise: (path, head) => {
    if (path.toLowerCase().endsWith(ENDING)) return 1;
    return parseInline(head).spans.length > 0 && !head.includes('](http') ? 0.3 : 0;
  },
  open,
  read,
};

function open(options: WriteOptions): FormatWriter {
  return {
    add(article) {
      const { text, losses } = writeInline(article);
      return {
        pieces: [{ file: fileOf(options, article, ENDING), content: text }],
        losses: losses.map((loss) => ({ article, loss })),
      };
    },
    end: () => ({ pieces: [], losses: [] }),
  };
}

function* read({ path, bytes }: InputFile): Generator<ReadItem> {
  const file = inputText(bytes);
  if (!file.ok) {
    yield { kind: 'problem', problem: file.problem };
    return;
  }
  const tagged = canonicalText(file.text);
  const { text, spans, problems } = parseInline(tagged);
  for (const { code, message, line } of problems)
    yield { kind: 'problem', problem: { code, severity: 'error', message, line } };
  let line = 1;
  let at = 0;
  const lined = spans.map(({ opening, closing, start, end, ...details }, i) => {
    for (; at < opening.start; at++) if (tagged.charCodeAt(at) === LF) line++;
    return { id: `s${i + 1}`, ...details, parts: [{ start, end, quote: text.slice(start, end) }], line };
  });
  yield {
    kind: 'article',
    article: {
      ...articleOf(path, ENDING),
      text,
      textIs: 'given',
      unit: 'utf16',
      unitIs: 'stated',
      spans: lined,
      relations: [],
      documentLabels: [],
      line: 1,
    },
  };
}

const LF = 10;
