import { foldGap, foldWord } from './fold.ts';
import { MOST_WORDS, type NameForm } from './nameForm.ts';
import { hashOf, type ScannedWord, scanWord } from './wordScan.ts';

/** Blanks and marks between two words of a name, at most; also keeps a walk from running over a long gap. */
const WIDEST_GAP = 12;

interface Node {
  children: Map<string, Node> | undefined;
  forms: NameForm[] | undefined;
}

/** A place in the text where the words of some names end. */
export interface Stop {
  readonly end: number;
  readonly forms: readonly NameForm[];
}

const NOWHERE: readonly Stop[] = [];

/**
 * Names by their words, folded. Finding the names that start at a word costs one look-up where no name starts with
 * it, whatever the number of names; the first words as they may be written are also kept as bits of a filter, so that
 * most words of a text are not even copied out of it.
 */
export class NameTrie {
  private readonly root = new Map<string, Node>();
  private filter = new Uint32Array(1 << 12);
  private firstWords = 0;

  /** Files a form under its words; false where it has too many of them. */
  add(form: NameForm): boolean {
    const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
    const text = form.text;
    if (!scanWord(text, 0, word)) return false;
    const keys = [foldWord(text.slice(word.start, word.end))];
    const first = text.slice(word.start, word.end);
    for (let end = word.end; scanWord(text, end, word); end = word.end) {
      keys.push(foldGap(text.slice(end, word.start)) + foldWord(text.slice(word.start, word.end)));
    }
    if (keys.length > MOST_WORDS && form.thing >= 0 && !isUnspaced(keys)) return false;
    const node = this.nodeFor(keys);
    if (node.forms === undefined) node.forms = [form];
    else node.forms.push(form);
    this.remember(first);
    return true;
  }

  /** True where no name can start with this word, told by its hash alone. */
  cannotStart(word: ScannedWord): boolean {
    if (word.opaque) return false;
    const filter = this.filter;
    const bit = mix(word.hash) & (filter.length * 32 - 1);
    return ((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0;
  }

  /**
   * Where names end that start with the word `from`–`to` of the text, shortest first. `stem` says where a word ends
   * without its clitic, or −1: a name's last word may stop there too.
   */
  stops(
    text: string,
    from: number,
    to: number,
    stem: (start: number, end: number) => number,
  ): readonly Stop[] {
    const first = text.slice(from, to);
    let node = this.root.get(foldWord(first));
    if (node === undefined) return this.stemStop(this.root, '', text, from, stem(from, to));
    const found: Stop[] = [];
    const word: ScannedWord = { start: 0, end: to, hash: 0, opaque: false };
    let end = to;
    for (;;) {
      if (node.forms !== undefined) found.push({ end, forms: node.forms });
      if (node.children === undefined) break;
      if (!scanWord(text, end, word) || word.start - end > WIDEST_GAP) break;
      const gap = foldGap(text.slice(end, word.start));
      const next: Node | undefined = node.children.get(gap + foldWord(text.slice(word.start, word.end)));
      if (next === undefined) {
        found.push(...this.stemStop(node.children, gap, text, word.start, stem(word.start, word.end)));
        break;
      }
      node = next;
      end = word.end;
    }
    return found;
  }

  /** The forms filed under exactly these words; their tails and letter case may differ. */
  exactly(text: string): readonly NameForm[] {
    const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
    if (!scanWord(text, 0, word)) return [];
    let node = this.root.get(foldWord(text.slice(word.start, word.end)));
    for (let end = word.end; node !== undefined && scanWord(text, end, word); end = word.end) {
      node = node.children?.get(
        foldGap(text.slice(end, word.start)) + foldWord(text.slice(word.start, word.end)),
      );
    }
    return node?.forms ?? [];
  }

  /** The node at the end of the words, made where missing. */
  private nodeFor(keys: readonly string[]): Node {
    let node: Node = { children: this.root, forms: undefined };
    for (const key of keys) {
      if (node.children === undefined) node.children = new Map();
      let next = node.children.get(key);
      if (next === undefined) {
        next = { children: undefined, forms: undefined };
        if (node.children === this.root) this.firstWords++;
        node.children.set(key, next);
      }
      node = next;
    }
    return node;
  }

  private stemStop(
    children: Map<string, Node>,
    gap: string,
    text: string,
    start: number,
    stemEnd: number,
  ): readonly Stop[] {
    if (stemEnd < 0) return NOWHERE;
    const forms = children.get(gap + foldWord(text.slice(start, stemEnd)))?.forms;
    return forms === undefined ? NOWHERE : [{ end: stemEnd, forms }];
  }

  private remember(first: string): void {
    if (this.firstWords * 48 > this.filter.length * 32) this.grow();
    for (const written of writings(first)) this.set(hashOf(written));
  }

  private set(hash: number): void {
    const bit = mix(hash) & (this.filter.length * 32 - 1);
    this.filter[bit >>> 5] = (this.filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  private grow(): void {
    this.filter = new Uint32Array(this.filter.length * 4);
    for (const node of this.root.values()) this.rememberBelow(node);
  }

  /** Sets the bits of the first words of all forms at and below a node of the first level. */
  private rememberBelow(node: Node): void {
    const open = [node];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const form of next.forms ?? []) {
        for (const written of writings(firstWord(form.text))) this.set(hashOf(written));
      }
      if (next.children !== undefined) open.push(...next.children.values());
    }
  }
}

/** The letter cases in which a name's first word is accepted; some may be equal. */
function writings(word: string): readonly string[] {
  const rest = word.slice(1);
  const capital = word.charAt(0).toUpperCase();
  return [word, word.toUpperCase(), capital + rest, capital + rest.toLowerCase()];
}

function firstWord(text: string): string {
  const word: ScannedWord = { start: 0, end: 0, hash: 0, opaque: false };
  return scanWord(text, 0, word) ? text.slice(word.start, word.end) : '';
}

/** True for names in scripts without blanks, whose every letter is a word here. */
function isUnspaced(keys: readonly string[]): boolean {
  return keys.every((key) => key.length <= 2);
}

/** Spreads a hash over all its bits, since the filter takes the low ones. */
function mix(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 3;
}
