import type { Hover, Position } from 'vscode-languageserver-types';
import type { Finding } from '../../core/checks/finding.ts';
import { entityCard } from '../../core/entities/card.ts';
import type { Mention } from '../../core/entities/mention.ts';
import { type Message, msg } from '../../core/message.ts';
import { contains, type TextRange } from '../../core/text/range.ts';
import { annotationSection } from '../annotationCard.ts';
import { type PlacedSpan, spansAt } from '../annotations.ts';
import type { Article } from '../articles.ts';
import { blameLines } from '../changes/annotationBlame.ts';
import { toRange } from '../convert.ts';
import { type Line, render, type Section } from '../markup.ts';
import type { Cancellation } from '../ports.ts';
import type { GivenVerdict } from '../verdicts.ts';
import type { Workspace } from '../workspace.ts';

/** Everything there is to know at a position: annotations, the entity's card, why a finding is one. */
export async function hover(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<Hover | null> {
  const article = await workspace.article(uri);
  if (!article) return null;
  const offset = article.document.offsetAt(position);
  const at = { start: offset, end: offset };
  const [{ placed, verdicts }, mentions, all] = await Promise.all([
    workspace.annotations(article),
    article.mentions(cancel),
    article.findings(cancel),
  ]);
  const spans = spansAt(placed, at);
  const mention = mentions.find((m) => contains(m, at));
  const findings = verdicts.shown(all.filter((f) => contains(f, at)));
  const sections: Section[] = [
    ...(await Promise.all(
      spans.map(async (s) => [
        ...annotationSection(workspace, article, s),
        ...(await blameLines(workspace, s)),
      ]),
    )),
    ...(mention ? await entitySections(workspace, article, mention, placed, mentions) : []),
    ...findings.map((f) => findingSection(workspace, f, verdicts.on(f).verdicts)),
  ];
  if (sections.length === 0) return null;
  const range: TextRange = mention ?? spans[0]?.range ?? findings[0] ?? at;
  return { contents: render(sections, workspace.client.markdown), range: toRange(article.document, range) };
}

async function entitySections(
  workspace: Workspace,
  article: Article,
  mention: Mention,
  placed: readonly PlacedSpan[],
  mentions: readonly Mention[],
): Promise<Section[]> {
  const { gazetteer } = await article.project.entities();
  const entity = gazetteer.entity(mention.entityId);
  if (!entity) return [];
  const languages = [...new Set([article.language, 'en', 'id', 'vi'])].filter((l) => l !== 'und');
  const card = entityCard(entity, { language: workspace.reader.locale, corpusLanguages: languages });
  const head: Line[] = [{ pieces: [{ strong: card.title }, ` · ${card.type}`] }];
  if (card.description) head.push({ pieces: [card.description.text] });
  for (const { language, names } of card.names)
    head.push({ pieces: [{ quiet: `${language}: ` }, names.join(', ')] });
  head.push({ pieces: card.url ? [{ link: card.id, to: card.url }] : [card.id] });
  const others = mention.alternatives.flatMap((a) => gazetteer.entity(a.entityId)?.name ?? []);
  if (others.length > 0) head.push({ pieces: [workspace.say(msg('Could also be: {0}', others.join(', ')))] });
  return [head, countsSection(workspace, mention.entityId, placed, mentions)];
}

function countsSection(
  workspace: Workspace,
  entity: string,
  placed: readonly PlacedSpan[],
  mentions: readonly Mention[],
): Section {
  const same = mentions.filter((m) => m.entityId === entity);
  const lines: Line[] = [{ pieces: [workspace.say(msg('Mentions in this article: {0}', same.length))] }];
  const known = workspace.corpus.mentionsOf(entity);
  if (known.articles > 0) {
    lines.push({
      pieces: [workspace.say(msg('In the corpus: {0} in {1} articles', known.mentions, known.articles))],
    });
  }
  const labels = new Map<string, number>();
  for (const { annotation, range } of placed) {
    if (!same.some((m) => m.start === range.start && m.end === range.end)) continue;
    labels.set(annotation.label, (labels.get(annotation.label) ?? 0) + 1);
  }
  if (labels.size > 0) {
    const counts = [...labels].map(([label, n]) => `${label} × ${n}`).join(', ');
    lines.push({ pieces: [workspace.say(msg('Tagged here: {0}', counts))] });
  }
  return lines;
}

function findingSection(workspace: Workspace, finding: Finding, verdicts: readonly GivenVerdict[]): Section {
  const { docsUrl } = workspace.reader;
  const page = { link: finding.rule, to: docsUrl ? `${docsUrl}/rules/${finding.rule}.md` : '' };
  return [
    // What is wrong stands in the diagnostic, which every editor shows at the same place.
    { pieces: [workspace.say(finding.why)] },
    ...verdicts.map((verdict) => ({ pieces: [workspace.say(verdictSentence(verdict))] })),
    { pieces: [page] },
  ];
}

function verdictSentence({ verdict, layer: { annotator } }: GivenVerdict): Message {
  if (verdict === 'confirmed') {
    return annotator === undefined
      ? msg('Somebody has confirmed this.')
      : msg('Confirmed by {0}.', annotator);
  }
  return annotator === undefined ? msg('Somebody has dismissed this.') : msg('Dismissed by {0}.', annotator);
}
