import type { Hover, Position } from 'vscode-languageserver-types';
import type { Finding } from '../../core/checks/finding.ts';
import { type Message, msg } from '../../core/message.ts';
import type { Suggestion } from '../../core/suggestions/suggestion.ts';
import { contains, type TextRange } from '../../core/text/range.ts';
import { annotationSection } from '../annotationCard.ts';
import { spansAt } from '../annotations.ts';
import type { Article } from '../articles.ts';
import { blameLines } from '../changes/annotationBlame.ts';
import { toRange } from '../convert.ts';
import { linkedCard, mentionCard, standaloneCard } from '../entities/cards/card.ts';
import { suggestionSections } from '../entities/cards/suggestion.ts';
import { entityPlace } from '../entities/entityPlace.ts';
import { fileKind } from '../fileKinds.ts';
import { render, type Section } from '../markup.ts';
import type { Cancellation } from '../ports.ts';
import { suggestionsOf } from '../suggestions.ts';
import type { GivenVerdict } from '../verdicts.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Everything there is to know at a position: annotations, the entity's card, what is suggested, why a finding is one.
 * In entity files and sidecars the card of the entity whose id or name stands there.
 */
export async function hover(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<Hover | null> {
  const kind = await fileKind(workspace, uri);
  if (kind === 'entities' || kind === 'sidecar') return entityHover(workspace, uri, position, cancel);
  const article = await workspace.article(uri);
  return article ? articleHover(workspace, article, position, cancel) : null;
}

async function entityHover(
  workspace: Workspace,
  uri: string,
  position: Position,
  cancel: Cancellation,
): Promise<Hover | null> {
  const place = await entityPlace(workspace, uri, position, cancel);
  if (!place?.isNamed) return null;
  const sections = await standaloneCard(workspace, place.project, place.entity);
  if (sections.length === 0) return null;
  return { contents: render(sections, workspace.client), range: toRange(place.document, place.range) };
}

async function articleHover(
  workspace: Workspace,
  article: Article,
  position: Position,
  cancel: Cancellation,
): Promise<Hover | null> {
  const offset = article.document.offsetAt(position);
  const at = { start: offset, end: offset };
  const [{ placed, verdicts }, mentions, all] = await Promise.all([
    workspace.annotations(article),
    article.mentions(cancel),
    article.findings(cancel),
  ]);
  // So that the counts of the card hold what is on the screen. Texts that are no articles of the corpus do not count.
  if (article.project.includes(article.uri)) await workspace.corpus.mentions.note(article, cancel);
  const spans = spansAt(placed, at);
  const mention = mentions.find((m) => contains(m, at));
  const linked = mention ? undefined : spans.find(({ annotation }) => annotation.entity !== undefined);
  const suggested = (await suggestionsOf(workspace, article, cancel)).filter((s) => contains(s, at));
  const { gazetteer } = await article.project.entities();
  const entityOf = ({ entity }: Suggestion) => (entity === undefined ? entity : gazetteer.entity(entity));
  const findings = verdicts.shown(all.filter((f) => contains(f, at)));
  const scene = { article, placed, mentions, spans };
  const sections: Section[] = [
    ...(await Promise.all(
      spans.map(async (s) => [
        ...annotationSection(workspace, article, s),
        ...(await blameLines(workspace, s)),
      ]),
    )),
    ...(mention ? await mentionCard(workspace, scene, mention) : []),
    ...(linked ? await linkedCard(workspace, scene, linked) : []),
    ...suggested.flatMap((s) => suggestionSections(workspace, article, s, mention, entityOf(s))),
    ...findings.map((f) => findingSection(workspace, f, verdicts.on(f).verdicts)),
  ];
  if (sections.every((section) => section.length === 0)) return null;
  const range: TextRange = mention ?? spans[0]?.range ?? suggested[0] ?? findings[0] ?? at;
  return { contents: render(sections, workspace.client), range: toRange(article.document, range) };
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
