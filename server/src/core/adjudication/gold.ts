import type { AnnotationRecord } from '../annotations/model.ts';
import { speaksOf } from '../annotations/records/weigh.ts';
import type { TextRange } from '../text/range.ts';
import type { Group } from './group.ts';
import { contentOf, isJudgeable, type Judgeable, type Member, type PlacedLine } from './member.ts';
import { type PresentName, presentRef, readSource, type Source } from './source.ts';

/** A line of the gold layer that says what is right. */
export interface GoldLine {
  readonly annotation: Judgeable;
  readonly range?: TextRange;
  readonly parts?: readonly TextRange[];
  /** As a member's; undefined where its words are gone, or its place is a guess. */
  readonly content: string | undefined;
  readonly sources: readonly Source[];
}

/**
 * What gold says of a member. accepted: it is gold, or gold was made from it as it is. refused: somebody looked, and it
 * is not gold. changed: either was said of an earlier state of its line, or both of this one. open: nothing was said.
 */
export type Standing = 'accepted' | 'refused' | 'changed' | 'open';

/** The gold layer of an article, by what its lines speak of. */
export class Gold {
  readonly lines: readonly GoldLine[];
  private readonly order: ReadonlyMap<GoldLine, number>;
  private readonly byRef = new Map<string, GoldLine[]>();
  private readonly byContent = new Map<string, GoldLine>();
  private readonly refusals = new Map<string, AnnotationRecord[]>();
  /** Ids that new lines cannot have. */
  readonly ids: ReadonlySet<string>;

  /** `ends`: what stands for the gold annotations that a gold relation links, by their ids. */
  constructor(
    placed: readonly PlacedLine[],
    present: PresentName = (name) => name,
    ends?: (id: string) => string,
  ) {
    this.ids = new Set(placed.map((p) => p.annotation.id));
    this.lines = placed.flatMap((line) =>
      isJudgeable(line.annotation) ? goldLine(line, line.annotation, present, ends) : [],
    );
    this.order = new Map(this.lines.map((line, i) => [line, i]));
    for (const line of this.lines) {
      if (line.content !== undefined) this.byContent.set(line.content, line);
      for (const { ref } of line.sources) add(this.byRef, ref, line);
    }
    for (const { annotation } of placed) {
      if (annotation.kind === 'record' && annotation.delete)
        add(this.refusals, presentRef(annotation.ref, present), annotation);
    }
  }

  /** What gold says of a member as it is now. */
  standing(member: Member): Standing {
    const { ref, hash, content } = member;
    const named = (this.byRef.get(ref) ?? []).flatMap((l) => l.sources.filter((s) => s.ref === ref));
    const accepted = this.byContent.has(content) || named.some((s) => s.hash === hash);
    const refusals = this.refusalsOf(member);
    const refused = refusals.some((r) => speaksOf(member.annotation, r.was));
    // Two people have decided otherwise on two branches: somebody has to say which it is.
    if (accepted && refused) return 'changed';
    if (accepted) return 'accepted';
    if (refused) return 'refused';
    return named.length > 0 || refusals.length > 0 ? 'changed' : 'open';
  }

  /** The lines that were made from a group's members, or say what one of them says. */
  linesOf(group: Group): GoldLine[] {
    const found = new Set<GoldLine>();
    for (const { content, members } of group.versions) {
      const same = this.byContent.get(content);
      if (same) found.add(same);
      for (const { ref } of members) for (const line of this.byRef.get(ref) ?? []) found.add(line);
    }
    return [...found].sort((a, b) => (this.order.get(a) ?? 0) - (this.order.get(b) ?? 0));
  }

  /** The records that say of a member that it is not gold, as it is or as it was. */
  refusalsOf({ ref, annotation }: Member): readonly AnnotationRecord[] {
    const unnamed = (this.refusals.get(annotation.id) ?? []).filter((r) => speaksOf(annotation, r.was));
    return [...(this.refusals.get(ref) ?? []), ...unnamed];
  }
}

function goldLine(
  { range, parts, certain }: PlacedLine,
  annotation: Judgeable,
  present: PresentName,
  ends?: (id: string) => string,
): GoldLine {
  return {
    annotation,
    ...(range === undefined ? {} : { range }),
    ...(parts === undefined ? {} : { parts }),
    content: certain ? contentOf(annotation, { range, parts }, ends) : undefined,
    sources: (annotation.sources ?? []).map((entry) => {
      const { ref, hash } = readSource(entry);
      return { ref: presentRef(ref, present), hash };
    }),
  };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
