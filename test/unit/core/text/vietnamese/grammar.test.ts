import { describe, expect, test } from 'vitest';
import { ONSETS, RIMES, RIMES_AFTER_QU } from '../../../../../server/src/core/text/vietnamese/rimes.ts';
import { parseSyllable } from '../../../../../server/src/core/text/vietnamese/syllable.ts';

const words = (list: string) => list.trim().split(/\s+/);

/** Words of the language, at least one for nearly every rime, and for every onset. */
const REAL = words(`
  ba bác bách mai làm lan làng lanh cao tháp mát sáu máy bắc năm ăn bằng bắp mặt bậc tâm ân vâng gấp mất trâu mây
  bé séc em men xẻng mèo kẹp kẹt bê bếch êm bến bệnh nếp tết kêu i bia ích kim tin tính díp mít trìu biếc tiêm tiên tiếng tiếp việt chiều yếm yên yểng yết yêu
  to hoa toác xoạch xoài oàm loan loang oanh ngoao oáp thoát xoáy hoặc oằm xoăn hoẵng hoắt bọc hoe ngoém hoen loẻng ngoéo loét voi om bon xoong cong moóc góp hót
  bố mộc tối tôm bốn bông tốp tốt bơ mới sớm ơn lớp bớt
  thu mua mục vui hùm bún cũng súp bụt xuân khuâng khuất khuấy thuê tuếch huênh thuở buộc tuổi nhuốm luôn muông tuốt
  thuỷ khuya huých luyn huynh tuýp suýt khuỷu tuyên tuyết
  sư mưa mức ngửi hừm cưng mứt cừu được tươi bướm lươn đường cướp vượt hươu
  gì gìn giếng giết giữa giỏ giường nghiêng ghế ghìm kỹ lý mỹ thy hy sỹ tỷ vỹ quà quốc quý quyết quỳnh quên quắp quạp quàm quíp quơ queo quét
  pin phở rất sạch xanh trời chín khế nhà ngày đi dạ vàng hè
`);

/** As Vietnamese does not write them. */
const NONE = words(`
  ka kông kă ca\u0302ê cê ci ceo gê ghe\u0302o\u0302 gho ghà nghà ngê nghô ngi nge qa qô qươ quư quo\u0301\u0301
  iên iêu iêng lyên tyêu kyên ghy nghy dý phỷ ký\u0301 yn ych ynh yt hynh
  giiêng giêng\u0301\u0301 giy đyê bă cớc sơng tâ mă lươ tưôn kươ nhă
  mat hoc tap sach mát\u0301 bàc hòp tãch mẻt đẹo\u0301
  zô fa wa ja bz street ng ngh gh tr qu q đ
`);

/** The five tone marks, apart from their letters. */
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;

test.each(REAL)('%s is a syllable, of an onset and a rime', (word) => {
  const syllable = parseSyllable(word);
  const toneless = word.normalize('NFD').replace(TONE_MARKS, '').normalize('NFC');
  expect(`${syllable?.onset}${syllable?.rime}`).toBe(toneless);
});

test.each(NONE)('%s is none', (word) => {
  expect(parseSyllable(word)).toBeUndefined();
});

test('the words cover every onset and nearly every rime', () => {
  const found = REAL.map((word) => parseSyllable(word));
  expect(ONSETS.filter((onset) => !found.some((s) => s?.onset === onset))).toEqual([]);
  const missing = RIMES.filter((rime) => !found.some((s) => s?.rime === rime));
  expect(missing.length).toBeLessThan(RIMES.length * 0.06);
});

/** What the school grammar says of the letters of an onset before a vowel. */
function isWritten(onset: string, rime: string): boolean {
  const front = /^[eêi]/.test(rime);
  if (rime === 'y') return ['', 'h', 'k', 'l', 'm', 's', 't', 'th', 'v'].includes(onset);
  if (rime.startsWith('y')) return onset === '';
  if (['k', 'gh', 'ngh'].includes(onset)) return front;
  if (['c', 'ng'].includes(onset)) return !front;
  if (onset === 'g') return !front || rime === 'i' || rime === 'in' || rime.startsWith('iê');
  if (onset === 'gi') return !rime.startsWith('i') && !/^ê./.test(rime);
  return onset !== '' || !rime.startsWith('iê');
}

const TONES = {
  level: '',
  falling: '\u0300',
  rising: '\u0301',
  asking: '\u0309',
  tumbling: '\u0303',
  heavy: '\u0323',
};

describe('of all onsets, rimes and tones', () => {
  const all = ['', ...ONSETS].filter((onset) => onset !== 'qu');
  const written = new Set([
    ...all.flatMap((onset) => RIMES.filter((rime) => isWritten(onset, rime)).map((rime) => onset + rime)),
    ...RIMES_AFTER_QU.map((rime) => `qu${rime}`),
  ]);

  test('just those are syllables that are written so', () => {
    for (const onset of all)
      for (const rime of RIMES) {
        const word = onset + rime;
        const withTone = `${word.normalize('NFD')}`.replace(/([aeiouy][\u0302\u0306\u031b]?)/, '$1\u0301');
        expect([word, parseSyllable(withTone) !== undefined]).toEqual([word, written.has(word)]);
      }
  });

  test('a stop wants the rising or the heavy tone, all others take any', () => {
    for (const word of written)
      for (const [tone, mark] of Object.entries(TONES)) {
        const marked = word
          .normalize('NFD')
          .replace(
            /([aeiouy][\u0302\u0306\u031b]?)(?=(?:(?![aeiouy]|\u0302|\u0306|\u031b).)*$)/,
            `$1${mark}`,
          );
        const parsed = parseSyllable(marked);
        const stops = /(?:c|ch|p|t)$/.test(word);
        if (stops && tone !== 'rising' && tone !== 'heavy')
          expect([marked, parsed]).toEqual([marked, undefined]);
        else expect([marked, parsed?.tone]).toEqual([marked, tone]);
      }
  });

  test('a letter doubled at the edges, or one that Vietnamese has not, makes a syllable none', () => {
    for (const word of written) {
      const last = word.charAt(word.length - 1);
      if (last !== 'o') expect([word, parseSyllable(word + last)]).toEqual([word, undefined]);
      for (const foreign of 'fjwz') expect(parseSyllable(foreign + word)).toBeUndefined();
      expect(parseSyllable(`${word}1`)).toBeUndefined();
    }
  });
});
