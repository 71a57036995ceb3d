import { describe, expect, it } from 'vitest';
import { buildGazetteer } from '../../../../../server/src/core/entities/gazetteer.ts';
import { articleMentions } from '../../../../support/goldEntities.ts';
import { entity } from '../entities.ts';
import { marked, world } from './marked.ts';

describe('inflected names', () => {
  it.each([
    ['ru', 'в Москве с Россией, из Кремля', 'в [Москве|moscow] с [Россией|Russia], из [Кремля|kremlin]'],
    [
      'ru',
      'В Саудовской Аравии и Соединённых Штатах',
      'В [Саудовской Аравии|Saudi Arabia] и [Соединённых Штатах|United States]',
    ],
    ['ru', 'РОССИИ И КИТАЮ', '[РОССИИ|Russia] И [КИТАЮ|China]'],
    ['uk', 'в Україні та Росії', 'в [Україні|Ukraine] та [Росії|Russia]'],
    ['pl', 'w Moskwie i w Rosji, z Polski', 'w [Moskwie|moscow] i w [Rosji|Russia], z [Polski|Poland]'],
    ['cs', 'v Rusku a Číně', 'v [Rusku|Russia] a [Číně|China]'],
    [
      'de',
      'Russlands Nachbarn, in den Vereinigten Staaten',
      '[Russlands|Russia] Nachbarn, in den [Vereinigten Staaten|United States]',
    ],
    ['fi', 'Moskovassa ja Venäjällä', '[Moskovassa|moscow] ja [Venäjällä|Russia]'],
    ['hu', 'Oroszországban és Kínából', '[Oroszországban|Russia] és [Kínából|China]'],
    ['ro', 'guvernul Rusiei', 'guvernul [Rusiei|Russia]'],
    ['el', 'της Ρωσίας', 'της [Ρωσίας|Russia]'],
    ['ar', 'وروسيا والعراق للصين وبالعراق', 'و[روسيا|Russia] و[العراق|Iraq] [للصين|China] وب[العراق|Iraq]'],
    ['he', 'ברוסיה ובקאבול', 'ב[רוסיה|Russia] וב[קאבול|kabul]'],
    ['tr', 'Rusya’nın İran’a', '[Rusya|Russia]’nın [İran|Iran]’a'],
    ['ko', '러시아와 중국은', '[러시아|Russia]와 [중국|China]은'],
    ['hi', 'रूस ने भारत को', '[रूस|Russia] ने [भारत|India] को'],
    [
      'id',
      'Rusialah, Rusiapun, Talibannya, Rusiakah',
      '[Rusia|Russia]lah, [Rusia|Russia]pun, [Taliban|taliban]nya, [Rusia|Russia]kah',
    ],
    ['ms', 'Rusialah', '[Rusia|Russia]lah'],
    ['sw', 'Urusi na Uchina', '[Urusi|Russia] na [Uchina|China]'],
    // Not in small letters, not what other words end in, not without rules.
    ['ru', 'россию москвой', 'россию москвой'],
    ['en', 'Россией', 'Россией'],
  ])('%s: %s', (language, text, expected) => {
    expect(marked(text, language)).toBe(expected);
  });

  it('are trusted less than listed ones', () => {
    const [listed, inflected] = articleMentions('Россия о Россией', 'ru', world);
    expect(inflected?.score).toBeLessThan(listed?.score ?? 0);
    expect(inflected?.score).toBeGreaterThan(0.5);
  });
});

describe('names that a line break splits', () => {
  it.each([
    ['en', 'Talks in the United\nStates go on', 'Talks in the [United\nStates|United States] go on'],
    ['en', 'Ended in the United.\nStates go on', 'Ended in the United.\nStates go on'],
    ['en', 'Talks in the United\n\nStates go on', 'Talks in the United\n\nStates go on'],
    ['en', 'war in Afghani-\nstan', 'war in [Afghani-\nstan|Afghanistan]'],
    ['en', 'met Bashar al-\nAssad there', 'met [Bashar al-\nAssad|assad] there'],
    ['en', 'the Federal\r\nSecurity Service', 'the [Federal\r\nSecurity Service|fsb]'],
    ['vi', 'ở Thổ Nhĩ\nKỳ và Trung\nQuốc', 'ở [Thổ Nhĩ\nKỳ|Türkiye] và [Trung\nQuốc|China]'],
    ['zh', '他在俄罗\n斯说', '他在[俄罗\n斯|Russia]说'],
    ['ja', 'アフガニ\nスタンで', '[アフガニ\nスタン|Afghanistan]で'],
    // The longer one wins over what each line has.
    ['en', 'in Papua New\nGuinea today', 'in [Papua New\nGuinea|Papua New Guinea] today'],
  ])('%s: %s', (language, text, expected) => {
    expect(marked(text, language)).toBe(expected);
  });
});

describe('capitals', () => {
  it.each([
    ['en', 'KABUL, Afghanistan (AP)', '[KABUL|kabul], [Afghanistan|Afghanistan] (AP)'],
    ['id', 'MOSKOW (ANTARA) – Rusia', '[MOSKOW|moscow] (ANTARA) – [Rusia|Russia]'],
    ['en', 'TURKEY AND CHINA MEET IN NEW MEXICO', '[TURKEY|Türkiye] AND [CHINA|China] MEET IN NEW MEXICO'],
    ['en', 'IRAN LETS US GO, IS IT SO', '[IRAN|Iran] LETS US GO, IS IT SO'],
    ['vi', 'TỔNG THỐNG NGA THĂM MỸ', 'TỔNG THỐNG [NGA|Russia] THĂM [MỸ|United States]'],
    ['vi', 'BÀ NGA VÀ PHÁP LUẬT', 'BÀ NGA VÀ PHÁP LUẬT'],
    ['el', 'ΡΩΣΙΑ και Ρωσία', '[ΡΩΣΙΑ|Russia] και [Ρωσία|Russia]'],
    [
      'id',
      'kelompok Negara Islam dan negara Islam itu',
      'kelompok [Negara Islam|is] dan [negara Islam|is] itu',
    ],
    ['id', 'sebuah negara Islam', 'sebuah negara [Islam|islam]'],
    ['en', 'told the Associated Press', 'told [the Associated Press|state]'],
  ])('%s: %s', (language, text, expected) => {
    expect(marked(text, language)).toBe(expected);
  });
});

describe('names that are words of grammar', () => {
  const odd = buildGazetteer([
    entity('the', { en: ['The'] }),
    entity('dan', { id: ['Dan'], en: ['Dan'] }, { type: 'PER' }),
    entity('of', { en: ['of'] }),
  ]);

  it.each([
    ['en', 'The end of the day. The End, of course', 'The end of the day. The End, of course'],
    ['id', 'Dan dia dan kami. Dan lagi', 'Dan dia dan kami. Dan lagi'],
    ['en', 'So Dan left.', 'So [Dan|dan] left.'],
    ['id', 'Lalu Dan pergi.', 'Lalu [Dan|dan] pergi.'],
  ])('%s: %s', (language, text, expected) => {
    expect(marked(text, language, odd)).toBe(expected);
  });
});
