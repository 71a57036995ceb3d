import { stat } from 'node:fs/promises';
import type { Finding } from '../core/checks/finding.ts';
import { certainFix, jointFix } from '../core/checks/fixAll.ts';
import { type Message, msg } from '../core/message.ts';
import { applyReplacements } from '../core/text/range.ts';
import { readOptional, type Written, writeAtomically } from '../disk/writeFile.ts';
import type { Article } from '../service/articles.ts';
import { NEVER_CANCELLED } from '../service/ports.ts';
import { pathOf } from './disk.ts';
import type { Session } from './session.ts';

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
    const { verdicts } = await workspace.placed(current, layers);
    const findings = await current.findings(NEVER_CANCELLED);
    const { edits, fixed } = jointFix(verdicts.shown(findings).filter(wanted), verdicts.dismissed(findings));
    if (edits.length === 0) break;
    for (const finding of fixed) changes.push(changeOf(current, finding));
    current = await workspace.articles.afterEdits(current, edits);
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

/** The bits of a file's mode that let somebody write it. A file without any could be replaced, which would get round that. */
const WRITABLE = 0o222;

/**
 * Puts the repaired text in place of the article, in one step, with the byte order mark and the line ends that it had.
 * True where it was written; otherwise that is told.
 */
export async function writeRepaired(session: Session, article: Article, text: string): Promise<boolean> {
  const { anchoring, sidecars } = session.workspace;
  // Tags may refer to a text that is nowhere else.
  if ((await sidecars.layers(article.uri, article.project)).length > 0) anchoring.annotated(article);
  const problem = await problemOfWriting(article, text);
  if (problem) session.fail(article.uri, problem);
  return problem === undefined;
}

/** Writes, or says why that was not done. */
async function problemOfWriting(article: Article, text: string): Promise<Message | undefined> {
  let written: Written | 'protected';
  try {
    written = await write(article, text);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return msg(
      'The repaired text could not be written ({0}), and the file is as it was. Check that you may write in this folder, that the disk has room, and that the file’s name is not too long.',
      reason,
    );
  }
  switch (written) {
    case 'written':
      return undefined;
    case 'changed':
      return msg('The article has changed meanwhile, so nothing was written: run this again.');
    case 'outside':
      return msg(
        'This is a link that leads out of the project, so nothing was written: replace it by a file.',
      );
    case 'protected':
      return msg(
        'The file is write-protected, so nothing was written: allow writing to it, then run this again.',
      );
  }
}

async function write(article: Article, text: string): Promise<Written | 'protected'> {
  const path = pathOf(article.uri);
  const bytes = await readOptional(path);
  if (bytes === undefined || new TextDecoder().decode(bytes) !== article.text) return 'changed';
  if (((await stat(path)).mode & WRITABLE) === 0) return 'protected';
  const marked = BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte);
  return writeAtomically(path, marked ? `\ufeff${text}` : text, bytes, pathOf(article.project.root));
}
