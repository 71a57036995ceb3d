import { msg } from '../message.ts';
import type { ReadItem } from './format.ts';
import { membersOf } from './jsonLines.ts';
import type { ReadArticle } from './readArticle.ts';
import { codePointCounter } from './records/codePoints.ts';
import { addExtras } from './records/extras.ts';
import { given, RecordArticle } from './records/recordArticle.ts';
import { itemsOf } from './records/recordReader.ts';
import { listOf, nameOf, textOf } from './records/values.ts';

type Members = ReadonlyMap<string, unknown>;

/** The articles of a document of spaCy 2's training JSON: one for each paragraph, as spaCy reads it. */
export function* trainingItems(document: Members, line: number): Generator<ReadItem> {
  const id = nameOf(document.get('id'));
  const paragraphs = listOf(document.get('paragraphs')).flatMap((p) => membersOf(p) ?? []);
  for (const [i, paragraph] of paragraphs.entries()) {
    const name = id !== undefined && paragraphs.length > 1 ? `${id}-${i + 1}` : id;
    yield* paragraphItems(paragraph, name, line);
  }
}

function paragraphItems(paragraph: Members, name: string | undefined, line: number): Iterable<ReadItem> {
  const tokens = listOf(paragraph.get('sentences')).flatMap((sentence) =>
    listOf(membersOf(sentence)?.get('tokens')).flatMap((token) => membersOf(token) ?? []),
  );
  const words = tokens.map((t) => t.get('orth'));
  const tags = tokens.map((t) => t.get('ner'));
  const raw = paragraph.get('raw');
  const isGiven = typeof raw === 'string';
  const text = isGiven ? raw : joined(words, tokens);
  const article = new RecordArticle(line, text);
  if (tags.some((t) => textOf(t) !== undefined)) addTagged(article, text, words, tags, isGiven);
  const cats = listOf(paragraph.get('cats')).flatMap((cat): [string, unknown][] => {
    const [label, value] = [membersOf(cat)?.get('label'), membersOf(cat)?.get('value')];
    return typeof label === 'string' ? [[label, value]] : [];
  });
  addExtras(article, undefined, new Map(cats));
  const about: Pick<ReadArticle, 'text' | 'textIs' | 'unit' | 'line'> = {
    text,
    textIs: isGiven ? 'given' : 'built',
    unit: isGiven ? 'codePoint' : 'utf16',
    line,
  };
  return itemsOf(article, { ...about, ...given({ name }) });
}

/** Words with a blank behind each, but where the file says that there is none. */
function joined(words: readonly unknown[], tokens: readonly Members[]): string {
  return words.map((w, i) => String(w ?? '') + (tokens[i]?.get('space') === '' ? '' : ' ')).join('');
}

/**
 * Adds what tags in spaCy's BILUO scheme (or IOB) say of a text's words, which are looked for in it one behind the
 * other. `inCodePoints`: whether offsets are to count these; else UTF-16 units.
 */
export function addTagged(
  article: RecordArticle,
  text: string,
  words: readonly unknown[],
  tags: readonly unknown[],
  inCodePoints = true,
): void {
  if (words.length !== tags.length) {
    const message = msg(
      '{0} tags stand beside {1} words. Each word needs its tag; they were left out.',
      tags.length,
      words.length,
    );
    article.report('warning', 'spacy/tags', message);
    return;
  }
  const measure = inCodePoints ? codePointCounter(text) : (utf16: number): number => utf16;
  let at = 0;
  let open: { from: number; to: number; label: string } | undefined;
  const close = (): void => {
    if (!open) return;
    const { from, to, label } = open;
    article.addSpan({ start: measure(from), end: measure(to), label, quote: text.slice(from, to) });
    open = undefined;
  };
  for (const [i, word] of words.entries()) {
    const found = typeof word === 'string' ? text.indexOf(word, at) : -1;
    if (typeof word !== 'string' || found < 0) {
      const message = msg(
        'The word “{0}” is not in the text. Words must stand in it in this order; the rest of the tags were left out.',
        String(word).slice(0, 40),
      );
      article.report('warning', 'spacy/tags', message);
      break;
    }
    at = found + word.length;
    const [, prefix = 'O', label = ''] = /^([BILUS])-(.+)$/s.exec(textOf(tags[i]) ?? 'O') ?? [];
    if (open && open.label === label && (prefix === 'I' || prefix === 'L')) open.to = at;
    else {
      close();
      if (label !== '') open = { from: found, to: at, label };
    }
    if (prefix === 'L' || prefix === 'U' || prefix === 'S') close();
  }
  close();
}
