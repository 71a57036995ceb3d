import { isCapitalised, startsSentence, wordAfter, wordBefore } from './neighbours.ts';
import type { SearchedText } from './searchedText.ts';

/** Vietnamese names of countries that are syllables of personal names as well. */
const VIETNAMESE_BOTH: ReadonlySet<string> = new Set([
  'Anh',
  'Nga',
  'Đức',
  'Pháp',
  'Mỹ',
  'Ý',
  'Áo',
  'Úc',
  'Lào',
  'Thái',
  'Nhật',
  'Hàn',
  'Ấn',
  'Trung',
]);

/** Frequent syllables of Vietnamese personal names. */
const VIETNAMESE_SYLLABLES: ReadonlySet<string> = new Set(
  (
    'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Trịnh Đinh Lâm Mai Trương Tô Hà Cao ' +
    'Châu Quách Tạ Thái Lưu Lương La Chu Kiều Văn Thị Tống Tăng Vương Doãn Khổng Nghiêm Mạc Phùng Thân Triệu Tôn An Anh Ánh ' +
    'Ân Bách Bảo Bình Chi Chí Công Cường Danh Diễm Diệp Diệu Dũng Duy Duyên Đại Đan Đạt Đăng Đức Gia Giang Hải Hân Hạnh Hằng ' +
    'Hạ Hậu Hiền Hiếu Hiệp Hoa Hòa Hoài Hoàn Hồng Huệ Hùng Huy Huyền Hương Hưng Khải Khang Khánh Khoa Khôi Kiên Kiệt Kim Lan ' +
    'Lam Liên Linh Loan Long Lộc Lợi Luân Ly Mạnh Minh My Mỹ Nga Ngân Nghĩa Ngọc Nguyên Nguyệt Nhân Nhật Nhi Như Nhung Oanh ' +
    'Phong Phú Phúc Phương Phượng Pháp Quân Quang Quốc Quý Quyên Quỳnh Sang Sơn Tài Tâm Tân Thắng Thanh Thành Thảo Thiên ' +
    'Thịnh Thọ Thu Thư Thúy Thủy Thy Tiến Tín Toàn Trang Trâm Trí Trinh Trúc Tú Tuấn Tuệ Tùng Tuyết Uyên Vân Việt Vinh Vy Xuân Yến Ý'
  ).split(' '),
);

/** Words that stand before a person's name in Vietnamese. */
const VIETNAMESE_TITLES: ReadonlySet<string> = new Set(
  'ông bà anh chị cô chú bác em cậu dì thầy cháu bé má mẹ bố cụ nàng chàng Ông Bà Anh Chị Cô Chú Bác Em Cậu Thầy Cụ'.split(
    ' ',
  ),
);

/** After `Anh` that begins a sentence, these show that the country is meant and not the pronoun. */
const STATE_VERBS =
  /^\s+(?:cảnh báo|tuyên bố|công bố|trừng phạt|kêu gọi|phản đối|ủng hộ|viện trợ|rút quân|triển khai|xác nhận|áp lệnh|siết|và \p{Lu}|, \p{Lu})/u;
const NEXT_STATE = /^(?:(?:,| và| -| –|-|–|\/)\s?\p{Lu}|\s['"‘“])/u;

/** English names of places that are given names or surnames as well. */
const ENGLISH_BOTH: ReadonlySet<string> = new Set(
  'Jordan Chad Georgia Israel Kenya India Paris Washington Sydney Austin Florence Victoria Holland Ireland Cuba'.split(
    ' ',
  ),
);

const OFTEN_GIVEN: ReadonlySet<string> = new Set(['Jordan', 'Chad', 'Georgia']);
const HEADS: ReadonlySet<string> = new Set(
  'vương thống tướng presiden raja perdana roi rey rei président presidente präsident könig'.split(' '),
);
/** After the place, and not after a given name: a postposition or a mark. */
const HINDI_PLACE = /^(?:[\s]+(?:में|के|ने|को|से|का|की|पर|और|व|द्वारा|तक)(?=$|[\s,।.])|[^\s\p{L}\p{M}]|$)/u;

/** Capitalised words beside such a name that are no part of a person's. */
const NO_GIVEN_NAME: ReadonlySet<string> = new Set(
  (
    'In From To For With And But The Of At By As If On Southern Northern Eastern Western Central Neighbouring Neighboring ' +
    'Occupied President King Queen Prime Minister Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February ' +
    'March April May June July August September October November December When While Since Although Because After Before ' +
    'Like Unlike Both Today Yesterday Meanwhile However Last This That Also Foreign Parliament Army River Valley Embassy'
  ).split(' '),
);

/**
 * True where a name that both a place and people bear is, by its neighbours, part of a person's name or a pronoun. In
 * a headline, where capitals tell nothing, English names count as places.
 */
export function looksPersonal(at: SearchedText, start: number, end: number, name: string): boolean {
  if (at.language === 'vi' && !OFTEN_GIVEN.has(name)) {
    if (VIETNAMESE_BOTH.has(name)) return isVietnamesePerson(at.text, start, end, name);
    return VIETNAMESE_BOTH.has(capitalised(name)) && isPersonInCapitals(at.text, start, end);
  }
  if (at.language === 'hi' && name === 'जॉर्डन') return !HINDI_PLACE.test(at.text.slice(end, end + 8));
  if (at.language !== 'en' && OFTEN_GIVEN.has(name)) return isGivenName(at.text, start, end);
  if (at.language !== 'en' || !ENGLISH_BOTH.has(name)) return false;
  return isEnglishPerson(at.text, start, end) && at.letterCase() === 'sentence';
}

/** In a line of capitals titles are no guide, since `BÀ NGA` and `MỸ` look alike: only other syllables of names are. */
function isPersonInCapitals(text: string, start: number, end: number): boolean {
  const before = capitalised(wordBefore(text, start));
  const after = capitalised(wordAfter(text, end));
  return VIETNAMESE_TITLES.has(before) || VIETNAMESE_SYLLABLES.has(before) || VIETNAMESE_SYLLABLES.has(after);
}

function capitalised(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

function isVietnamesePerson(text: string, start: number, end: number, name: string): boolean {
  const before = wordBefore(text, start);
  const after = wordAfter(text, end);
  if (VIETNAMESE_TITLES.has(before)) return true;
  if (VIETNAMESE_SYLLABLES.has(before) && !startsSentence(text, start - 1 - before.length)) return true;
  if (VIETNAMESE_SYLLABLES.has(before) && VIETNAMESE_SYLLABLES.has(after)) return true;
  if (VIETNAMESE_SYLLABLES.has(after)) return true;
  if (name !== 'Anh' || !startsSentence(text, start)) return false;
  const rest = text.slice(end, end + 24);
  return !STATE_VERBS.test(rest) && !NEXT_STATE.test(rest);
}

/** In other languages these are given names where a surname follows; a state before it names its head: `vương Jordan Abdullah`. */
function isGivenName(text: string, start: number, end: number): boolean {
  return isCapitalised(wordAfter(text, end)) && !HEADS.has(wordBefore(text, start));
}

function isEnglishPerson(text: string, start: number, end: number): boolean {
  const before = wordBefore(text, start);
  const after = wordAfter(text, end);
  const beforeIsName = isCapitalised(before) && !NO_GIVEN_NAME.has(before);
  const afterIsName = isCapitalised(after) && !NO_GIVEN_NAME.has(after);
  return beforeIsName || afterIsName;
}
