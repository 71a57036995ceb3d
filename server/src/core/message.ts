/**
 * A sentence for a person, not yet in that person's language.
 *
 * `template` is the English sentence with `{0}`, `{1}` … for the arguments; it is also the key under which
 * `l10n/bundle.l10n.<language>.json` holds the translation, exactly as VS Code's own localisation does.
 */
export interface Message {
  readonly template: string;
  readonly args: readonly (string | number)[];
}

/** Translations by English template. */
export type MessageBundle = Readonly<Record<string, string>>;

/** A message of an English template and its arguments. The template must be a literal, so that tests find it. */
export function msg(template: string, ...args: (string | number)[]): Message {
  return { template, args };
}

/** The sentence in the bundle's language, or in English where the bundle has none. */
export function formatMessage(message: Message, bundle?: MessageBundle): string {
  const own = bundle && Object.hasOwn(bundle, message.template) ? bundle[message.template] : undefined;
  if (message.args.length === 0) return own ?? message.template;
  return (own ?? message.template).replace(/\{(\d+)\}/g, (hole, n: string) =>
    String(message.args[Number(n)] ?? hole),
  );
}
