import { describe, expect, it } from 'vitest';
import { buildGazetteer } from '../../../../server/src/core/entities/gazetteer.ts';
import { mentionsIn } from '../../../../server/src/core/entities/recognition/recognise.ts';
import { TERRITORY_LANGUAGES, territories } from '../../../../server/src/core/entities/territories.ts';
import { TERRITORY_VARIANTS_BY_LANGUAGE } from '../../../../server/src/core/entities/territoryVariantsByLanguage.ts';

const all = territories(TERRITORY_LANGUAGES);
const gazetteer = buildGazetteer(all);

describe('names of territories by language', () => {
  it('are of languages and codes that are known', () => {
    const languages = Object.keys(TERRITORY_VARIANTS_BY_LANGUAGE);
    expect(languages.filter((language) => !TERRITORY_LANGUAGES.includes(language))).toEqual([]);
    for (const [language, byCode] of Object.entries(TERRITORY_VARIANTS_BY_LANGUAGE)) {
      for (const [code, names] of Object.entries(byCode)) {
        const bearer = all.find((entity) =>
          names.every((name) => entity.names.get(language)?.includes(name)),
        );
        expect(bearer?.type, `${language} ${code}`).toBe('GPE');
        expect(new Set(names).size, `${language} ${code}`).toBe(names.length);
      }
    }
  });

  it('mean one territory each', () => {
    const shared: string[] = [];
    for (const [language, byCode] of Object.entries(TERRITORY_VARIANTS_BY_LANGUAGE)) {
      for (const name of Object.values(byCode).flat()) {
        const bearers = all.filter((entity) => entity.names.get(language)?.includes(name));
        if (bearers.length !== 1) shared.push(`${language} ${name}`);
      }
    }
    expect(shared).toEqual([]);
  });

  it.each([
    ['de', 'Die Delegation flog über Großbritannien in die Vereinigten Staaten.', ['Q145', 'Q30']],
    ['es', 'EE. UU. y Gran Bretaña firmaron el acuerdo.', ['Q30', 'Q145']],
    ['ru', 'Северная Корея и Белоруссия открыли новый рейс.', ['Q423', 'Q184']],
    ['tr', 'Heyet İngiltere ve ABD üzerinden döndü.', ['Q145', 'Q30']],
    ['sw', 'Wajumbe wa Uingereza na Marekani walikutana mjini.', ['Q145', 'Q30']],
    ['th', 'ผู้แทนจากพม่าและสหรัฐฯ พบกันเมื่อวานนี้', ['Q836', 'Q30']],
    ['ko', '남한과 북한의 대표가 만났다.', ['Q884', 'Q423']],
    ['zh', '印尼和澳洲签署了协议。', ['Q252', 'Q408']],
    ['hi', 'ब्रिटेन और अमेरिका के प्रतिनिधि मिले।', ['Q145', 'Q30']],
  ])('are found in %s', (language, text, ids) => {
    const found = mentionsIn(gazetteer, text, language);
    expect(found.map((mention) => mention.entityId)).toEqual(ids);
  });
});
