import { dirname, resolve } from 'node:path';
import { compareTexts } from '../../core/annotations/anchor/compareTexts.ts';
import { editedText } from '../../core/annotations/editMany.ts';
import { holdsExactly, type LocatedArticle, type Location, locate } from '../../core/annotations/locate.ts';
import type { Operation } from '../../core/annotations/operations.ts';
import { parseSidecar } from '../../core/annotations/parse.ts';
import { type AnchoredAnnotation, reanchored } from '../../core/annotations/reanchor.ts';
import { formatMessage, type Message, msg } from '../../core/message.ts';
import { TextOffsets } from '../../core/text/offsets.ts';
import { revisionOf } from '../../core/text/revision.ts';
import { readOptional, writeAtomically } from '../../disk/writeFile.ts';
import { decodeText } from '../../service/decode.ts';
import type { ReanchorOutput } from '../contracts/reanchoring.ts';
import { OUTPUT_VERSION } from '../contracts.ts';
import type { Io } from '../io.ts';
import { codePoints } from '../outputs.ts';
import { EXIT, type ExitCode } from '../usageError.ts';
import type { ReanchorOptions } from './reanchor.ts';

/** The three files of a comparison. */
export interface ComparedFiles {
  readonly old: string;
  readonly new: string;
  readonly sidecar: string;
}

/** A file that cannot be used, and why. */
class Unusable extends Error {
  readonly told: Message;

  constructor(told: Message) {
    super(told.template);
    this.told = told;
  }
}

const MOST_SIDECAR_BYTES = 64_000_000;

/** `pressmark reanchor --old A --new B --sidecar S`: where the annotations of S, made on the text A, are in B. */
export async function reanchorTexts(
  io: Io,
  files: ComparedFiles,
  options: Pick<ReanchorOptions, 'format' | 'write'>,
): Promise<ExitCode> {
  try {
    return await compared(io, files, options);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    io.tell(formatMessage(error.told));
    return EXIT.failed;
  }
}

async function compared(
  io: Io,
  files: ComparedFiles,
  { format, write }: Pick<ReanchorOptions, 'format' | 'write'>,
): Promise<ExitCode> {
  const [old, now, sidecarText] = [
    (await textOf(io, files.old)).text,
    (await textOf(io, files.new)).text,
    await textOf(io, files.sidecar, MOST_SIDECAR_BYTES),
  ];
  const sidecar = parseSidecar(sidecarText.text);
  let broken = false;
  for (const { severity, message } of sidecar.problems) {
    broken ||= severity === 'error';
    io.tell(`${files.sidecar}: ${severity}: ${formatMessage(message)}`);
  }
  const article = articleOf(now);
  const find = finder(articleOf(old), article);
  const found = sidecar.annotations.flatMap(({ annotation }) => {
    if (annotation.kind !== 'span' && annotation.kind !== 'review') return [];
    return [{ annotation, location: find(annotation) }];
  });
  await io.out(outputOf(article, found, format));
  if (write && !broken) await writeCertain(io, files.sidecar, sidecarText, article, found);
  if (broken) return EXIT.failed;
  const open = found.some(({ location }) => location.status === 'review' || location.status === 'orphan');
  return open ? EXIT.found : EXIT.clean;
}

function articleOf(text: string): LocatedArticle {
  return { text, offsets: new TextOffsets(text), revision: revisionOf(text) };
}

/**
 * Finds places in the new text. What names another revision than both texts, and does not stand in the old one with its
 * surroundings, was made on a third text: the same word at the same place may be another one.
 */
function finder(old: LocatedArticle, now: LocatedArticle): (annotation: AnchoredAnnotation) => Location {
  const comparison = compareTexts(old.text, now.text);
  return (annotation) => {
    if (annotation.rev === now.revision) return locate(annotation, now);
    const location = comparison.locate(annotation);
    const isOld = annotation.rev === old.revision || holdsExactly(annotation, old);
    return isOld || !location.range ? location : { ...location, status: 'review' };
  };
}

interface Found {
  readonly annotation: AnchoredAnnotation;
  readonly location: Location;
}

function outputOf(
  { offsets }: LocatedArticle,
  found: readonly Found[],
  format: ReanchorOptions['format'],
): string {
  const annotations: ReanchorOutput['annotations'] = found.map(({ annotation: { id }, location }) => {
    const { range, status } = location;
    return { id, status, ...(range ? codePoints(offsets, range) : {}) };
  });
  if (format === 'json') {
    const lines = annotations.map((one) => `\n${JSON.stringify(one)}`).join(',');
    return `{"version":${OUTPUT_VERSION},"annotations":[${lines}\n]}\n`;
  }
  if (format === 'jsonl') return annotations.map((one) => `${JSON.stringify(one)}\n`).join('');
  return annotations
    .map(
      ({ id, status, start, end }) =>
        `${status.padEnd(7)} ${id}${start === undefined ? '' : `  ${start}–${end}`}\n`,
    )
    .join('');
}

async function writeCertain(
  io: Io,
  path: string,
  before: FileText,
  { text: article, offsets, revision }: LocatedArticle,
  found: readonly Found[],
): Promise<void> {
  const operations = found.flatMap(({ annotation, location: { range, status } }): Operation[] => {
    if (!range || status === 'review' || annotation.rev === revision || annotation.conflict) return [];
    const now = reanchored(annotation, { article, range, offsets, revision });
    return now ? [{ kind: 'replace', annotation: now }] : [];
  });
  const after = editedText(before.text, operations);
  if (!after.ok) throw new Unusable(after.reason);
  if (after.text === before.text) return;
  const full = resolve(io.cwd, path);
  const outcome = await writeAtomically(full, after.text, before.bytes, dirname(full));
  if (outcome !== 'written') {
    throw new Unusable(
      msg('Somebody else has changed this file meanwhile, so nothing was written: run this again.'),
    );
  }
}

interface FileText {
  readonly text: string;
  readonly bytes: Uint8Array;
}

async function textOf(io: Io, path: string, limit?: number): Promise<FileText> {
  const bytes = await readOptional(resolve(io.cwd, path)).catch(() => undefined);
  if (!bytes)
    throw new Unusable(msg('{0}: There is no such file, or it cannot be read. Check the path.', path));
  const text = decodeText(bytes, limit);
  if (typeof text !== 'string') throw new Unusable(text.reason);
  return { text, bytes };
}
