import type { Entity } from '../../../core/entities/entity.ts';
import { detectFormat, sourceReader } from '../../../core/entities/sources/readers.ts';
import type { EntitySink, SourceFormat, SourceReader } from '../../../core/entities/sources/source.ts';
import { type Message, msg } from '../../../core/message.ts';
import { type Cancellation, Cancelled, type Host } from '../../ports.ts';
import type { ImportState, SourceReport } from './importState.ts';
import type { ImportDisk, SourceChunk, SourceFacts, Spool } from './ports.ts';
import type { ImportRequest } from './request.ts';
import { SourceLines, unreadableHead } from './sourceLines.ts';
import { partOf, spoolLine } from './spoolLine.ts';

/** What reading a source needs, and whom it tells. */
export interface SourceRun {
  readonly host: Host;
  readonly disk: ImportDisk;
  readonly cancel: Cancellation;
  readonly spool: Spool | undefined;
  readonly checkpointBytes: number;
  save(): Promise<void>;
  progress(consumed: number): void;
  count(entity: Entity): void;
}

/** So many characters tell what a source is. */
const HEAD = 64_000;
/** Characters that are held before they are written down. */
const BUFFERED = 1 << 20;

/** Reads one source from where the state says. Gives why it had to stop, if it had. */
export async function readSource(
  facts: SourceFacts,
  request: ImportRequest,
  state: ImportState,
  run: SourceRun,
): Promise<Message | undefined> {
  const head = await headOf(facts, run.disk);
  if ('broken' in head) return brokenMessage(head);
  const unreadable = unreadableHead(head.bytes);
  if (unreadable !== undefined) return unreadable;
  const format = request.from ?? detectFormat(facts.path.replace(/\.gz$/i, ''), head.text);
  if (format === undefined) {
    const message = msg(
      'Pressmark does not recognise what this is a list of. Say with --from what it is: jsonl, csv, paranames, jrc or wikidata.',
    );
    return message;
  }
  const reading = new Reading(facts, request, format, head.text, state, run);
  return reading.run();
}

function brokenMessage(chunk: Extract<SourceChunk, { broken: string }>): Message {
  switch (chunk.broken) {
    case 'cut-off':
      return msg(
        'This gzip file ends too early, at byte {0}: a part of it is missing. Nothing was imported: get the file again, all of it.',
        chunk.at,
      );
    case 'damaged':
      return msg(
        'This gzip file is damaged behind byte {0} ({1}). Nothing was imported: get the file again.',
        chunk.at,
        chunk.detail,
      );
    case 'unreadable':
      return msg(
        'This file cannot be read any further than byte {0} ({1}). Try again, or get it again.',
        chunk.at,
        chunk.detail,
      );
  }
}

async function headOf(
  { path }: SourceFacts,
  disk: ImportDisk,
): Promise<{ readonly bytes: Uint8Array; readonly text: string } | Extract<SourceChunk, { broken: string }>> {
  let text = '';
  let bytes: Uint8Array = new Uint8Array();
  const lines = new SourceLines({
    line(line) {
      text += `${line}\n`;
    },
    broken() {},
  });
  for await (const chunk of disk.chunks(path, 0)) {
    if ('broken' in chunk) {
      if (bytes.length === 0) return chunk;
      break;
    }
    if (bytes.length === 0) bytes = chunk.bytes.slice(0, 4);
    lines.add(chunk.bytes);
    if (text.length >= HEAD) break;
  }
  lines.end();
  return { bytes, text: text.slice(0, HEAD) };
}

/** A source while it is read. */
class Reading {
  private readonly facts: SourceFacts;
  private readonly state: ImportState;
  private readonly steps: SourceRun;
  private readonly report: SourceReport;
  private readonly reader: SourceReader;
  private readonly lines: SourceLines;
  private readonly buffers: string[];
  private buffered = 0;
  private current = '';
  private isMuted = false;

  constructor(
    facts: SourceFacts,
    request: ImportRequest,
    format: SourceFormat,
    head: string,
    state: ImportState,
    run: SourceRun,
  ) {
    this.facts = facts;
    this.state = state;
    this.steps = run;
    this.buffers = state.sizes.map(() => '');
    const known = state.reports[state.source];
    this.report = known ?? { path: facts.path, format, lines: 0, entities: 0 };
    if (known === undefined) state.reports.push(this.report);
    const { languages, types, typeMap } = request.choice;
    this.reader = sourceReader(format, head, this.sink(), {
      ...(languages === undefined ? {} : { languages: new Set(languages) }),
      ...(types === undefined ? {} : { types: new Set(types) }),
      ...(typeMap === undefined ? {} : { typeMap: new Map(typeMap) }),
      source: () => ({ kind: 'imported', name: request.name }),
    });
    if (state.offset > 0) this.tellFirstLine(head);
    this.lines = new SourceLines(
      {
        line: (text, line) => {
          this.current = text;
          this.report.lines++;
          this.reader.line(text, { line, start: 0, end: 0 });
        },
        broken: (code, message, line) => {
          this.report.lines++;
          state.leftOut.problem(code, message, facts.path, line, '');
        },
      },
      state.offset,
      state.line,
    );
  }

  async run(): Promise<Message | undefined> {
    const { host, cancel, checkpointBytes, disk } = this.steps;
    let saved = this.state.offset;
    let pauseAt = host.now() + 10;
    for await (const chunk of disk.chunks(this.facts.path, this.state.offset)) {
      if ('broken' in chunk) return brokenMessage(chunk);
      this.lines.add(chunk.bytes);
      this.steps.progress(chunk.consumed);
      if (this.buffered > BUFFERED) await this.write();
      if (this.lines.offset - saved >= checkpointBytes && this.reader.pause()) {
        await this.write();
        saved = this.lines.offset;
        this.state.offset = saved;
        this.state.line = this.lines.next;
        await this.steps.save();
      }
      if (cancel.isCancellationRequested) throw new Cancelled();
      if (host.now() > pauseAt) {
        await host.pause();
        pauseAt = host.now() + 10;
      }
    }
    this.lines.end();
    this.reader.end();
    await this.write();
    return undefined;
  }

  /** A reader that goes on in the middle has to know how the first line, which may name columns, reads. */
  private tellFirstLine(head: string): void {
    this.isMuted = true;
    this.reader.line(head.split('\n', 1)[0] ?? '', { line: 0, start: 0, end: 0 });
    this.reader.pause();
    this.isMuted = false;
  }

  private sink(): EntitySink {
    const { leftOut } = this.state;
    const { path } = this.facts;
    return {
      entity: (entity) => {
        if (this.isMuted) return;
        this.report.entities++;
        this.steps.count(entity);
        if (this.steps.spool === undefined) return;
        const line = spoolLine(entity);
        const part = partOf(entity.id, this.buffers.length);
        this.buffers[part] += line;
        this.buffered += line.length;
      },
      report: (_severity, code, message, { line }) => {
        if (!this.isMuted) leftOut.problem(code, message, path, line, this.current);
      },
      passOver: (reason, { line }, shown) => {
        if (!this.isMuted) leftOut.passOver(reason, path, line, shown);
      },
    };
  }

  private async write(): Promise<void> {
    for (const [part, text] of this.buffers.entries()) {
      if (text === '') continue;
      await this.steps.spool?.append(part, text);
      this.buffers[part] = '';
    }
    this.buffered = 0;
  }
}
