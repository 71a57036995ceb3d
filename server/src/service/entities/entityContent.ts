import type { EntityContent } from '../../core/entities/editing/entityText.ts';
import { nameFault } from '../../core/entities/editing/newName.ts';
import { type Message, msg } from '../../core/message.ts';
import type { LoadedProject } from '../projects.ts';

const LANGUAGE = /^[a-z]{2,3}$/;
const BAD_ID = /[\s\u0000-\u001f\u007f-\u009f<>"'`\\]/;
const LONGEST_ID = 200;

/** An entity for an entity file, as somebody wrote it down. */
export interface WrittenEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly description: ReadonlyMap<string, string>;
}

/** What is written down, without blanks around it, without repeats and empty texts, in NFC. */
export function cleaned({ id, type, name, names, description }: WrittenEntity): EntityContent {
  const tidy = (text: string) => text.trim().normalize('NFC');
  const byLanguage = [...names].flatMap(([language, list]): [string, string[]][] => {
    const own = [...new Set(list.map(tidy))].filter((n) => n !== '');
    return own.length > 0 ? [[language, own]] : [];
  });
  const sentences = [...description].flatMap(([language, text]): [string, string][] => {
    const one = text.replace(/\s+/g, ' ').trim();
    return one === '' ? [] : [[language, one]];
  });
  return {
    id: id.trim(),
    type,
    name: tidy(name),
    names: new Map(byLanguage),
    description: new Map(sentences),
  };
}

/** Why an entity cannot be written into a project's file; undefined where it can. */
export function contentFault({ project }: LoadedProject, entity: EntityContent): Message | undefined {
  const { id, type, name, names, description } = entity;
  if (id === '' || id.length > LONGEST_ID || BAD_ID.test(id)) {
    return msg('An id is a short word without blanks and quotes, such as {0}.', 'org:serikat-nelayan');
  }
  const labels = project.labels.filter((label) => !label.sentence).map((label) => label.name);
  if (!labels.includes(type)) {
    return msg('This project has no label “{0}” for names. Choose one of {1}.', type, labels.join(', '));
  }
  const odd = [...names.keys(), ...description.keys()].map(languageFault).find((fault) => fault);
  if (odd) return odd;
  return [name, ...[...names.values()].flat()].map(nameFault).find((fault) => fault);
}

/** Why a text is no language of names; undefined where it is one. */
export function languageFault(code: string): Message | undefined {
  if (LANGUAGE.test(code)) return undefined;
  return msg(
    '“{0}” is no language code. Write two or three small letters, as “id”, or “und” for all.',
    code.slice(0, 40),
  );
}
