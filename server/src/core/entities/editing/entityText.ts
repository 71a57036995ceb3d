import type { Message } from '../../message.ts';
import type { TextReplacement } from '../../text/range.ts';
import type { Entity } from '../entity.ts';

/** What an entity says, wherever it stands. */
export type EntityContent = Omit<Entity, 'source'>;

/** A change of an entity file's text that was read back and says what it is to say; or why there is none. */
export type EntityEdit =
  | {
      readonly ok: true;
      /** UTF-16 units of the text, without overlap; all other bytes of the file stay as they are. */
      readonly edits: readonly TextReplacement[];
    }
  | { readonly ok: false; readonly reason: Message };

/** A new name for a name that an entity has. */
export interface Renaming {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Names that an entity is to have besides those that it has. */
export interface AddedNames {
  readonly id: string;
  /** Two or three small letters, or `und`. */
  readonly language: string;
  readonly names: readonly string[];
}

/** True where two entities say the same, wherever they were read. */
export function saysTheSame(a: EntityContent, b: EntityContent): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function plain({ id, type, name, names, description, url }: EntityContent): unknown {
  return [id, type, name, [...names], [...description], url];
}

/** An entity with more names of a language. */
export function withAddedNames<E extends EntityContent>(entity: E, { language, names }: AddedNames): E {
  const all = new Set([...(entity.names.get(language) ?? []), ...names]);
  return { ...entity, names: new Map([...entity.names, [language, [...all]]]) };
}

/** An entity with another name in place of one, wherever it is spelled so. */
export function withRenamed<E extends EntityContent>(entity: E, { from, to }: Renaming): E {
  const renamed = (name: string) => (isSpelled(name, from) ? to : name);
  const names = [...entity.names].map(([language, list]): [string, string[]] => [
    language,
    [...new Set(list.map(renamed))],
  ]);
  return { ...entity, name: renamed(entity.name), names: new Map(names) };
}

/** An entity without a name, in whatever language; its canonical name stays. */
export function withoutName<E extends EntityContent>(entity: E, name: string): E {
  const names = [...entity.names].flatMap(([language, list]): [string, string[]][] => {
    const kept = list.filter((one) => !isSpelled(one, name));
    return kept.length > 0 ? [[language, kept]] : [];
  });
  return { ...entity, names: new Map(names) };
}

/** True where two names are the same characters, in whatever canonical form. */
export function isSpelled(name: string, as: string): boolean {
  return name === as || name.trim().normalize('NFC') === as.trim().normalize('NFC');
}
