import { describe, expect, it } from 'vitest';
import { articleMentions } from '../../../../support/goldEntities.ts';
import { marked, world } from './marked.ts';

describe('surnames, once the full name stands in the article', () => {
  it.each([
    [
      'en',
      'Vladimir Putin came.\n\nLater Putin left.',
      '[Vladimir Putin|putin] came.\n\nLater [Putin|putin surname] left.',
    ],
    ['en', 'Putin only', 'Putin only'],
    ['en', 'Putin’s envoy met Vladimir Putin', '[Putin|putin surname]’s envoy met [Vladimir Putin|putin]'],
    [
      'en',
      'Vladimir Putin came, and so did Maria Putin.',
      '[Vladimir Putin|putin] came, and so did Maria Putin.',
    ],
    [
      'en',
      'Sergei Lavrov met the Kremlin. Kremlin Lavrov',
      '[Sergei Lavrov|lavrov] met the [Kremlin|kremlin]. [Kremlin|kremlin] [Lavrov|lavrov surname]',
    ],
    [
      'en',
      'Ursula von der Leyen, Ms. von der Leyen, Leyen',
      '[Ursula von der Leyen|leyen], Ms. [von der Leyen|leyen surname], [Leyen|leyen surname]',
    ],
    [
      'fr',
      'Jean-Yves Le Drian et M. Le Drian, pas Drian',
      '[Jean-Yves Le Drian|drian] et M. [Le Drian|drian surname], pas Drian',
    ],
    [
      'en',
      'Bashar al-Assad; Al-Assad and Assad',
      '[Bashar al-Assad|assad]; [Al-Assad|assad surname] and [Assad|assad surname]',
    ],
    ['en', 'Xi Jinping and Xi, but Xi Zhongxun', '[Xi Jinping|xi] and [Xi|xi surname], but Xi Zhongxun'],
    ['en', 'Kim Jong-un and Kim', '[Kim Jong-un|kim] and [Kim|kim surname]'],
    [
      'en',
      'Theresa May said. May was warm, in May too, but Mrs May spoke.',
      '[Theresa May|may] said. May was warm, in May too, but Mrs [May|may surname] spoke.',
    ],
    [
      'en',
      'Joe Biden spoke in the Biden Tower of www.biden.com',
      '[Joe Biden|biden] spoke in the Biden Tower of www.biden.com',
    ],
    [
      'es',
      'Pedro Sánchez Pérez-Castejón y Sánchez',
      '[Pedro Sánchez Pérez-Castejón|sanchez] y [Sánchez|sanchez surname]',
    ],
    [
      'es',
      'Andrés Manuel López Obrador; López Obrador dijo',
      '[Andrés Manuel López Obrador|amlo]; [López Obrador|amlo surname] dijo',
    ],
    [
      'hu',
      'Orbán Viktor beszélt. Orbán szerint',
      '[Orbán Viktor|orban] beszélt. [Orbán|orban surname] szerint',
    ],
    [
      'id',
      'Prabowo Subianto tiba. Presiden Prabowo dan Subianto',
      '[Prabowo Subianto|prabowo] tiba. Presiden [Prabowo|prabowo surname] dan [Subianto|prabowo surname]',
    ],
    [
      'id',
      'Vladimir Putin, Putinlah, rumah Putinnya',
      '[Vladimir Putin|putin], [Putin|putin surname]lah, rumah [Putin|putin surname]nya',
    ],
    ['ms', 'Vladimir Putin. Menurut Putin', '[Vladimir Putin|putin]. Menurut [Putin|putin surname]'],
    [
      'vi',
      'Nguyễn Phú Trọng nói. Ông Trọng đi, ông Trọng Nghĩa ở lại. Trọng tâm',
      '[Nguyễn Phú Trọng|trong] nói. Ông [Trọng|trong surname] đi, ông Trọng Nghĩa ở lại. Trọng tâm',
    ],
    ['vi', 'Vladimir Putin nói. Ông Putin đi.', '[Vladimir Putin|putin] nói. Ông [Putin|putin surname] đi.'],
    [
      'de',
      'Wladimir Putin? Vladimir Putin! Präsident Putin. Putins Plan',
      'Wladimir [Putin|putin surname]? [Vladimir Putin|putin]! Präsident [Putin|putin surname]. [Putins|putin surname] Plan',
    ],
    [
      'ru',
      'Владимир Путин. О Путине, с Путиным, Путину.',
      '[Владимир Путин|putin]. О [Путине|putin surname], с [Путиным|putin surname], [Путину|putin surname].',
    ],
    [
      'ru',
      'Путин Владимир Владимирович и Путин',
      '[Путин Владимир Владимирович|putin] и [Путин|putin surname]',
    ],
    ['uk', 'Володимир Путін. До Путіна', '[Володимир Путін|putin]. До [Путіна|putin surname]'],
    ['ar', 'فلاديمير بوتين وبوتين', '[فلاديمير بوتين|putin] و[بوتين|putin surname]'],
    ['hi', 'व्लादिमीर पुतिन और पुतिन ने', '[व्लादिमीर पुतिन|putin] और [पुतिन|putin surname] ने'],
    [
      'ja',
      'ウラジーミル・プーチン大統領。プーチン氏',
      '[ウラジーミル・プーチン|putin]大統領。[プーチン|putin surname]氏',
    ],
    ['ja', '岸田文雄首相は、岸田氏', '[岸田文雄|kishida]首相は、[岸田|kishida surname]氏'],
    [
      'zh',
      '弗拉基米尔·普京说，普京在俄罗斯',
      '[弗拉基米尔·普京|putin]说，[普京|putin surname]在[俄罗斯|Russia]',
    ],
    ['ko', '블라디미르 푸틴 대통령. 푸틴은', '[블라디미르 푸틴|putin] 대통령. [푸틴|putin surname]은'],
    ['th', 'วลาดิมีร์ ปูติน และปูติน', '[วลาดิมีร์ ปูติน|putin] และ[ปูติน|putin surname]'],
    [
      'tr',
      'Vladimir Putin geldi. Putin’in sözcüsü',
      '[Vladimir Putin|putin] geldi. [Putin|putin surname]’in sözcüsü',
    ],
    [
      'sw',
      'Vladimir Putin alisema. Rais Putin',
      '[Vladimir Putin|putin] alisema. Rais [Putin|putin surname]',
    ],
    ['tl', 'Vladimir Putin. Sinabi ni Putin', '[Vladimir Putin|putin]. Sinabi ni [Putin|putin surname]'],
    ['pt', 'Vladimir Putin. Segundo Putin', '[Vladimir Putin|putin]. Segundo [Putin|putin surname]'],
  ])('%s: %s', (language, text, expected) => {
    expect(marked(text, language)).toBe(expected);
  });

  it('are ambiguous where two people bear one: the last mentioned is likelier', () => {
    const of = (text: string) => {
      const found = articleMentions(text, 'en', world).at(-1);
      return [found?.entityId, found?.alternatives.map(({ entityId }) => entityId)];
    };
    expect(of('Jill Biden and Joe Biden came. Biden spoke.')).toEqual(['biden', ['jill']]);
    expect(of('Joe Biden and Jill Biden came. Biden spoke.')).toEqual(['jill', ['biden']]);
  });

  it('are trusted less in front of the full name, and more behind a title', () => {
    const scores = articleMentions(
      'Putin to speak\n\nVladimir Putin came. Putin left. President Putin',
      'en',
      world,
    );
    const [headline = 0, , plain = 0, titled = 0] = scores.map(({ score }) => score);
    expect(headline).toBeLessThan(plain);
    expect(plain).toBeLessThan(titled);
  });

  it('are offered beside another entity of that name', () => {
    const found = articleMentions('Michael B. Jordan arrived in Jordan.', 'en', world)[1];
    expect(found).toMatchObject({ entityId: 'Q810', manner: 'name' });
    expect(found?.alternatives.map(({ entityId }) => entityId)).toEqual(['mjordan']);
  });
});
