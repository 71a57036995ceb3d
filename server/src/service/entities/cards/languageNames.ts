/** Names of languages in the reader's language, as the platform has them; the code where it has none. */
export class LanguageNames {
  private readonly locale: () => string;
  private readonly known = new Map<string, string>();
  private namer: { readonly locale: string; readonly names: Intl.DisplayNames | undefined } | undefined;

  /** `locale`: the reader's, BCP 47. The platform is not asked before a name is wanted. */
  constructor(locale: () => string) {
    this.locale = locale;
  }

  /** The name of a language by its BCP 47 tag. */
  of(language: string): string {
    const locale = this.locale();
    if (this.namer?.locale !== locale) {
      this.namer = { locale, names: namesIn(locale) };
      this.known.clear();
    }
    let name = this.known.get(language);
    if (name === undefined) {
      name = nameOf(this.namer.names, language);
      this.known.set(language, name);
    }
    return name;
  }
}

function namesIn(locale: string): Intl.DisplayNames | undefined {
  try {
    return new Intl.DisplayNames([locale.replaceAll('_', '-'), 'en'], { type: 'language' });
  } catch {
    return undefined; // a locale that is no tag
  }
}

function nameOf(names: Intl.DisplayNames | undefined, language: string): string {
  try {
    return names?.of(language) ?? language;
  } catch {
    return language; // a code that is no tag
  }
}
