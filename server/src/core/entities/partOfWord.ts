import { lazy } from '../lazy.ts';
import type { SearchedText } from './searchedText.ts';

/** What may be written onto a Korean name: particles, the copula, and nouns that make one word with a country's name. */
const PARTICLES = lazy(() => {
  const nouns =
    '인 군 산 발 계 측 내 령 행 판 정부 대통령 총리 대사관 대사 팀 남부 북부 동부 서부 전역 시장 증시 언론';
  const particles = `으로부터 에서부터 로부터 에게서 에서 에게 으로 까지 부터 처럼 보다 마저 조차 이라는 라는 이라고 라고 이며 이고 이나 이란 이다 인데
    이었다 였다 한테 하고 밖에 마다 대로 들 은 는 이 가 을 를 의 에 와 과 도 로 만 나 며 고 인 등`;
  const list = (words: string) => words.trim().split(/\s+/).join('|');
  // After the copula its own endings follow.
  return new RegExp(`^(?:${list(nouns)})?(?:${list(particles)}){0,4}(?:이?[었였라][가-힣]{0,4})?$`);
});
const LONGEST_TAIL = 10;
/** Korean names of countries that are frequent words (block, means): the country only where the article has named it. */
const KOREAN_WORDS: ReadonlySet<string> = new Set(['저지', '수단']);
/** Longer Korean names are hardly parts of other words. */
const SHORT_KOREAN = 2;
const LETTER = /^\p{L}/u;

/**
 * True where a name is only a part of a longer word, in scripts that write words without blanks: Japanese katakana
 * that go on (`イラン` in `アイランド`), a short Korean name with something else than particles behind it (`인도적`).
 */
export function isPartOfWord({ text }: SearchedText, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (isKatakana(first) && isKatakana(text.charCodeAt(start - 1))) return true;
  if (isKatakana(text.charCodeAt(end - 1)) && isKatakana(text.charCodeAt(end))) return true;
  if (!isHangul(text.charCodeAt(end - 1)) || end - start > SHORT_KOREAN) return false;
  let to = end;
  while (to < text.length && to - end <= LONGEST_TAIL && isHangul(text.charCodeAt(to))) to++;
  return to > end && !PARTICLES().test(text.slice(end, to));
}

/** True for names that are so frequent a word of the language that they need evidence. */
export function isOftenerWord({ text, language }: SearchedText, start: number, end: number): boolean {
  return language === 'ko' && KOREAN_WORDS.has(text.slice(start, end));
}

/** True for one half of a word with a hyphen. */
export function isHalf({ text }: SearchedText, start: number, end: number): boolean {
  if (text.charAt(end) === '-' && LETTER.test(text.slice(end + 1, end + 3))) return true;
  return text.charAt(start - 1) === '-' && /\p{L}$/u.test(text.slice(Math.max(0, start - 3), start - 1));
}

/** A katakana letter or the mark that makes one long, but not the dot between two names. */
function isKatakana(unit: number): boolean {
  return unit >= 0x30a1 && unit <= 0x30fc && unit !== 0x30fb;
}

function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}
