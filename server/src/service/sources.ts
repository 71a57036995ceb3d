import { createSourceArticle, type SourceArticle } from '../core/checks/sourceArticle.ts';
import { ParagraphCache, splitArticle } from '../core/text/article.ts';
import { articleLanguage } from '../core/text/language/articleLanguage.ts';
import type { LanguageKnowledge } from './languageData.ts';
import type { LoadedProject } from './projects.ts';
import type { Texts } from './texts.ts';

/** Of files on the disk, so many are kept: an editor's open translations have no more. */
const MOST_KEPT = 32;

interface KeptSource {
  /** Of the open document; undefined for a file on the disk, which is good until somebody says that it changed. */
  readonly version: number | undefined;
  readonly project: LoadedProject;
  /** Undefined where there is no such file, or it cannot be read. */
  readonly source: SourceArticle | undefined;
}

/** Gives the articles that others are translations of, by URI; the same object as long as nothing changed. */
export class Sources {
  private readonly texts: Texts;
  private readonly kept = new Map<string, KeptSource>();
  private made = 0;

  constructor(texts: Texts) {
    this.texts = texts;
  }

  /** The source article at an address; undefined where it cannot be read. */
  async get(
    uri: string,
    project: LoadedProject,
    { identifier }: LanguageKnowledge,
  ): Promise<SourceArticle | undefined> {
    const kept = this.kept.get(uri);
    if (kept?.project === project && kept.version === this.texts.open(uri)?.version) return kept.source;
    const file = await this.texts.read(uri);
    let source: SourceArticle | undefined;
    let version: number | undefined;
    if (file && !('unreadable' in file)) {
      const text = file.document.getText();
      version = file.open ? file.document.version : undefined;
      const paragraphs = splitArticle(text, new ParagraphCache());
      const { language } = articleLanguage(paragraphs, identifier, project.languageOf(uri));
      source = createSourceArticle(text, language, `source ${++this.made}`);
    }
    this.keep(uri, { version, project, source });
    return source;
  }

  /** A file is different now. */
  changed(uri: string): void {
    this.kept.delete(uri);
  }

  private keep(uri: string, source: KeptSource): void {
    this.kept.delete(uri);
    this.kept.set(uri, source);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) return;
      this.kept.delete(oldest);
    }
  }
}
