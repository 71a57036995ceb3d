import { describe, expect, it } from 'vitest';
import { buildGazetteer, type Gazetteer } from '../../../../server/src/core/entities/gazetteer.ts';
import { mentionsIn } from '../../../../server/src/core/entities/recognition/recognise.ts';
import { TERRITORY_LANGUAGES, territories } from '../../../../server/src/core/entities/territories.ts';
import { entity } from './entities.ts';

const BUILT_IN = territories(TERRITORY_LANGUAGES);
const gazetteer = buildGazetteer([
  ...BUILT_IN,
  entity('taliban', { en: ['Taliban'], id: ['Taliban'], vi: ['Taliban'] }, { type: 'ORG' }),
  entity('is', {
    en: ['Islamic State', 'IS', 'ISIS'],
    id: ['Negara Islam', 'ISIS'],
    vi: ['IS', 'Nhà nước Hồi giáo'],
  }),
  entity('is-k', { en: ['ISIS-K', 'Islamic State-Khorasan'] }),
  entity('qaeda', { en: ['al-Qaeda'] }),
  entity('spb', { en: ['St. Petersburg'], id: ['St. Petersburg'] }),
  entity('nato', { en: ['NATO'] }),
  entity('afghan', { en: ['Afghan'] }, { type: 'NORP' }),
]);

/** The text with its mentions in brackets, and the English name after each. */
function marked(text: string, language: string, known: Gazetteer = gazetteer): string {
  let shown = '';
  let from = 0;
  for (const { start, end, entityId } of mentionsIn(known, text, language)) {
    shown += `${text.slice(from, start)}[${text.slice(start, end)}|${known.entity(entityId)?.name}]`;
    from = end;
  }
  return shown + text.slice(from);
}

describe('mentions', () => {
  it.each([
    // Short names and abbreviations: own language, own letter case.
    ['id', 'Tentara AS as tiba', 'Tentara [AS|United States] as tiba'],
    ['en', 'AS we told US and us', 'AS we told [US|United States] and us'],
    ['vi', 'Quân AS và IS đến', 'Quân AS và [IS|Islamic State] đến'],
    ['en', 'What IS and what is', 'What [IS|Islamic State] and what is'],
    ['id', 'pasukan NATO dan nato', 'pasukan [NATO|NATO] dan nato'],
    ['en', 'U.S. troops, the U.S.', '[U.S.|United States] troops, the [U.S.|United States]'],
    // The longest at a place, the marks inside names, hyphens.
    ['en', 'the Islamic State-Khorasan', 'the [Islamic State-Khorasan|ISIS-K]'],
    ['en', 'Afghanistan-Pakistan border', '[Afghanistan|Afghanistan]-[Pakistan|Pakistan] border'],
    ['id', 'di St. Petersburg, Rusia.', 'di [St. Petersburg|St. Petersburg], [Rusia|Russia].'],
    ['en', 'Al Qaeda, al-Qaeda, AL-QAEDA', '[Al Qaeda|al-Qaeda], [al-Qaeda|al-Qaeda], [AL-QAEDA|al-Qaeda]'],
    ['en', 'Papua New Guinea and Guinea', '[Papua New Guinea|Papua New Guinea] and [Guinea|Guinea]'],
    ['en', 'the Democratic Republic of the Congo', 'the [Democratic Republic of the Congo|Congo - Kinshasa]'],
    // Clitics and possessives.
    ['id', 'Talibannya kembali, Kenya tidak', '[Taliban|Taliban]nya kembali, [Kenya|Kenya] tidak'],
    ['en', "Russia’s and Iran's", "[Russia|Russia]’s and [Iran|Iran]'s"],
    // Blanks and line breaks between words, but not a blank line.
    [
      'en',
      'United\u00a0 States, United\nStates, United\n\nStates',
      '[United\u00a0 States|United States], [United\nStates|United States], United\n\nStates',
    ],
    // Capitals.
    ['en', 'RUSSIA AND CHINA TALK ABOUT US TRADE', '[RUSSIA|Russia] AND [CHINA|China] TALK ABOUT US TRADE'],
    ['en', 'russia and iran', 'russia and iran'],
    [
      'vi',
      'Liên Hợp Quốc và Liên hợp quốc',
      '[Liên Hợp Quốc|United Nations] và [Liên hợp quốc|United Nations]',
    ],
    // Word boundaries and addresses.
    ['en', 'Iranian Iran2 _Iran Iran.', 'Iranian Iran2 _Iran [Iran|Iran].'],
    [
      'en',
      'www.iran.com/Iran a@Iran.org https://x.org/Iran but AFP/Iran',
      'www.iran.com/Iran a@Iran.org https://x.org/Iran but AFP/[Iran|Iran]',
    ],
    // Phrases that hold a name.
    [
      'en',
      'New Mexico, Mexico, Lake Chad, the Gulf of Oman',
      'New Mexico, [Mexico|Mexico], Lake Chad, the Gulf of Oman',
    ],
    // Names of other languages are known too, unless they are words here.
    ['id', 'Crocus Hall of Russia', 'Crocus Hall of [Russia|Russia]'],
    ['en', 'the Island of Polen', 'the Island of Polen'],
    ['de', 'in Island und Polen', 'in [Island|Iceland] und [Polen|Poland]'],
    // People who share a country's name.
    [
      'en',
      'Michael Jordan met Jordan Smith in Jordan.',
      'Michael Jordan met Jordan Smith in [Jordan|Jordan].',
    ],
    ['vi', 'Nguyễn Đức Anh và bà Nga ở Đức', 'Nguyễn Đức Anh và bà Nga ở [Đức|Germany]'],
    ['vi', 'Anh ấy nói. Anh đã đến Anh.', 'Anh ấy nói. Anh đã đến [Anh|United Kingdom].'],
    [
      'vi',
      'Tổng thống Nga Vladimir Putin, Bắc Mỹ, Mỹ và ý kiến',
      'Tổng thống [Nga|Russia] Vladimir Putin, Bắc Mỹ, [Mỹ|United States] và ý kiến',
    ],
    ['vi', 'Ý kiến của Ý, Ấn Độ Dương, Ấn Độ', 'Ý kiến của [Ý|Italy], Ấn Độ Dương, [Ấn Độ|India]'],
    ['vi', 'My thich Uc, Ha Lan', 'My thich Uc, Ha Lan'],
    // Diacritics: missing ones are forgiven from five letters on, and not in Vietnamese.
    ['fr', 'Curaçao et Curacao', '[Curaçao|Curaçao] et [Curacao|Curaçao]'],
    // Scripts without blanks.
    ['zh', '他在中国和俄罗斯', '他在[中国|China]和[俄罗斯|Russia]'],
    ['ko', '러시아는 대한민국과', '[러시아|Russia]는 [대한민국|South Korea]과'],
    ['th', 'ประเทศไทยและจีน', 'ประเทศ[ไทย|Thailand]และ[จีน|China]'],
    ['und', 'Iran and US', '[Iran|Iran] and US'],
  ])('%s: %s', (language, text, expected) => {
    expect(marked(text, language)).toBe(expected);
  });

  it('finds names in any canonical form, at their places in the text as it is', () => {
    const text = 'Ở Đức và Thổ Nhĩ Kỳ'.normalize('NFD');
    const found = mentionsIn(gazetteer, text, 'vi').map((m) => text.slice(m.start, m.end).normalize('NFC'));
    expect(found).toEqual(['Đức', 'Thổ Nhĩ Kỳ']);
  });

  it('never ends before a combining mark', () => {
    expect(mentionsIn(gazetteer, 'Iran\u0301', 'en')).toEqual([]);
  });

  it('offers the other bearers of a name, and is less sure then', () => {
    const two = buildGazetteer([entity('a', { en: ['Springfield'] }), entity('b', { en: ['Springfield'] })]);
    expect(mentionsIn(two, 'Springfield', 'en')).toEqual([
      {
        start: 0,
        end: 11,
        entityId: 'a',
        score: expect.closeTo(0.8),
        manner: 'name',
        alternatives: [{ entityId: 'b', score: expect.closeTo(0.8) }],
      },
    ]);
  });

  it('prefers who bears the name in the language of the article', () => {
    const two = buildGazetteer([
      entity('en', { en: ['Granada City'] }),
      entity('es', { es: ['Granada City'] }),
    ]);
    expect(mentionsIn(two, 'x Granada City', 'es')[0]?.entityId).toBe('es');
    expect(mentionsIn(two, 'x Granada City', 'en')[0]?.entityId).toBe('en');
  });

  it('takes names of every type of mark without harm', () => {
    const odd = buildGazetteer([
      entity('odd', { en: ['???', '', 'Yahoo!', '«Ré»', 'x'.repeat(300), '__proto__'] }),
    ]);
    expect(marked('I use Yahoo! and Yahoo. __proto__ constructor', 'en', odd)).toBe(
      'I use [Yahoo!|???] and Yahoo. [__proto__|???] constructor',
    );
  });
});

describe('looking up', () => {
  it('joins entities of one id, an entity file before the built-in', () => {
    const own = entity('Q159', { en: ['Rossiya'] }, { type: 'ORG' });
    const joined = buildGazetteer([...BUILT_IN, own]);
    expect(joined.entity('Q159')).toMatchObject({ type: 'ORG', name: 'Rossiya', source: own.source });
    expect(joined.entity('Q159')?.url).toBe('https://www.wikidata.org/wiki/Q159');
    expect(mentionsIn(joined, 'Rossiya, Russia', 'en').map((m) => m.entityId)).toEqual(['Q159', 'Q159']);
    expect([...joined.entities]).toHaveLength(BUILT_IN.length);
  });

  it('finds entities by exact name in any language and letter case', () => {
    expect(gazetteer.lookup('thổ nhĩ kỳ').map((e) => e.id)).toEqual(['Q43']);
    expect(gazetteer.lookup('us').map((e) => e.id)).toEqual(['Q30']);
    expect(gazetteer.lookup('Russ')).toEqual([]);
    expect(gazetteer.lookup('')).toEqual([]);
    expect(gazetteer.entity('constructor')).toBeUndefined();
  });

  it('searches names by their parts, the closest first', () => {
    expect(gazetteer.search('afghan', 2).map((e) => e.id)).toEqual(['afghan', 'Q889']);
    expect(gazetteer.search('petersb', 5).map((e) => e.id)).toEqual(['spb']);
    expect(gazetteer.search('', 3)).toHaveLength(3);
    expect(gazetteer.search('guinea', 0)).toEqual([]);
  });
});
