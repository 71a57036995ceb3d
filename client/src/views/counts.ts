import { l10n } from 'vscode';

/** `1 annotation`, `3 annotations` in the user's language. */
export function annotationCount(count: number): string {
  return count === 1 ? l10n.t('1 annotation') : l10n.t('{0} annotations', count);
}

/** `no findings`, `1 finding`, `3 findings` in the user's language. */
export function findingCount(count: number): string {
  if (count === 0) return l10n.t('no findings');
  return count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
}

/** `1 article`, `3 articles` in the user's language. */
export function articleCount(count: number): string {
  return count === 1 ? l10n.t('1 article') : l10n.t('{0} articles', count);
}
