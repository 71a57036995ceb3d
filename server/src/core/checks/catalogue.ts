import type { Rule } from './rule.ts';
import { randomCase } from './rules/case/random.ts';
import { bidi } from './rules/encoding/bidi.ts';
import { control } from './rules/encoding/control.ts';
import { escaped } from './rules/encoding/escape.ts';
import { legacyVietnamese } from './rules/encoding/legacyVi.ts';
import { lost } from './rules/encoding/lost.ts';
import { mojibake } from './rules/encoding/mojibake.ts';
import { normalisation } from './rules/encoding/normalisation.ts';
import { replacement } from './rules/encoding/replacement.ts';
import { softHyphen } from './rules/encoding/softHyphen.ts';
import { zeroWidth } from './rules/encoding/zeroWidth.ts';
import { lowerStart } from './rules/fragment/lowerStart.ts';
import { orphan } from './rules/fragment/orphan.ts';
import { stub } from './rules/fragment/stub.ts';
import { truncated } from './rules/fragment/truncated.ts';
import { fusedCase } from './rules/fused/case.ts';
import { fusedComma } from './rules/fused/comma.ts';
import { headline } from './rules/fused/headline.ts';
import { fusedSentence } from './rules/fused/sentence.ts';
import { fusedWord } from './rules/fused/word.ts';
import { entity } from './rules/markup/entity.ts';
import { placeholder } from './rules/markup/placeholder.ts';
import { tag } from './rules/markup/tag.ts';
import { nearMiss } from './rules/name/nearMiss.ts';
import { digit } from './rules/ocr/digit.ts';
import { altText } from './rules/page/altText.ts';
import { boilerplate } from './rules/page/boilerplate.ts';
import { otherArticle } from './rules/page/otherArticle.ts';
import { mixed as quoteMixed } from './rules/quote/mixed.ts';
import { spacing as quoteSpacing } from './rules/quote/spacing.ts';
import { unbalanced } from './rules/quote/unbalanced.ts';
import { attribution } from './rules/repeated/attribution.ts';
import { character } from './rules/repeated/char.ts';
import { coordination } from './rules/repeated/coordination.ts';
import { repeatedLine } from './rules/repeated/line.ts';
import { loop } from './rules/repeated/loop.ts';
import { phrase } from './rules/repeated/phrase.ts';
import { repeatedWord } from './rules/repeated/word.ts';
import { mixed } from './rules/script/mixed.ts';
import { stray } from './rules/script/stray.ts';
import { whole } from './rules/script/whole.ts';
import { hyphen } from './rules/spacing/hyphen.ts';
import { letters } from './rules/spacing/letters.ts';
import { nbsp } from './rules/spacing/nbsp.ts';
import { number } from './rules/spacing/number.ts';
import { punct } from './rules/spacing/punct.ts';
import { splitWord } from './rules/spacing/splitWord.ts';
import { untranslatedName } from './rules/untranslated/name.ts';
import { untranslatedPhrase } from './rules/untranslated/phrase.ts';
import { untranslatedSentence } from './rules/untranslated/sentence.ts';
import { noDiacritics } from './rules/vietnamese/noDiacritics.ts';
import { noDiacriticsPart } from './rules/vietnamese/noDiacriticsPart.ts';
import { syllable } from './rules/vietnamese/syllable.ts';
import { mash } from './rules/word/mash.ts';
import { oovShare } from './rules/word/oovShare.ts';
import { typo } from './rules/word/typo.ts';
import { scrambled } from './rules/wordOrder/scrambled.ts';

/** All rules, by code. */
export const CATALOGUE: readonly Rule[] = [
  randomCase,
  bidi,
  control,
  escaped,
  legacyVietnamese,
  lost,
  mojibake,
  normalisation,
  replacement,
  softHyphen,
  zeroWidth,
  lowerStart,
  orphan,
  stub,
  truncated,
  fusedCase,
  fusedComma,
  headline,
  fusedSentence,
  fusedWord,
  entity,
  placeholder,
  tag,
  nearMiss,
  digit,
  altText,
  boilerplate,
  otherArticle,
  quoteMixed,
  quoteSpacing,
  unbalanced,
  attribution,
  character,
  coordination,
  repeatedLine,
  loop,
  phrase,
  repeatedWord,
  mixed,
  stray,
  whole,
  hyphen,
  letters,
  nbsp,
  number,
  punct,
  splitWord,
  untranslatedName,
  untranslatedPhrase,
  untranslatedSentence,
  noDiacritics,
  noDiacriticsPart,
  syllable,
  scrambled,
  mash,
  oovShare,
  typo,
];
