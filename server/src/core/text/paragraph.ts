import type { TextRange } from './range.ts';
import { splitSentences } from './sentences.ts';
import { Signs } from './signs.ts';
import { splitTokens, type Token } from './tokens.ts';

/**
 * The unit of checking and of caching: one line of an article (news text puts a paragraph on a line), or several
 * where the article is hard-wrapped. Immutable; what is computed from its text is kept with it, so that an edit
 * elsewhere costs it nothing. All ranges are UTF-16 units relative to the paragraph's own start.
 */
export class Paragraph {
  readonly text: string;
  // A handful of keys, asked for over all paragraphs at every keystroke: a walk beats hashing.
  private readonly keys: string[] = [];
  private readonly values: unknown[] = [];
  private knownTokens: readonly Token[] | undefined;
  private knownSigns: Signs | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Words, numbers and marks, in order. */
  get tokens(): readonly Token[] {
    this.knownTokens ??= splitTokens(this.text);
    return this.knownTokens;
  }

  /** Which kinds of characters it has: what a rule needs to see before it reads on. */
  get signs(): Signs {
    this.knownSigns ??= new Signs(this.text);
    return this.knownSigns;
  }

  /** Sentences by the rules of a language (BCP 47; `und` where unknown), without the blanks between them. */
  sentences(language: string): readonly TextRange[] {
    return this.memo(`sentences ${language}`, () => splitSentences(this.text, language));
  }

  /** The value under `key`, computed on first use. `key` must name everything that the value depends on. */
  memo<T>(key: string, compute: () => T): T {
    const { keys, values } = this;
    for (let i = 0; i < keys.length; i++) if (keys[i] === key) return values[i] as T;
    const value = compute();
    keys.push(key);
    values.push(value);
    return value;
  }

  /** The value of `what` under `key`, as {@link memo}; but only that of the last key is kept: older ones do not come again. */
  latest<T>(what: string, key: string, compute: () => T): T {
    const kept = this.memo(`latest ${what}`, (): { key?: string; value?: unknown } => ({}));
    if (kept.key !== key) {
      kept.value = compute();
      kept.key = key;
    }
    return kept.value as T;
  }
}

/** A paragraph and where it stands in its article. */
export interface PlacedParagraph {
  readonly paragraph: Paragraph;
  /** UTF-16 offset of its first unit in the article. */
  readonly start: number;
  /** 0-based place among the article's paragraphs. */
  readonly index: number;
}
