import { ParagraphCache, splitArticle } from '../../core/text/article.ts';
import { articleLanguage } from '../../core/text/language/articleLanguage.ts';
import { canonicalText, TextOffsets } from '../../core/text/offsets.ts';
import { REVISION_DIGITS, revisionOf } from '../../core/text/revision.ts';
import type { AnchoredArticle } from '../anchoring/anchoring.ts';
import { AnchorPlaces } from '../anchorPlaces.ts';
import type { Host } from '../ports.ts';
import type { LoadedProject } from '../projects.ts';
import type { UnreadableFile } from '../texts.ts';
import type { Workspace } from '../workspace.ts';

// Every host has it, but neither ES nor LSP types know it.
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/**
 * An article as a dataset has it: its canonical text, and no more than it takes to find the places of annotations.
 * Nothing is checked or looked up in it, which is what makes an `Article` cost ten times as much.
 */
export class SourceText implements AnchoredArticle {
  readonly uri: string;
  readonly project: LoadedProject;
  readonly text: string;
  readonly offsets: TextOffsets;
  readonly revision: string;
  readonly places = new AnchorPlaces();
  /** Its text is no longer the editor's own, which has other line ends: no edit is followed in it. */
  readonly open = false;

  constructor(uri: string, project: LoadedProject, text: string, host: Host) {
    this.uri = uri;
    this.project = project;
    this.text = canonicalText(text);
    this.offsets = new TextOffsets(this.text);
    this.revision = host.blobId
      ? host.blobId(new TextEncoder().encode(this.text)).slice(0, REVISION_DIGITS)
      : revisionOf(this.text);
  }
}

/** An article's text; undefined where there is no such file, the reason where it cannot be read. */
export async function readSource(
  workspace: Workspace,
  uri: string,
  project: LoadedProject,
): Promise<SourceText | UnreadableFile | undefined> {
  const file = await workspace.texts.read(uri);
  if (!file || 'unreadable' in file) return file;
  return new SourceText(uri, project, file.document.getText(), workspace.host);
}

/** The language of an article, as `Article.language` has it: a BCP 47 primary subtag, `und` where nobody can tell. */
export async function languageOf(workspace: Workspace, { uri, project, text }: SourceText): Promise<string> {
  const declared = project.languageOf(uri);
  const told = articleLanguage([], undefined, declared);
  if (told.declared) return told.language;
  const { identifier } = await workspace.languages.get();
  return articleLanguage(splitArticle(text, new ParagraphCache()), identifier, declared).language;
}
