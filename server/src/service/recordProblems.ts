import type { WordOutcome } from '../core/annotations/records.ts';
import { type Message, msg } from '../core/message.ts';
import type { Problem } from '../core/problem.ts';
import type { Article } from './articles.ts';
import type { Workspace } from './workspace.ts';

/** Of a record that changes nothing, or about which people differ. */
const DISAGREEMENT = 'annotation/disagreement';
/** Of a record that has done its work. */
const DONE = 'annotation/record-done';

/**
 * What there is to say about the records of one sidecar: those that are out of date, contradicted, of no use, or about
 * nothing, and those that have done their work. Places are UTF-16 offsets of the sidecar's text. Nothing is said where
 * somebody annotates blind and so sees no other file.
 */
export async function recordProblems(
  workspace: Workspace,
  sidecar: string,
  { uri, project }: Article,
): Promise<Problem[]> {
  if (workspace.people.isBlind(project)) return [];
  const layers = await workspace.sidecars.layers(uri, project);
  const { spoken, dangling } = workspace.standings.of(uri, layers, project.project.people);
  const entries = layers.find((l) => l.uri === sidecar)?.sidecar?.annotations ?? [];
  const said = [
    ...spoken.flatMap((s) =>
      s.words.map((w) => ({
        record: w.record,
        message: wordMessage(w.outcome, w.fault),
        outcome: w.outcome,
      })),
    ),
    ...dangling.map((d) => ({
      record: d.record,
      message: danglingMessage(d.record.ref, d.reason),
      outcome: undefined,
    })),
  ];
  const problems = new Map(said.map((s) => [s.record, s]));
  return entries.flatMap(({ annotation, start, end }): Problem[] => {
    const found = annotation.kind === 'record' ? problems.get(annotation) : undefined;
    if (!found?.message) return [];
    const code = found.outcome === 'followed' ? DONE : DISAGREEMENT;
    return [{ code, severity: 'information', message: found.message, start, end }];
  });
}

function wordMessage(outcome: WordOutcome, fault: Message | undefined): Message | undefined {
  switch (outcome) {
    case 'outdated':
      return msg(
        'The annotation that this speaks of has changed since, so that it changes nothing: look at it again, then say it anew or delete this line.',
      );
    case 'contradicted':
      return msg(
        'Others see this annotation differently, so that it stays as its owner has it: talk about it, or leave it to adjudication.',
      );
    case 'objection':
      return msg('The gold layer stays as it is until somebody adjudicates this annotation again.');
    case 'own':
      return msg(
        'This speaks of an annotation in the same file: change that line instead, and delete this one.',
      );
    case 'unusable':
      return fault;
    case 'followed':
      return msg('The annotation is as this says, so that this line has done its work: it can be deleted.');
    default:
      return undefined;
  }
}

function danglingMessage(ref: string, reason: 'missing' | 'several' | 'record'): Message {
  switch (reason) {
    case 'missing':
      return msg(
        'The annotation {0} that this speaks of is not there, in no file of this article: it was removed, and this line can be deleted.',
        ref,
      );
    case 'several':
      return msg(
        'Several annotations have the id {0}, so that nobody knows which this speaks of: write whose it is before it, as in {1}.',
        ref,
        `ana:${ref}`,
      );
    case 'record':
      return msg('This speaks of {0}, which is itself a word on an annotation: delete this line.', ref);
  }
}
