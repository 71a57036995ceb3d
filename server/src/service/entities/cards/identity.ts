import { entityCard } from '../../../core/entities/card.ts';
import type { Entity } from '../../../core/entities/entity.ts';
import { msg } from '../../../core/message.ts';
import type { Line, Section } from '../../markup.ts';
import type { LoadedProject } from '../../projects.ts';
import type { Workspace } from '../../workspace.ts';

/** More languages than these push the card off the screen. */
const MOST_LANGUAGES = 5;

/**
 * Who or what an entity is: its name in the reader's language, its type, a sentence about it, its names in the
 * corpus's languages, its id. `articleLanguage`: BCP 47, of the article that it is read in, if it is.
 */
export function identitySection(
  workspace: Workspace,
  project: LoadedProject,
  entity: Entity,
  articleLanguage?: string,
): Section {
  const card = entityCard(entity, {
    language: workspace.reader.locale,
    corpusLanguages: languagesOf(workspace, articleLanguage),
  });
  const { languageNames } = workspace;
  const label = project.project.labels.find(({ name }) => name === card.type);
  const type = label && label.title !== label.name ? ` · ${card.type} · ${label.title}` : ` · ${card.type}`;
  const lines: Line[] = [{ pieces: [{ strong: card.title }, type] }];
  if (card.description) {
    const { text, language } = card.description;
    const inLanguage = language === undefined ? [] : [{ quiet: ` (${languageNames.of(language)})` }];
    lines.push({ pieces: [text, ...inLanguage] });
  }
  for (const { language, names, more } of card.names) {
    const all = workspace.say(msg('all languages'));
    const head = `${language === 'und' ? all : languageNames.of(language)}: `;
    const rest = more > 0 ? ` ${workspace.say(msg('and {0} more', more))}` : '';
    lines.push({ pieces: [{ quiet: head }, names.join(', ') + rest] });
  }
  lines.push({ pieces: card.url ? [{ link: card.id, to: card.url }] : [card.id] });
  return lines;
}

/** The article's language, then those of the corpus as far as it has been read. */
function languagesOf({ corpus }: Workspace, articleLanguage: string | undefined): string[] {
  const own = articleLanguage === undefined || articleLanguage === 'und' ? [] : [articleLanguage];
  return [...new Set([...own, ...corpus.mentions.languages()])].slice(0, MOST_LANGUAGES);
}
