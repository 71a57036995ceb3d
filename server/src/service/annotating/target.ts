import type { Mention } from '../../core/entities/mention.ts';
import { contains, overlaps, type TextRange } from '../../core/text/range.ts';
import type { PlacedSpan } from '../annotations.ts';
import type { Article } from '../articles.ts';

/** What the user means to tag: the selection, else the mention or the word at the cursor. */
export interface TagTarget extends TextRange {
  /** The mention that it is, where it is one. */
  readonly mention: Mention | undefined;
}

/** The target at a selection or cursor (UTF-16 units); undefined where there is nothing but blanks. */
export function tagTarget(
  article: Article,
  mentions: readonly Mention[],
  at: TextRange,
): TagTarget | undefined {
  const selected = withoutBlanks(article.text, at);
  if (selected) {
    const mention = mentions.find((m) => m.start === selected.start && m.end === selected.end);
    return { ...selected, mention };
  }
  if (at.start !== at.end) return undefined;
  const mention = mentions.find((m) => contains(m, at));
  if (mention) return { start: mention.start, end: mention.end, mention };
  const word = wordAt(article, at.start);
  return word && { ...word, mention: undefined };
}

function withoutBlanks(text: string, { start, end }: TextRange): TextRange | undefined {
  const chosen = text.slice(start, end);
  const trimmed = chosen.trim();
  if (trimmed === '') return undefined;
  const from = start + (chosen.length - chosen.trimStart().length);
  return { start: from, end: from + trimmed.length };
}

function wordAt(article: Article, offset: number): TextRange | undefined {
  for (const { paragraph, start } of article.paragraphs) {
    if (start + paragraph.text.length < offset) continue;
    if (start > offset) return undefined;
    const word = paragraph.tokens.find(
      (t) => t.kind !== 'mark' && start + t.start <= offset && offset <= start + t.end,
    );
    return word && { start: start + word.start, end: start + word.end };
  }
  return undefined;
}

/** The tags of names: those of sentences say nothing of the names in them. */
export function nameTags({ project: { project } }: Article, placed: readonly PlacedSpan[]): PlacedSpan[] {
  const sentences = new Set(project.labels.filter((label) => label.sentence).map((label) => label.name));
  return placed.filter(({ annotation }) => !sentences.has(annotation.label));
}

/** The sentences that a stretch lies in or touches (UTF-16 units of the article), in the order of the text. */
export function sentencesOver(article: Article, range: TextRange): TextRange[] {
  return article.paragraphs
    .filter(({ paragraph, start }) => overlaps({ start, end: start + paragraph.text.length }, range))
    .flatMap(({ paragraph, start }) =>
      paragraph.sentences(article.language).map((s) => ({ start: start + s.start, end: start + s.end })),
    )
    .filter((sentence) => overlaps(sentence, range));
}

/** The sentence that holds an offset (UTF-16 units of the article). */
export function sentenceAt(article: Article, offset: number): TextRange | undefined {
  for (const { paragraph, start } of article.paragraphs) {
    if (start + paragraph.text.length < offset) continue;
    if (start > offset) return undefined;
    const sentence = paragraph
      .sentences(article.language)
      .find((s) => start + s.start <= offset && offset <= start + s.end);
    return sentence && { start: start + sentence.start, end: start + sentence.end };
  }
  return undefined;
}
