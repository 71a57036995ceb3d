const PERSON = /^(?:per|pers|person|people|human)$/i;
const PLACE = /^(?:gpe|loc|fac|geo|place|location|facility|country|city)$/i;

/** What a type of a label set stands for, as far as rules of names ask: projects name their labels as they like. */
export type Kind = 'person' | 'place' | 'other';

/** What kind of thing an entity type means. */
export function kindOf(type: string): Kind {
  if (PERSON.test(type)) return 'person';
  return PLACE.test(type) ? 'place' : 'other';
}
