import { newSpan } from '../../server/src/core/annotations/create.ts';
import type { Annotation } from '../../server/src/core/annotations/model.ts';
import { serializeSidecar } from '../../server/src/core/annotations/serialize.ts';
import type { SeededRandom } from '../../server/src/core/statistics/seededRandom.ts';
import { TextOffsets } from '../../server/src/core/text/offsets.ts';
import { revisionOf } from '../../server/src/core/text/revision.ts';

const LABELS = ['PER', 'ORG', 'GPE', 'LOC', 'DATE', 'EVENT'];
const SYLLABLES = ['ka', 'ri', 'mo', 'ten', 'sul', 'ba', 'ngo', 'li', 'dar', 'pe', 'wat', 'su'];

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** An article of made-up words and the spans that are truly in it, a few words apart. */
export function madeUpArticle(random: SeededRandom, spans: number): { text: string; tags: Tag[] } {
  let text = '';
  const tags: Tag[] = [];
  while (tags.length < spans) {
    const apart = 3 + random.below(8);
    for (let i = 0; i < apart; i++) text += `${word(random)} `;
    const start = text.length;
    text += word(random);
    for (let i = random.below(3); i > 0; i--) text += ` ${word(random)}`;
    tags.push({ start, end: text.length, label: LABELS[random.below(LABELS.length)] ?? 'PER' });
    text += tags.length % 3 === 0 ? '.\n' : ' ';
  }
  return { text, tags };
}

/** What somebody tags who sees most of what is there: a tenth is left out, a tenth cut short, a tenth called otherwise. */
export function seenBy(random: SeededRandom, text: string, tags: readonly Tag[]): Tag[] {
  return tags.flatMap((tag): Tag[] => {
    const chance = random.next();
    if (chance < 0.1) return [];
    if (chance < 0.2) {
      const blank = text.indexOf(' ', tag.start);
      return [{ ...tag, end: blank > tag.start && blank < tag.end ? blank : tag.end }];
    }
    if (chance < 0.3) return [{ ...tag, label: LABELS[random.below(LABELS.length)] ?? 'PER' }];
    return [tag];
  });
}

/** The sidecar of somebody who is done with an article. */
export function doneSidecar(text: string, tags: readonly Tag[]): string {
  const [offsets, revision] = [new TextOffsets(text), revisionOf(text)];
  const spans = tags.map(({ start, end, label }, i): Annotation => {
    const suffix = i.toString(36).padStart(6, '0');
    return newSpan({ article: text, range: { start, end }, suffix, offsets, revision, label });
  });
  return serializeSidecar([
    ...spans,
    { kind: 'status', id: 'status', status: 'done', rev: revision, extra: [] },
  ]);
}

function word(random: SeededRandom): string {
  let made = '';
  for (let i = 1 + random.below(3); i > 0; i--) made += SYLLABLES[random.below(SYLLABLES.length)] ?? '';
  return made;
}
