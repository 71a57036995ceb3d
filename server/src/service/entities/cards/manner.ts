import { entityCard } from '../../../core/entities/card.ts';
import type { Entity } from '../../../core/entities/entity.ts';
import type { Mention, Reading } from '../../../core/entities/mention.ts';
import { nameFor } from '../../../core/entities/readerLanguage.ts';
import { type Message, msg } from '../../../core/message.ts';
import type { Article } from '../../articles.ts';
import type { FilePlace, Line, Piece, Section } from '../../markup.ts';
import type { EntityKnowledge } from '../../projects.ts';
import type { Workspace } from '../../workspace.ts';
import { percent, SLOT, sentence } from './sentence.ts';

/** More readings than these are guesses that help nobody. */
const MOST_ALTERNATIVES = 3;
/** UTF-16 units of a description that tell two bearers of a name apart. */
const SHORT = 80;

/** How a mention is known, where it is not plainly a name of nobody else; and who else it may be. */
export function mannerSection(
  workspace: Workspace,
  article: Article,
  { gazetteer }: EntityKnowledge,
  mention: Mention,
  mentions: readonly Mention[],
): Section {
  const lines: Line[] = [];
  const manner = mannerLine(workspace, article, mention, mentions);
  if (manner) lines.push({ pieces: manner });
  if (mention.score < 1) {
    lines.push({ pieces: [workspace.say(msg('How sure this is: {0} %', percent(mention.score)))] });
  }
  const main = gazetteer.entity(mention.entityId);
  const title = main && nameFor(main, workspace.reader.locale);
  const others = mention.alternatives.slice(0, MOST_ALTERNATIVES).flatMap((reading) => {
    const entity = gazetteer.entity(reading.entityId);
    const pieces = entity && alternative(workspace, entity, reading, title);
    return pieces ? [{ pieces, item: true }] : [];
  });
  if (others.length > 0) lines.push({ pieces: [workspace.say(msg('Could also be:'))] }, ...others);
  return lines;
}

/** Somebody else of the name. `title`: how the card above is headed; of equal names the canonical one tells more. */
function alternative(
  { reader }: Workspace,
  entity: Entity,
  { score }: Reading,
  title: string | undefined,
): Piece[] {
  const card = entityCard(entity, { language: reader.locale, corpusLanguages: [] });
  const about = card.description?.text ?? '';
  const cut = about.length > SHORT ? `${about.slice(0, SHORT - 1).replace(/[\ud800-\udbff]$/, '')}…` : about;
  return [
    { strong: card.title === title ? entity.name : card.title },
    ` · ${entity.type} · ${percent(score)} %${cut === '' ? '' : ` · ${cut}`} · `,
    card.url === undefined ? card.id : { link: card.id, to: card.url },
  ];
}

function mannerLine(
  workspace: Workspace,
  article: Article,
  mention: Mention,
  mentions: readonly Mention[],
): Piece[] | undefined {
  if (mention.manner === 'name') return undefined;
  const words = article.text.slice(mention.start, mention.end);
  const explained = mention.manner === 'abbreviation' ? explanation(article.text, words) : undefined;
  const full = fullName(mention, mentions, explained ?? mention.start);
  if (full === undefined) return undefined;
  const name = oneLine(article.text.slice(full.start, full.end));
  const at = placeAt(article, explained ?? full.start);
  return sentence(workspace, MANNERS[mention.manner](name, SLOT), [at]);
}

const MANNERS = {
  surname: (name: string, line: string): Message =>
    msg('Known by a part of the name “{0}”, which stands in full in line {1}.', name, line),
  abbreviation: (name: string, line: string): Message =>
    msg('Short for “{0}”, as line {1} explains.', name, line),
};

/** The full name that stands nearest before a place, else the first one after it. */
function fullName(mention: Mention, mentions: readonly Mention[], before: number): Mention | undefined {
  const names = mentions.filter((m) => m.entityId === mention.entityId && m.manner === 'name');
  return names.findLast((m) => m.start <= before) ?? names[0];
}

/** Where an abbreviation stands in brackets, or has its explanation in them. */
function explanation(text: string, words: string): number | undefined {
  for (const form of [`(${words})`, `（${words}）`, `${words} (`, `${words}（`]) {
    const at = text.indexOf(form);
    if (at >= 0) return at;
  }
  return undefined;
}

/** The number of the line at an offset, which leads there. */
export function placeAt({ document, uri }: Article, offset: number): FilePlace {
  const { line, character } = document.positionAt(offset);
  return { place: String(line + 1), uri, line, character };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll(SLOT, ' ');
}
