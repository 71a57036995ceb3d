import type { AnnotationRecord, ExtraMember } from '../core/annotations/model.ts';
import { isOpen, type WordOutcome } from '../core/annotations/records.ts';
import { GOLD } from '../core/annotations/sidecarNames.ts';
import { type Message, msg } from '../core/message.ts';
import { type Person, personNamed } from '../core/project.ts';
import type { PlacedSpan } from './annotations.ts';
import type { SpokenLayer, Standing } from './standings.ts';
import type { Workspace } from './workspace.ts';

/**
 * A tag as it stands in the text: `PER?` where its place is a guess; `PER → ORG` as somebody else has it, `PER ✗` where
 * somebody says that it is wrong, `PER ≠` where people differ.
 */
export function tagText({ annotation, status, standing }: PlacedSpan): string {
  const guess = status === 'review' ? '?' : '';
  const own = standing?.annotation;
  if (!standing || own?.kind !== 'span') return `${annotation.label}${guess}`;
  const label = own.label === annotation.label ? own.label : `${own.label} → ${annotation.label}`;
  const mark = standing.now === undefined ? ' ✗' : standing.disputed ? ' ≠' : '';
  return `${label}${guess}${mark}`;
}

/** Who says something, as people are told: the title of an annotator, else the name that the line has. */
export function nameOf(
  workspace: Workspace,
  people: readonly Person[],
  { by, layer }: { readonly by: string | undefined; readonly layer: SpokenLayer },
): string {
  const known = by === undefined ? undefined : personNamed(people, by);
  if (known || by !== undefined) return known?.title ?? by ?? '';
  return workspace.say(layer.annotator === GOLD ? msg('the gold layer') : msg('somebody'));
}

/** What people say about an annotation, a sentence each; nothing of what they say in its thread. */
export function wordSentences(
  workspace: Workspace,
  people: readonly Person[],
  { words }: Standing,
): string[] {
  return words
    .filter((w) => w.outcome !== 'followed')
    .map((word) => {
      const who = nameOf(workspace, people, word);
      const said = workspace.say(wordSentence(who, word.record, word.outcome));
      const { note } = word.record;
      const reason = note === undefined ? said : workspace.say(msg('{0} (“{1}”)', said, note));
      const why = isOpen(word.outcome) ? openSentence(word.outcome) : undefined;
      return why ? `${reason} ${workspace.say(why)}` : reason;
    });
}

function wordSentence(who: string, record: AnnotationRecord, outcome: WordOutcome): Message {
  if (outcome === 'gold') {
    return record.delete
      ? msg('{0}: looked at, and not taken over.', who)
      : msg('{0}: has decided about this.', who);
  }
  if (record.accept) return outcome === 'kept' ? msg('{0} keeps this.', who) : msg('{0} agrees.', who);
  if (record.delete) return msg('{0}: this tag is wrong.', who);
  const label = labelIn(record);
  return label === undefined
    ? msg('{0}: should be {1}.', who, changesIn(record))
    : msg('{0}: should be {1}.', who, label);
}

/** Why a word changes nothing; undefined where that is said by the other words beside it. */
export function openSentence(outcome: WordOutcome): Message | undefined {
  switch (outcome) {
    case 'outdated':
      return msg('This was said of an earlier version of it.');
    case 'contradicted':
      return msg('Others see it differently.');
    case 'unusable':
      return msg('This would not make a tag.');
    case 'own':
      return msg('One’s own tag is changed itself.');
    default:
      return undefined;
  }
}

/** The label that a record sets, where it sets nothing else. */
export function labelIn({ set }: AnnotationRecord): string | undefined {
  const [only, ...others] = set ?? [];
  if (only?.key !== 'label' || others.length > 0) return undefined;
  const label: unknown = JSON.parse(only.json);
  return typeof label === 'string' ? label : undefined;
}

/** What a record sets: `label ORG, note –`. */
export function changesIn({ set }: AnnotationRecord): string {
  return (set ?? []).map(changeIn).join(', ');
}

function changeIn({ key, json }: ExtraMember): string {
  const value: unknown = JSON.parse(json);
  if (value === null) return `${key} –`;
  return `${key} ${typeof value === 'string' ? value : json}`;
}
