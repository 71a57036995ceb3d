import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `true`: the sentence really carries what the rule reports. */
export type Verdict = 'true' | 'false' | 'unsure';

/** What a person says of a rule's alarm in a clean sentence; the sentence stands there as its hash only. */
export interface Judgement {
  /** The first 16 hexadecimal digits of the SHA-256 of the sentence. */
  readonly hash: string;
  readonly language: string;
  readonly rule: string;
  readonly verdict: Verdict;
  readonly by?: string;
}

const FILE = join(import.meta.dirname, 'judgements.jsonl');

export function hashOf(sentence: string): string {
  return createHash('sha256').update(sentence, 'utf8').digest('hex').slice(0, 16);
}

const keyOf = (hash: string, language: string, rule: string) => `${hash} ${language} ${rule}`;

/** What has been judged. */
export class Judgements {
  private readonly verdicts = new Map<string, Verdict>();

  constructor(judgements: Iterable<Judgement>) {
    for (const { hash, language, rule, verdict } of judgements)
      this.verdicts.set(keyOf(hash, language, rule), verdict);
  }

  /** Undefined where nobody has judged this rule's alarm in this sentence. */
  of(sentence: string, language: string, rule: string): Verdict | undefined {
    return this.verdicts.get(keyOf(hashOf(sentence), language, rule));
  }
}

/** The committed list; a later line of the same alarm counts. */
export function readJudgements(): Judgements {
  return new Judgements(existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n').flatMap(judgementIn) : []);
}

/** Adds the judgements of a file of JSON Lines to the committed list. Returns how many. */
export function addJudgements(file: string): number {
  const added = readFileSync(file, 'utf8').split('\n').flatMap(judgementIn);
  appendFileSync(FILE, added.map((judgement) => `${JSON.stringify(judgement)}\n`).join(''));
  return added.length;
}

/** The judgement of a line; none where it lacks one. Throws where a verdict is none of the three. */
function judgementIn(line: string): Judgement[] {
  if (line.trim() === '') return [];
  const { hash, language, rule, verdict, by } = JSON.parse(line);
  if (verdict === undefined || verdict === null) return [];
  if (!['true', 'false', 'unsure'].includes(String(verdict)))
    throw new Error(`"${verdict}" is no verdict: write true, false or unsure.`);
  return [{ hash, language, rule, verdict: String(verdict) as Verdict, ...(by && { by }) }];
}
