import { completeRelations } from '../completeRelations.ts';
import type { ReadArticle, ReadDocumentLabel, ReadRelation } from '../readArticle.ts';
import { readComment } from './comments.ts';
import type { SentenceRead } from './readUnits.ts';

/** What the comments of a file say. */
export interface CommentsRead {
  readonly document: Partial<Pick<ReadArticle, 'name' | 'language' | 'annotator'>>;
  readonly labels: readonly ReadDocumentLabel[];
  readonly relations: readonly ReadRelation[];
  /** Lines of comments that should be ours and say nothing that can be read. */
  readonly damaged: readonly number[];
}

/** Reads the comments. `idOf`: the id of what relations may join, by its id in the file. */
export function readComments(
  sentences: readonly SentenceRead[],
  idOf: (name: string) => string | undefined,
): CommentsRead {
  let document: CommentsRead['document'] = {};
  const labels: ReadDocumentLabel[] = [];
  const relations: (Omit<ReadRelation, 'from' | 'to'> & { ends: readonly string[] })[] = [];
  const damaged: number[] = [];
  const own = new Map<string, string>();
  for (const { text, line } of sentences.flatMap((s) => s.comments)) {
    const comment = readComment(text);
    if (comment === 'damaged') damaged.push(line);
    else if (comment?.kind === 'document') {
      const { kind: _, path, ...said } = comment;
      document = { ...said, ...(path === undefined ? {} : { name: path }) };
    } else if (comment?.kind === 'label') {
      const { kind: _, ...said } = comment;
      labels.push({ id: `d${labels.length + 1}`, line, ...said });
    } else if (comment) {
      const { kind: _, from, to, id: named, attributes = [], ...said } = comment;
      const id = `c${relations.length + 1}`;
      if (named !== undefined) own.set(named, id);
      relations.push({ ...said, id, line, attributes: new Map(attributes), ends: [from, to] });
    }
  }
  const known = new Set<string>();
  const found = relations.map(({ ends: names, ...relation }) => {
    const [from = '', to = ''] = names.map((name) => {
      const other = own.get(name);
      const id = other ?? idOf(name);
      if (other === undefined && id !== undefined) known.add(id);
      return id ?? '';
    });
    return { ...relation, from, to };
  });
  const complete = completeRelations(
    found.map(({ id, from, to }) => ({ id, ends: [from, to] })),
    known,
  );
  return {
    document,
    labels,
    relations: found.filter((r) => complete.has(r.id)),
    damaged: [...damaged, ...found.filter((r) => !complete.has(r.id)).map((r) => r.line)],
  };
}
