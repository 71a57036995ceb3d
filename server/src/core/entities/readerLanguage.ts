import type { Entity } from './entity.ts';

/** Codes for one language: what an editor says, and what entity files may say instead. */
const SAME: ReadonlyMap<string, readonly string[]> = new Map([
  ['nb', ['no', 'nn']],
  ['nn', ['no', 'nb']],
  ['no', ['nb', 'nn']],
  ['in', ['id']],
  ['iw', ['he']],
  ['ji', ['yi']],
  ['fil', ['tl']],
  ['tl', ['fil']],
  ['cmn', ['zh']],
  ['mo', ['ro']],
]);
/** Where Chinese is written in traditional characters. */
const TRADITIONAL = /-(?:hant|tw|hk|mo)\b/;

/**
 * The codes under which names in a reader's language may stand, best first: the locale itself, in small letters and
 * with hyphens; for Chinese its script; then the language without a region; then other codes for the same language.
 */
export function languageChoices(locale: string): readonly string[] {
  const whole = locale.trim().replaceAll('_', '-').toLowerCase();
  const primary = whole.split('-')[0] ?? '';
  if (primary === '') return [];
  const script = primary === 'zh' ? [TRADITIONAL.test(whole) ? 'zh-hant' : 'zh-hans'] : [];
  return [...new Set([whole, ...script, primary, ...(SAME.get(primary) ?? [])])];
}

/** The usual name of an entity in the reader's language, else its canonical name. */
export function nameFor(entity: Entity, locale: string): string {
  for (const code of languageChoices(locale)) {
    const name = entity.names.get(code)?.[0];
    if (name !== undefined) return name;
  }
  return entity.name;
}
