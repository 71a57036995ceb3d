import { foldName } from '../../entities/fold.ts';
import type { TextRange } from '../../text/range.ts';
import { revisionOf } from '../../text/revision.ts';
import type { GivenTag, PlacedTag } from './givenTag.ts';
import { type LearnedTag, learnedTag } from './learnedTag.ts';
import { PhraseFinder } from './phraseFinder.ts';
import { isSameCase, type Spelling } from './sameCase.ts';

/** A place whose words were tagged elsewhere, so that they may be tagged here too; UTF-16 units. */
export interface LearnedPlace extends TextRange {
  readonly tag: LearnedTag;
}

/** One spelling of some words, with all its tags. */
interface Form extends Spelling {
  tags: PlacedTag[];
  /** By article: how often it stands there without a tag. */
  readonly bare: Map<string, number>;
}

/** All spellings of some words. */
interface Group {
  readonly forms: Form[];
  /** What was learned of a spelling, until something changes. */
  readonly learned: Map<string, LearnedTag | undefined>;
}

interface KnownArticle {
  readonly done: boolean;
  /** Hash of all that its tags say. */
  readonly said: string;
  /** What is tagged in it, and at how many places; several people may have tagged one. */
  readonly forms: ReadonlyMap<Form, number>;
  /** What stands in it without a tag, as far as it was counted. */
  readonly bare: Set<Form>;
}

/** What people have tagged words as, over the articles of one project. */
export class TaggedIndex {
  private readonly groups = new Map<string, Group>();
  private readonly finder = new PhraseFinder();
  private readonly articles = new Map<string, KnownArticle>();
  private readonly names = new Map<string, string>();
  /** Another one after every change: what was found before is out of date. */
  version = 0;
  /** Tells it from every other one of its owner. */
  readonly id: number;

  constructor(id = 0) {
    this.id = id;
  }

  /** What is tagged in an article now, instead of what was. `done`: somebody has said to be through with it. */
  put(article: string, tags: readonly GivenTag[], done: boolean): void {
    const said = saidBy(tags, done);
    // Whoever types in an article changes none of its tags.
    if (this.articles.get(article)?.said === said) return;
    this.delete(article);
    if (tags.length === 0) return;
    this.version++;
    const forms = new Map<Form, PlacedTag[]>();
    for (const tag of tags) {
      const form = this.formOf(tag);
      const here = forms.get(form) ?? [];
      forms.set(form, here);
      const { annotator, label, entity } = tag;
      // The same few words again and again: each is kept once.
      here.push({
        article,
        text: form.text,
        startsSentence: form.startsSentence,
        label: this.kept(label),
        annotator: annotator === undefined ? undefined : this.kept(annotator),
        entity: entity === undefined ? undefined : this.kept(entity),
        place: tag.place,
      });
    }
    const places = new Map<Form, number>();
    for (const [form, here] of forms) {
      for (const tag of here) form.tags.push(tag);
      places.set(form, new Set(here.map(({ place }) => place)).size);
    }
    this.articles.set(article, { done, said, forms: places, bare: new Set() });
  }

  /** Forgets an article; false where nothing was known of it. */
  delete(article: string): boolean {
    const known = this.articles.get(article);
    if (!known) return false;
    this.version++;
    this.articles.delete(article);
    for (const form of known.bare) this.setBare(article, known, form, 0);
    for (const form of known.forms.keys()) {
      const folded = foldName(form.text);
      const group = this.groups.get(folded);
      group?.learned.clear();
      form.tags = form.tags.filter((tag) => tag.article !== article);
      if (form.tags.length > 0 || !group) continue;
      group.forms.splice(group.forms.indexOf(form), 1);
      this.finder.remove(form.text);
      if (group.forms.length === 0) this.groups.delete(folded);
    }
    return true;
  }

  /** Counts how often tagged words stand in an article, whose text this is, without a tag. */
  count(article: string, text: string, language: string): void {
    const known = this.articles.get(article);
    if (!known) return;
    const seen = new Map<Form, number>();
    this.finder.find(text, language, ({ start, end }, folded) => {
      const forms = this.groups.get(folded)?.forms;
      if (!forms) return;
      const written = text.slice(start, end);
      const form = forms.find((f) => f.text === written);
      if (form) seen.set(form, (seen.get(form) ?? 0) + 1);
    });
    for (const form of known.bare) if (!seen.has(form)) this.setBare(article, known, form, 0);
    for (const [form, times] of seen)
      this.setBare(article, known, form, times - (known.forms.get(form) ?? 0));
  }

  private setBare(article: string, known: KnownArticle, form: Form, times: number): void {
    const bare = Math.max(0, times);
    if ((form.bare.get(article) ?? 0) === bare) return;
    this.version++;
    if (bare === 0) {
      form.bare.delete(article);
      known.bare.delete(form);
    } else {
      form.bare.set(article, bare);
      known.bare.add(form);
    }
    this.groups.get(foldName(form.text))?.learned.clear();
  }

  /** All tags of these words, in any spelling that is the same. */
  tagsOf(text: string): PlacedTag[] {
    // Whoever asks for words by themselves may have them from the start of a sentence.
    return this.formsLike({ text, startsSentence: true }).flatMap(({ tags }) => tags);
  }

  /** Every tagged string once, as it was first written. */
  *strings(): Iterable<string> {
    for (const { forms } of this.groups.values()) {
      const told: Form[] = [];
      for (const form of forms) {
        if (told.some((t) => isSameCase(t, form))) continue;
        told.push(form);
        yield form.text;
      }
    }
  }

  /** What these words are to be tagged as, wherever they stand; undefined where that has not been learned. */
  learned(spelling: Spelling): LearnedTag | undefined {
    const group = this.groups.get(foldName(spelling.text));
    if (!group) return undefined;
    const key = `${spelling.startsSentence ? '^' : ''}${spelling.text}`;
    if (group.learned.has(key)) return group.learned.get(key);
    const forms = group.forms.filter((form) => isSameCase(form, spelling));
    const tags = forms.flatMap((form) => form.tags);
    const bare = { done: 0, open: 0 };
    for (const form of forms) {
      for (const [article, times] of form.bare)
        bare[this.articles.get(article)?.done ? 'done' : 'open'] += times;
    }
    const learned = learnedTag(tags, bare);
    group.learned.set(key, learned);
    return learned;
  }

  /** The places of a paragraph that learned words stand at. `startsSentence`: of a UTF-16 unit of the paragraph. */
  find(text: string, language: string, startsSentence: (at: number) => boolean): LearnedPlace[] {
    const places: LearnedPlace[] = [];
    this.finder.find(text, language, ({ start, end }, folded) => {
      if (!this.groups.has(folded)) return;
      const tag = this.learned({ text: text.slice(start, end), startsSentence: startsSentence(start) });
      if (tag) places.push({ start, end, tag });
    });
    return places;
  }

  /** The one copy of a label, an annotator's name or an id. */
  private kept(name: string): string {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    this.names.set(name, name);
    return name;
  }

  private formsLike(spelling: Spelling): Form[] {
    const group = this.groups.get(foldName(spelling.text));
    return group?.forms.filter((form) => isSameCase(form, spelling)) ?? [];
  }

  private formOf({ text, startsSentence }: Spelling): Form {
    const folded = foldName(text);
    const group: Group = this.groups.get(folded) ?? { forms: [], learned: new Map() };
    this.groups.set(folded, group);
    group.learned.clear();
    const known = formAt(group, { text, startsSentence });
    if (known) return known;
    const form: Form = { text, startsSentence, tags: [], bare: new Map() };
    group.forms.push(form);
    this.finder.add(text);
    return form;
  }
}

function formAt({ forms }: Group, { text, startsSentence }: Spelling): Form | undefined {
  return forms.find((f) => f.text === text && f.startsSentence === startsSentence);
}

function saidBy(tags: readonly GivenTag[], done: boolean): string {
  const lines = tags.map(({ text, startsSentence, label, annotator, entity, place }) =>
    [place, label, annotator, entity, startsSentence, text].join('\t'),
  );
  return revisionOf(`${done}\n${lines.join('\n')}`);
}
