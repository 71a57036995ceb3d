import { msg } from '../core/message.ts';
import type { PlacedSpan } from './annotations.ts';
import type { Article } from './articles.ts';
import type { Line, Section } from './markup.ts';
import type { Standing } from './standings.ts';
import { nameOf, wordSentences } from './standingWords.ts';
import type { Workspace } from './workspace.ts';

/** So much of the last comment is shown; the thread has all of it. UTF-16 units. */
const MOST_SHOWN = 200;

/** An annotation as a hover shows it: label, whose it is, attributes, note, what people say about it, the guideline. */
export function annotationSection(
  workspace: Workspace,
  article: Article,
  { annotation, layer, status, standing }: PlacedSpan,
): Section {
  const { labels, people } = article.project.project;
  const label = labels.find((l) => l.name === annotation.label);
  const person = people.find((p) => p.name === layer.annotator)?.title ?? layer.annotator;
  const own = standing?.annotation;
  const changed = own?.kind === 'span' && own.label !== annotation.label ? own.label : undefined;
  const lines: Line[] = [
    {
      pieces: [
        { strong: annotation.label },
        changed === undefined ? '' : workspace.say(msg(' instead of {0}', changed)),
        label?.title ? ` · ${label.title}` : '',
        person ? ` · ${person}` : '',
      ],
    },
  ];
  for (const [name, value] of annotation.attributes ?? [])
    lines.push({ pieces: [`${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`] });
  if (annotation.note) lines.push({ pieces: [{ quiet: annotation.note }] });
  if (status === 'review') {
    lines.push({
      pieces: [workspace.say(msg('The text has changed since: check that this is still the place.'))],
    });
  }
  if (standing) {
    for (const sentence of wordSentences(workspace, people, standing)) lines.push({ pieces: [sentence] });
    lines.push(...threadLines(workspace, article, standing));
  }
  if (label?.guideline) lines.push({ pieces: [label.guideline] });
  return lines;
}

function threadLines(workspace: Workspace, article: Article, { thread }: Standing): Line[] {
  const last = thread?.comments.at(-1);
  if (!thread || !last) return [];
  const { people } = article.project.project;
  const start = last.text.slice(0, MOST_SHOWN).replace(/[\ud800-\udbff]$/, '');
  const text = last.text.length > MOST_SHOWN ? `${start}…` : last.text;
  const count = thread.comments.length;
  const head = thread.resolved ? msg('Comments: {0}, settled.', count) : msg('Comments: {0}.', count);
  const who = nameOf(workspace, people, last);
  return [{ pieces: [workspace.say(head), ' ', { quiet: workspace.say(msg('{0}: “{1}”', who, text)) }] }];
}
