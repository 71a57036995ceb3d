import { SENTENCE_FORMATS, type SentenceFormat } from '../../core/datasets/sentenceRows.ts';
import { type Message, msg } from '../../core/message.ts';
import type { Workspace } from '../workspace.ts';
import { type ExportWish, plannedExport } from './exportPlan.ts';
import type { SentenceRequest } from './sentenceExport.ts';

/** Sentences as somebody asks for them. */
export interface SentenceWish
  extends Pick<ExportWish, 'name' | 'layer' | 'review' | 'done' | 'languages' | 'split' | 'keepGoing'> {
  /** The name of a kind of file. */
  readonly to: string;
  /** Clean sentences for each bad one; absent: all of them. */
  readonly negatives?: number;
  readonly seed: string;
}

/** What is to be done for somebody's wish, on these articles (URIs), or why it cannot be. */
export async function plannedSentences(
  workspace: Workspace,
  uris: readonly string[],
  { to, negatives, seed, ...wish }: SentenceWish,
): Promise<SentenceRequest | { readonly refused: Message }> {
  const format = SENTENCE_FORMATS.find((known) => known === to);
  if (!format) return { refused: unknown(to) };
  const plan = await plannedExport(workspace, uris, {
    ...wish,
    // Any format will do: of the plan, articles and choice matter.
    to: 'brat',
    align: 'strict',
    options: new Map(),
    empty: 'keep',
    strict: false,
  });
  if ('refused' in plan) return plan;
  return {
    name: plan.name,
    articles: plan.articles,
    choice: plan.choice,
    format,
    ...(plan.split ? { split: plan.split } : {}),
    ...(negatives === undefined ? {} : { negatives }),
    seed,
    keepGoing: plan.keepGoing,
  };
}

function unknown(name: string): Message {
  return msg('Sentences are not written as “{0}”. Choose one of: {1}.', name, SENTENCE_FORMATS.join(', '));
}

/** The kind of file that is written where nobody says which. */
export const USUAL_SENTENCES: SentenceFormat = 'jsonl';
