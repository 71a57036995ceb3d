import { msg } from '../../../core/message.ts';
import type { TextRange } from '../../../core/text/range.ts';
import { isStruck, type PlacedSpan } from '../../annotations.ts';
import type { Line, Section } from '../../markup.ts';
import type { LoadedProject } from '../../projects.ts';
import type { TaggedString } from '../../tagged/taggedString.ts';
import type { Workspace } from '../../workspace.ts';

/** UTF-16 units of a guideline that fit on a card. */
const LONGEST_GUIDELINE = 400;

/** Labels with how often each was given. */
type Counts = Map<string, number>;

/**
 * How some words were labelled so far, as far as this person may see: in this article at `places`, and `words` over the
 * corpus, by whom, and who differs from whom.
 */
export function taggingSection(
  workspace: Workspace,
  project: LoadedProject,
  placed: readonly PlacedSpan[],
  places: readonly TextRange[],
  words: string,
): Section {
  const at = new Set(places.map(({ start, end }) => `${start} ${end}`));
  const here: Counts = new Map();
  for (const span of placed) {
    if (isStruck(span) || !at.has(`${span.range.start} ${span.range.end}`)) continue;
    here.set(span.annotation.label, (here.get(span.annotation.label) ?? 0) + 1);
  }
  const lines: Line[] = [];
  if (here.size > 0) lines.push({ pieces: [workspace.say(msg('Tagged here: {0}', inWords(here)))] });
  const tagged = workspace.tagged.of(words, project);
  if (tagged) lines.push(...corpusLines(workspace, project, tagged));
  return lines;
}

function corpusLines(workspace: Workspace, project: LoadedProject, tagged: TaggedString): Line[] {
  const all: Counts = new Map();
  const byPerson = new Map<string, Counts>();
  for (const { label, annotator, count } of tagged.tags) {
    all.set(label, (all.get(label) ?? 0) + count);
    if (annotator === undefined) continue;
    const own = byPerson.get(annotator) ?? new Map<string, number>();
    byPerson.set(annotator, own.set(label, (own.get(label) ?? 0) + count));
  }
  const { people } = project.project;
  // In the project's order, then whoever is no longer listed.
  const names = new Set([...people.map(({ name }) => name), ...byPerson.keys()]);
  const said = [...names].flatMap((name) => {
    const counts = byPerson.get(name);
    return counts ? [`${people.find((p) => p.name === name)?.title ?? name}: ${inWords(counts)}`] : [];
  });
  const lines: Line[] = [
    { pieces: [workspace.say(msg('“{0}” over the corpus: {1}', tagged.text, inWords(all)))] },
  ];
  // Where all say the same, who said it how often is of no use.
  if (said.length > 1 && all.size > 1) {
    lines.push({
      pieces: [{ strong: workspace.say(msg('Annotators differ')) }, `: ${said.join(' · ')}`],
    });
  } else if (said.length > 0) lines.push({ pieces: [said.join(' · ')] });
  return lines;
}

/** `ORG × 3, NORP × 2`, most frequent first. */
function inWords(counts: Counts): string {
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([label, n]) => `${label} × ${n}`)
    .join(', ');
}

/** The first paragraph of a label's guideline, cut to what fits; nothing where the label has none. */
export function guidelineSection({ project }: LoadedProject, label: string): Section {
  const guideline = project.labels.find(({ name }) => name === label)?.guideline?.trim() ?? '';
  const paragraph = guideline.split(/\n[^\S\n]*\n/, 1)[0] ?? '';
  if (paragraph === '') return [];
  const isLong = paragraph.length > LONGEST_GUIDELINE;
  const text = isLong ? `${cutAtBlank(paragraph.slice(0, LONGEST_GUIDELINE))} …` : paragraph;
  return [{ pieces: [{ quiet: `${label}: ` }, text] }];
}

function cutAtBlank(text: string): string {
  const blank = text.lastIndexOf(' ');
  return (blank > LONGEST_GUIDELINE / 2 ? text.slice(0, blank) : text).replace(/[\ud800-\udbff]$/, '');
}
