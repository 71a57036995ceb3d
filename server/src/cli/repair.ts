import type { Finding } from '../core/checks/finding.ts';
import { certainFix, jointFix } from '../core/checks/fixAll.ts';
import { msg } from '../core/message.ts';
import { applyReplacements } from '../core/text/range.ts';
import { placeAnnotations } from '../service/annotations.ts';
import type { Article } from '../service/articles.ts';
import { NEVER_CANCELLED } from '../service/ports.ts';
import { pathOf } from './disk.ts';
import type { Session } from './session.ts';
import { readOptional, writeAtomically } from './writeFile.ts';

/** Rounds before giving up: a repair may bring another finding to light, and the last ones bring none. */
const MOST_ROUNDS = 10;

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** What was changed at a place: the words before and after. */
export interface Change {
  readonly rule: string;
  /** From 1, in the text as it was before the round of repairs. */
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
}

/** An article's text after its certain repairs, and what they changed. */
export interface Repaired {
  readonly text: string;
  readonly changes: readonly Change[];
}

/**
 * Carries out the certain repairs of the findings that `wanted` takes, round after round, until there are none. What
 * people have dismissed stays as it is. Writes nothing.
 */
export async function repaired(
  { workspace }: Session,
  article: Article,
  wanted: (finding: Finding) => boolean,
): Promise<Repaired> {
  const layers = await workspace.sidecars.layers(article.uri, article.project);
  const changes: Change[] = [];
  let current = article;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { verdicts } = placeAnnotations(current, layers);
    const findings = verdicts.shown(await current.findings(NEVER_CANCELLED)).filter(wanted);
    const { edits, fixed } = jointFix(findings);
    if (edits.length === 0) break;
    for (const finding of fixed) changes.push(changeOf(current, finding));
    const text = applyReplacements(current.text, edits);
    current = await workspace.articles.ofText(text, article.project, article.language);
  }
  return { text: current.text, changes };
}

function changeOf({ text, offsets }: Article, finding: Finding): Change {
  const edits = certainFix(finding)?.edits ?? [];
  const start = Math.min(finding.start, ...edits.map((e) => e.start));
  const end = Math.max(finding.end, ...edits.map((e) => e.end));
  const before = text.slice(start, end);
  const moved = edits.map((e) => ({ ...e, start: e.start - start, end: e.end - start }));
  return { rule: finding.rule, ...offsets.position(start), before, after: applyReplacements(before, moved) };
}

/**
 * Puts the repaired text in place of the article, in one step, with the byte order mark and the line ends that it had.
 * True where it was written; otherwise that is told.
 */
export async function writeRepaired(session: Session, article: Article, text: string): Promise<boolean> {
  const path = pathOf(article.uri);
  const bytes = await readOptional(path);
  const marked = bytes !== undefined && BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte);
  const now = bytes && new TextDecoder().decode(bytes);
  const content = marked ? `\ufeff${text}` : text;
  const written =
    now === article.text
      ? await writeAtomically(path, content, bytes, pathOf(article.project.root))
      : 'changed';
  if (written === 'changed')
    session.fail(
      article.uri,
      msg('The article has changed meanwhile, so nothing was written: run this again.'),
    );
  if (written === 'outside')
    session.fail(
      article.uri,
      msg('This is a link that leads out of the project, so nothing was written: replace it by a file.'),
    );
  return written === 'written';
}
