import { describe, expect, it } from 'vitest';
import { marked } from './recognition/marked.ts';

describe('words and phrases that only hold a name', () => {
  it.each([
    // Parts of words, in scripts without blanks between them.
    ['ja', 'アイランドのタイトル、イランとタイ', 'アイランドのタイトル、[イラン|Iran]と[タイ|Thailand]'],
    ['ja', 'マリオはロシア連邦で', 'マリオは[ロシア|Russia]連邦で'],
    ['ko', '인도적 지원, 인도에서, 페루치 선수', '인도적 지원, [인도|India]에서, 페루치 선수'],
    ['ko', '그런 수단으로 저지했다', '그런 수단으로 저지했다'],
    ['ko', '한국이었다면 미국인이', '[한국|South Korea]이었다면 [미국|United States]인이'],
    ['th', 'กาชาดและมหาดไทยในประเทศไทย', 'กาชาดและมหาดไทยในประเทศ[ไทย|Thailand]'],
    // Continents, seas, newspapers, languages, days.
    ['ru', 'в Южной Америке и в Америке', 'в Южной Америке и в [Америке|United States]'],
    ['ar', 'أمريكا اللاتينية وروسيا', 'أمريكا اللاتينية و[روسيا|Russia]'],
    ['tr', 'Latin Amerika ve Rusya', 'Latin Amerika ve [Rusya|Russia]'],
    ['de', 'die South China Morning Post in China', 'die South China Morning Post in [China|China]'],
    ['en', 'NEW MEXICO AND MEXICO', 'NEW MEXICO AND [MEXICO|Mexico]'],
    [
      'vi',
      'Chủ Nhật, học tiếng Anh và tiếng Nga ở Nga',
      'Chủ Nhật, học tiếng Anh và tiếng Nga ở [Nga|Russia]',
    ],
    ['id', 'berbahasa Inggris di Inggris', 'berbahasa Inggris di [Inggris|United Kingdom]'],
    // Saints, given names, words.
    [
      'de',
      'die Kirche St. Martin, die Insel St. Martin',
      'die Kirche St. Martin, die Insel [St. Martin|St. Martin]',
    ],
    [
      'vi',
      'Jordan Spieth thắng, quốc vương Jordan Abdullah',
      'Jordan Spieth thắng, quốc vương [Jordan|Jordan] Abdullah',
    ],
    ['hi', 'जॉर्डन स्पीथ और जॉर्डन में', 'जॉर्डन स्पीथ और [जॉर्डन|Jordan] में'],
    ['tr', 'Mali tablo. Mali’de', 'Mali tablo. [Mali|Mali]’de'],
    ['fr', 'après la réunion', 'après la réunion'],
    ['fr', 'vers la Réunion', 'vers [la Réunion|Réunion]'],
    ['tl', 'Kabang-Yaman', 'Kabang-Yaman'],
    // What was missed.
    ['de', 'Chinas Staatsrat', '[Chinas|China] Staatsrat'],
    ['vi', 'Brexit: Anh ‘sẽ rời đi’', 'Brexit: [Anh|United Kingdom] ‘sẽ rời đi’'],
    ['th', 'ทีม USA', 'ทีม [USA|United States]'],
    [
      'vi',
      'Nga, Mỹ, Anh, Đức, Pháp và Ý đến',
      '[Nga|Russia], [Mỹ|United States], [Anh|United Kingdom], [Đức|Germany], [Pháp|France] và [Ý|Italy] đến',
    ],
  ])('%s: %s', (language, text, expected) => {
    expect(marked(text, language)).toBe(expected);
  });
});
