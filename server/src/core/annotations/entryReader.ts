import { type Message, msg } from '../message.ts';
import type { Problem, ProblemSeverity } from '../problem.ts';
import { linesOf, trimLine } from './layout.ts';
import { compareIds } from './model.ts';
import { readAnnotation } from './readAnnotation.ts';
import type { Sidecar, SidecarEntry } from './sidecar.ts';

/** Collects the annotations of one sidecar's text, with the problems of each and of all together. */
export class EntryReader {
  private readonly text: string;
  private readonly entries: SidecarEntry[] = [];
  private readonly problems: Problem[] = [];
  private counted = { offset: 0, line: 0 };

  constructor(text: string) {
    this.text = text;
  }

  /** Reads the JSON value at these UTF-16 offsets; false where there is none. `line` is 0-based. */
  add(start: number, end: number, line: number): boolean {
    const read = readAnnotation(this.text.slice(start, end));
    if (!read) return false;
    this.entries.push({ annotation: read.annotation, line, start, end });
    if (read.fault) this.report('sidecar/not-understood', 'warning', read.fault, start, end);
    return true;
  }

  /** The 0-based line of an offset; offsets must come in ascending order. */
  lineAt(offset: number): number {
    let { line } = this.counted;
    for (let lf = this.text.indexOf('\n', this.counted.offset); lf >= 0 && lf < offset; ) {
      line++;
      lf = this.text.indexOf('\n', lf + 1);
    }
    this.counted = { offset, line };
    return line;
  }

  /** Reads every line that is an annotation by itself, with or without the comma; a line that stands twice, once. */
  addLoneLines(isLeftOut: (line: number) => boolean = () => false): void {
    const seen = new Set<string>();
    for (const line of linesOf(this.text)) {
      const content = trimLine(this.text, line);
      const json = content.text.endsWith(',') ? content.text.slice(0, -1) : content.text;
      if (!json.startsWith('{') || isLeftOut(line.line) || seen.has(json)) continue;
      seen.add(json);
      this.add(content.start, content.start + json.length, line.line);
    }
  }

  /** Says where annotations are not sorted by id: git may then find conflicts where there are none. */
  checkOrder(): void {
    const index = this.entries.findIndex((entry, i) => {
      const before = this.entries[i - 1];
      return before !== undefined && compareIds(before.annotation.id, entry.annotation.id) > 0;
    });
    const entry = this.entries[index];
    if (!entry) return;
    const message = msg(
      'The annotations are not sorted by id from here on, so that git may see conflicts where there are none: move this line to its place.',
    );
    this.report('sidecar/unsorted', 'information', message, entry.start, entry.end);
  }

  /** Says where an id stands twice: no change of such an annotation could be told from a change of the other. */
  checkIds(): void {
    const lines = new Map<string, number>();
    for (const { annotation, line, start, end } of this.entries) {
      const first = lines.get(annotation.id);
      if (first === undefined || annotation.id === '') {
        lines.set(annotation.id, line);
        continue;
      }
      const message = msg(
        'Another annotation has the same id, {0} (line {1}): delete this line, or give it an id of its own.',
        annotation.id,
        first + 1,
      );
      this.report('sidecar/duplicate-id', 'error', message, start, end);
    }
  }

  /** What was read, with problems of the file as a whole in front. */
  finish(problems: readonly Problem[], writable: boolean, version: number): Sidecar {
    return { annotations: this.entries, problems: [...problems, ...this.problems], writable, version };
  }

  private report(
    code: string,
    severity: ProblemSeverity,
    message: Message,
    start: number,
    end: number,
  ): void {
    this.problems.push({ code, severity, message, start, end });
  }
}
