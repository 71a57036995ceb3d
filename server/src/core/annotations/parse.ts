import { visit } from 'jsonc-parser';
import { isJson, jsonElements, jsonMembers, nestingDepth } from '../json/scan.ts';
import { msg } from '../message.ts';
import type { Problem } from '../problem.ts';
import { hasConflict, readConflict } from './conflict.ts';
import { EntryReader } from './entryReader.ts';
import { type SidecarLayout, type SidecarLine, sidecarLayout, trimLine } from './layout.ts';
import { SIDECAR_VERSION } from './schema.ts';
import type { Sidecar } from './sidecar.ts';

export { annotationsOf, type Sidecar, type SidecarEntry } from './sidecar.ts';

/** UTF-16 units. A sidecar of an article that people read is a thousand times smaller; beyond it nothing is read. */
export const MAX_SIDECAR_LENGTH = 64 * 1024 * 1024;
/** Brackets in brackets: our own lines need 4. The limit keeps every later reader's stack small. */
export const MAX_SIDECAR_DEPTH = 64;

/**
 * Reads a sidecar. Never throws: whatever cannot be used is a problem with place and remedy. An empty text means no
 * annotations yet. Conflicted or broken files are read line by line as far as possible, and are not writable.
 */
export function parseSidecar(text: string): Sidecar {
  if (text.trim() === '') {
    return { annotations: [], problems: [], writable: true, version: SIDECAR_VERSION };
  }
  if (text.length > MAX_SIDECAR_LENGTH) {
    const message = msg(
      'This file is larger than {0} million characters, so that it was not read: split the article.',
      MAX_SIDECAR_LENGTH >> 20,
    );
    return unreadable({ code: 'sidecar/too-large', severity: 'error', message, start: 0, end: 0 });
  }
  if (nestingDepth(text) > MAX_SIDECAR_DEPTH) {
    const message = msg(
      'Brackets are nested more than {0} deep, so that this file was not read: restore it from git, or from a copy.',
      MAX_SIDECAR_DEPTH,
    );
    return unreadable({ code: 'sidecar/nesting', severity: 'error', message, start: 0, end: 0 });
  }
  if (hasConflict(text)) return readConflict(text);
  const layout = sidecarLayout(text);
  return (layout && readLines(text, layout)) ?? readWhole(text);
}

function unreadable(problem: Problem): Sidecar {
  return { annotations: [], problems: [problem], writable: false, version: 0 };
}

/** The file in line form; undefined where a line is no JSON value of its own. */
function readLines(text: string, layout: SidecarLayout): Sidecar | undefined {
  const reader = new EntryReader(text);
  for (const row of layout.rows) {
    const { start, end } = trimLine(text, row);
    if (!reader.add(start, end - 1, row.line)) return undefined;
  }
  const members = layout.header.flatMap((line) => headerMembers(text, line));
  const head = readHeader(members);
  reader.checkOrder();
  reader.checkIds();
  return reader.finish(head.problems, head.problems.length === 0, head.version);
}

interface RootMember {
  readonly key: string;
  readonly json: string;
  readonly start: number;
  readonly end: number;
}

function headerMembers(text: string, line: SidecarLine): RootMember[] {
  const { start, end, text: content } = trimLine(text, line);
  const object = `{${content.slice(0, -1)}}`;
  return jsonMembers(object).map((m) => ({ key: m.key, json: object.slice(m.start, m.end), start, end }));
}

/** Version and problems of the header: it must say `"pressmark":1`, once. */
function readHeader(members: readonly RootMember[]): { version: number; problems: Problem[] } {
  const versions = members.filter((m) => m.key === 'pressmark');
  const first = versions[0];
  const version: unknown = first ? JSON.parse(first.json) : undefined;
  const place = { start: first?.start ?? 0, end: first?.end ?? 1 };
  if (versions.length !== 1 || typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    const message = msg(
      'This is not a file of Pressmark’s annotations: its header must say "pressmark":{0}, once. It is left as it is: rename it, or restore it from git.',
      SIDECAR_VERSION,
    );
    return { version: 0, problems: [{ code: 'sidecar/foreign', severity: 'error', message, ...place }] };
  }
  if (version > SIDECAR_VERSION) {
    const message = msg(
      'This file was written by a newer Pressmark (format {0}; this one knows {1}). It is shown as far as it is understood, and not changed: update Pressmark.',
      version,
      SIDECAR_VERSION,
    );
    return { version, problems: [{ code: 'sidecar/newer-version', severity: 'error', message, ...place }] };
  }
  return { version, problems: [] };
}

/** A file that is JSON but not in line form, such as one that a formatter went over; or one that is no JSON. */
function readWhole(text: string): Sidecar {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!isJson(text.slice(bom))) return readBroken(text);
  const reader = new EntryReader(text);
  const root: unknown = JSON.parse(text.slice(bom));
  const isObject = typeof root === 'object' && root !== null && !Array.isArray(root);
  const members = isObject
    ? jsonMembers(text, bom).map((m) => ({ ...m, json: text.slice(m.start, m.end) }))
    : [];
  const { version, problems } = readHeader(members);
  const list = members.find((m) => m.key === 'annotations');
  if (list?.json.startsWith('[')) {
    for (const { start, end } of jsonElements(text, list.start)) {
      if (text.slice(start, end) !== 'null') reader.add(start, end, reader.lineAt(start));
    }
  } else if (version === SIDECAR_VERSION) {
    const message = msg(
      'The list "annotations" is missing, so that this file is left as it is: restore it from git, or delete it.',
    );
    problems.push({ code: 'sidecar/foreign', severity: 'error', message, start: bom, end: bom + 1 });
  }
  if (version !== 0) {
    const seen = new Set<string>();
    for (const { key, start, end } of members) {
      if ((key === 'pressmark' || key === 'annotations') && !seen.has(key)) seen.add(key);
      else {
        const message = msg(
          'The key "{0}" would be lost when Pressmark brings this file into its own form, so that the file is left as it is: remove the key.',
          key,
        );
        problems.push({ code: 'sidecar/other-keys', severity: 'error', message, start, end });
      }
    }
  }
  const writable = problems.length === 0;
  if (writable) {
    const message = msg(
      'This file is not in the form of one annotation per line, which git can merge. The next change of an annotation will bring it into that form.',
    );
    problems.push({
      code: 'sidecar/not-in-lines',
      severity: 'information',
      message,
      start: bom,
      end: bom + 1,
    });
  }
  reader.checkIds();
  return reader.finish(problems, writable, version);
}

/** A file that is no JSON: every line that is an annotation by itself is still shown. */
function readBroken(text: string): Sidecar {
  const head = /"pressmark"[ \t\r\n]{0,9}:[ \t\r\n]{0,9}(\d{1,9})/.exec(text.slice(0, 1000));
  const offset = firstError(text);
  if (!head) {
    const message = msg(
      'This is not a file of Pressmark’s annotations, nor JSON at all. It is left as it is: rename it, or restore it from git.',
    );
    return unreadable({ code: 'sidecar/foreign', severity: 'error', message, ...offset });
  }
  const reader = new EntryReader(text);
  reader.addLoneLines();
  const message = msg(
    'This file is broken here, so that it is only read as far as possible and not changed: correct it, or restore it from git.',
  );
  return reader.finish(
    [{ code: 'sidecar/broken', severity: 'error', message, ...offset }],
    false,
    Number(head[1]),
  );
}

function firstError(text: string): { start: number; end: number } {
  let found: { start: number; end: number } | undefined;
  const onError = (_: unknown, start: number, length: number) => {
    found ??= { start, end: start + length };
  };
  try {
    visit(text, { onError }, { disallowComments: true });
  } catch {
    // The visitor recurses, and in broken text brackets may nest deeper than `nestingDepth` could see.
  }
  return found ?? { start: 0, end: 0 };
}
