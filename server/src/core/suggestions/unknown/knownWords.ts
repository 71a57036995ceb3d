import type { LanguageWords } from '../../text/lexicon/lexicon.ts';
import type { WordKnowledge } from './evidence.ts';

/** The commonest Vietnamese surnames: nine in ten people have one of these. */
const SURNAMES: ReadonlySet<string> = new Set(
  (
    'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn trịnh đinh lâm trương tô cao châu ' +
    'tạ thái lưu lương phùng vương quách tăng nghiêm doãn triệu tôn chu kiều'
  ).split(' '),
);

/** Among the 3,000 commonest. */
const COMMON = 3;
/** Among the 1,000. */
const PLAIN = 4;

/** What the word list of a language tells of words; undefined: it has none. */
export function knowledgeOfWords(words: LanguageWords | undefined, language: string): WordKnowledge {
  return {
    thorough: words?.thorough === true,
    isWord: (word) => words !== undefined && words.commonness(word.normalize('NFC')) > 0,
    isCommon: (word) => words !== undefined && words.commonness(word.normalize('NFC')) >= COMMON,
    isPlain: (word) => words !== undefined && words.commonness(word.normalize('NFC')) >= PLAIN,
    isSurname: (word) => language === 'vi' && SURNAMES.has(word.normalize('NFC')),
  };
}
