import type { CorpusKnowledge } from '../core/checks/corpusKnowledge.ts';
import { withLearned } from '../core/text/lexicon/knownWords.ts';
import type { Lexicon } from '../core/text/lexicon/lexicon.ts';
import type { LoadedProject } from './projects.ts';

/** A mixed corpus needs one per language outside of those that are always loaded. */
const MOST = 8;

/**
 * The word lists with what a project and its corpus teach. An article gets the same lexicon as the one before it as long
 * as nothing new was learned: a lexicon remembers what rules made of its words.
 */
export class LearnedWords {
  private readonly kept = new WeakMap<LoadedProject, Map<string, Lexicon>>();

  /** The lexicon for an article of a project. */
  of(lists: Lexicon, corpus: CorpusKnowledge, project: LoadedProject): Lexicon {
    const lexicons = this.kept.get(project) ?? new Map<string, Lexicon>();
    this.kept.set(project, lexicons);
    const fresh = withLearned(lists, { corpus, ...project.words() });
    const kept = lexicons.get(fresh.key);
    if (kept !== undefined) return kept;
    if (lexicons.size >= MOST) lexicons.clear();
    lexicons.set(fresh.key, fresh);
    return fresh;
  }
}
