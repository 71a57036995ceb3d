/** What a project may tune of a rule, in `pressmark.json` under `rules`, the rule's code, `options`. */
export type RuleOption = {
  /** camelCase. */
  readonly name: string;
  /** One English sentence, for the schema and the rule's page. */
  readonly description: string;
} & (
  | {
      readonly type: 'number';
      readonly default: number;
      /** Both allowed themselves. */
      readonly least: number;
      readonly most: number;
      /** True where only whole numbers have a meaning. */
      readonly whole?: true;
    }
  | { readonly type: 'boolean'; readonly default: boolean }
  | { readonly type: 'words'; readonly default: readonly string[] }
);

export type OptionValue = number | boolean | readonly string[];

/** The options of one rule, as a project sets them; what it leaves out has the rule's default. */
export class RuleOptions {
  private readonly values: ReadonlyMap<string, OptionValue>;
  private readonly folded = new Map<string, ReadonlySet<string>>();

  /** `set`: values of the options' own types, by name; others are passed over. */
  constructor(options: readonly RuleOption[] = [], set: ReadonlyMap<string, unknown> = new Map()) {
    this.values = new Map(
      options.map((option) => {
        const value = set.get(option.name);
        return [option.name, fits(option, value) ? value : option.default];
      }),
    );
  }

  /** Throws where the rule declares no number of that name. */
  number(name: string): number {
    const value = this.values.get(name);
    if (typeof value !== 'number') throw new Error(`no number "${name}"`);
    return value;
  }

  /** Throws where the rule declares no boolean of that name. */
  flag(name: string): boolean {
    const value = this.values.get(name);
    if (typeof value !== 'boolean') throw new Error(`no flag "${name}"`);
    return value;
  }

  /** As the project writes them. Throws where the rule declares no words of that name. */
  words(name: string): readonly string[] {
    const value = this.values.get(name);
    if (typeof value !== 'object') throw new Error(`no words "${name}"`);
    return value;
  }

  /** True where a word is among the option's, in any letter case. Throws where the rule declares no such words. */
  includes(name: string, word: string): boolean {
    let folded = this.folded.get(name);
    if (!folded) {
      folded = new Set(this.words(name).map(fold));
      this.folded.set(name, folded);
    }
    return folded.size > 0 && folded.has(fold(word));
  }
}

function fold(word: string): string {
  return word.normalize('NFC').toLowerCase();
}

/** True where a value is one that the option takes. */
export function fits(option: RuleOption, value: unknown): value is OptionValue {
  switch (option.type) {
    case 'number':
      return (
        typeof value === 'number' &&
        value >= option.least &&
        value <= option.most &&
        (option.whole !== true || Number.isInteger(value))
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'words':
      return Array.isArray(value) && value.every((word) => typeof word === 'string' && word !== '');
  }
}
