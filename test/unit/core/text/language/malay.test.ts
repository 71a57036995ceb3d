import { expect, test } from 'vitest';
import { ParagraphCache, splitArticle } from '../../../../../server/src/core/text/article.ts';
import { articleLanguage } from '../../../../../server/src/core/text/language/articleLanguage.ts';
import { isMalay } from '../../../../../server/src/core/text/language/malay.ts';
import { ruleContext } from '../../../../support/ruleContext.ts';

const paragraphs = (text: string) => splitArticle(text, new ParagraphCache());

const MALAY =
  'Jurucakap polis berkata bahawa jambatan itu ditutup kerana banjir.\nMesyuarat itu diadakan pada hari Jumaat.';
const INDONESIAN =
  'Juru bicara polisi mengatakan bahwa jembatan itu ditutup karena banjir.\nRapat itu diadakan pada hari Jumat.';

test('tells Malay from Indonesian by words that only one of them writes so', () => {
  expect(isMalay(paragraphs(MALAY))).toBe(true);
  expect(isMalay(paragraphs(INDONESIAN))).toBe(false);
  expect(isMalay(paragraphs(`${INDONESIAN}\nPolis Diraja ikut membantu.`))).toBe(false);
  expect(isMalay(paragraphs('Polis datang.'))).toBe(false);
  expect(isMalay([])).toBe(false);
});

test('an article in either is in that language; what was declared counts', () => {
  const { identifier } = ruleContext('id');
  expect(articleLanguage(paragraphs(MALAY), identifier, undefined).language).toBe('ms');
  expect(articleLanguage(paragraphs(INDONESIAN), identifier, undefined).language).toBe('id');
  expect(articleLanguage(paragraphs(MALAY), identifier, 'id').language).toBe('id');
});
