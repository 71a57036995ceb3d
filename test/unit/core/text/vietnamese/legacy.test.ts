import { describe, expect, test } from 'vitest';
import { legacyVietnamese } from '../../../../../server/src/core/text/vietnamese/legacy.ts';

const MEANT = 'Đường Nguyễn Huệ ngập sâu, cả phố vắng lẽ';

describe('a line in an old encoding', () => {
  test.each([
    ['TCVN3', '§\u00adêng NguyÔn HuÖ ngËp s©u, c¶ phè v¾ng lÏ'],
    ['VNI', 'Ñöôøng Nguyeãn Hueä ngaäp saâu, caû phoá vaéng leõ'],
    [
      'VISCII',
      '\u00d0\u00df\u00b6ng Nguy\u00adn Hu\u00ae ng\u00a7p s\u00e2u, c\u00e4 ph\u00af v\u00a1ng l\u00a8',
    ],
    ['VIQR', "DDu+o+`ng Nguye^~n Hue^. nga^.p sa^u, ca? pho^' va('ng le~"],
  ])('%s', (encoding, text) => {
    const found = legacyVietnamese(text, true);
    expect(found?.encoding).toBe(encoding);
    expect(found?.decoded).toBe(MEANT);
  });

  test('capitals of VNI keep their case', () => {
    expect(legacyVietnamese('THAØNH PHOÁ ÑAØ NAÜNG', true)?.decoded).toBe('THÀNH PHỐ ĐÀ NẴNG');
  });

  test('a stop or a question mark before a small letter is an accent of VIQR, at the end it is itself', () => {
    expect(legacyVietnamese('O^ng ho. nga` ba`, a(n co+m o+? nha`.', true)?.decoded).toBe(
      'Ông họ ngà bà, ăn cơm ở nhà.',
    );
  });
});

test.each([
  ['vi', 'Con trai anh Nam hai tay ôm con mèo'],
  ['vi', MEANT],
  ['pt', 'A ação não é boa, há três irmãs lá em São João'],
  ['fr', 'Où est-il né ? À Évry, en été, dès le début'],
])('is not seen in clean %s: %s', (language, text) => {
  expect(legacyVietnamese(text, language === 'vi')).toBeUndefined();
});
