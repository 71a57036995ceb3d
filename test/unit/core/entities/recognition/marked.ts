import type { Gazetteer } from '../../../../../server/src/core/entities/gazetteer.ts';
import { buildGazetteer } from '../../../../../server/src/core/entities/gazetteer.ts';
import type { Mention } from '../../../../../server/src/core/entities/mention.ts';
import { TERRITORY_LANGUAGES, territories } from '../../../../../server/src/core/entities/territories.ts';
import { articleMentions } from '../../../../support/goldEntities.ts';
import { entity } from '../entities.ts';

const person = (id: string, names: Record<string, readonly string[]>) => entity(id, names, { type: 'PER' });
const group = (id: string, names: Record<string, readonly string[]>) => entity(id, names, { type: 'ORG' });

/** People, places and organisations for tests, with the built-in territories. */
export const world: Gazetteer = buildGazetteer([
  ...territories(TERRITORY_LANGUAGES),
  person('putin', {
    en: ['Vladimir Putin'],
    ru: ['Владимир Путин', 'Путин Владимир Владимирович'],
    uk: ['Володимир Путін'],
    ar: ['فلاديمير بوتين'],
    ja: ['ウラジーミル・プーチン'],
    zh: ['弗拉基米尔·普京'],
    ko: ['블라디미르 푸틴'],
    hi: ['व्लादिमीर पुतिन'],
    th: ['วลาดิมีร์ ปูติน'],
  }),
  person('lavrov', { en: ['Sergei Lavrov'], ru: ['Сергей Лавров'] }),
  person('trong', { vi: ['Nguyễn Phú Trọng'], en: ['Nguyen Phu Trong'] }),
  person('leyen', { en: ['Ursula von der Leyen'] }),
  person('drian', { fr: ['Jean-Yves Le Drian'] }),
  person('assad', { en: ['Bashar al-Assad'] }),
  person('xi', { en: ['Xi Jinping'] }),
  person('kim', { en: ['Kim Jong-un'] }),
  person('prabowo', { id: ['Prabowo Subianto'] }),
  person('sanchez', { es: ['Pedro Sánchez Pérez-Castejón'] }),
  person('amlo', { es: ['Andrés Manuel López Obrador'] }),
  person('orban', { en: ['Viktor Orbán'], hu: ['Orbán Viktor'] }),
  person('biden', { en: ['Joe Biden'] }),
  person('jill', { en: ['Jill Biden'] }),
  person('may', { en: ['Theresa May'] }),
  person('kishida', { ja: ['岸田文雄'] }),
  person('mjordan', { en: ['Michael B. Jordan'] }),
  group('kremlin', { en: ['Kremlin'], ru: ['Кремль'] }),
  group('fsb', { en: ['Federal Security Service'], id: ['Dinas Keamanan Federal'], zh: ['联邦安全局'] }),
  group('foreign', { id: ['Kementerian Luar Negeri'] }),
  group('is', { en: ['Islamic State'], id: ['Negara Islam'] }),
  group('taliban', { en: ['Taliban'], id: ['Taliban'] }),
  group('state', { en: ['The Associated Press'] }),
  entity('islam', { id: ['Islam'] }, { type: 'NORP' }),
  entity('moscow', { en: ['Moscow'], ru: ['Москва'], pl: ['Moskwa'], fi: ['Moskova'], id: ['Moskow'] }),
  entity('kabul', { en: ['Kabul'], ar: ['كابول'], he: ['קאבול'] }),
]);

/** The text with its mentions in brackets, their ids behind, and how they are known where not by name. */
export function marked(text: string, language: string, known: Gazetteer = world): string {
  let shown = '';
  let from = 0;
  for (const mention of articleMentions(text, language, known)) {
    shown += `${text.slice(from, mention.start)}[${text.slice(mention.start, mention.end)}|${named(mention, known)}]`;
    from = mention.end;
  }
  return shown + text.slice(from);
}

function named({ entityId, manner }: Mention, known: Gazetteer): string {
  const name = known.entity(entityId);
  const shown = name?.source.kind === 'built-in' ? name.name : entityId;
  return manner === 'name' ? shown : `${shown} ${manner}`;
}
