import { membersOf } from '../jsonLines.ts';
import { iriOf, listed, textOf } from './targets.ts';

/** Whose annotation it is: the nickname, else the name, else the id of the first creator. */
export function creatorOf(value: unknown): string | undefined {
  const [creator] = listed(value);
  const members = membersOf(creator);
  return textOf(members?.get('nickname')) ?? textOf(members?.get('name')) ?? iriOf(creator);
}
