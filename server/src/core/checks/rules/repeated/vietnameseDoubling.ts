import type { Token } from '../../../text/tokens.ts';
import { isSyllable } from '../../../text/vietnamese/syllable.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Syllables that Vietnamese doubles whole (từ láy toàn bộ): adverbs of time and degree, quantities that mean “every”,
 * colours, tastes and manners that are softened by doubling, sounds, and the number and the year of `năm năm`.
 */
const DOUBLED: ReadonlySet<string> = words(`
  luôn mãi khăng từ dần thường hay ngày đêm đời năm tháng tuần giờ người nhà nơi chốn ai đâu gì khác xa gần vân hai ba tám
  xanh đỏ vàng trắng đen tím hồng nâu xám cao thấp to nhỏ dài ngắn rộng hẹp sâu nông nhanh chậm nhẹ nặng đều vừa lâu mau
  sớm xinh đẹp hiền ngoan vui buồn chua ngọt cay đắng mặn nhạt nóng lạnh ấm mát khô ướt mềm cứng mỏng dày cũ mới non già
  trẻ gầy béo tốt hơi khá rất lắm quá càng chỉ rưng rào ầm ù rì lăm chằm đùng bừng hừng phăng oang vo vù vun cuồn nườm ùn
  ngùn chang chói hớn rành vanh sừng trùng lớp tầng hàng vạn triệu ngàn trăm mươi đau quanh song đinh nao rừng lâng thao
  tăm hằng kìn khư trơ đăm nho xâm rung rộn phơi lung long lanh ngời sáng tối mờ âm thăm thoang thoảng lặng im êm thầm thì
  xì rầm sùng sục dằng chót vót đùm be bé con cỏn tí chút kha xoành ngay lia tới tấp ào rần cười khóc nói đi chạy nghĩ bay
  nhao xôn dồn dập đung trao chồng lượt loạt nhóm đoàn bầy chiều sáng trưa sương mưa gió hiu thiu rười xao riêng chung tự
  phải đúng sai thật giả chắc hẳn cộc lốc ngang tàng châm đăm đắm mê say rạo bồi hồi thèm no đói khát thon tròn vuông mượt`);

/**
 * True where a Vietnamese syllable that stands twice in a row is damage. Two compounds may meet in one syllable
 * (mục tiêu + tiêu diệt); that needs a syllable of a compound on either side: beside a mark, a number or a function word
 * there is none.
 *
 * @param before the token before the pair, and `after` the one behind it; undefined at the paragraph's ends
 * @param functionWords words that belong to no compound
 */
export function isDoubledByMistake(
  word: string,
  before: Token | undefined,
  after: Token | undefined,
  functionWords: ReadonlySet<string>,
): boolean {
  if (functionWords.has(word)) return true;
  if (DOUBLED.has(word) || !isSyllable(word)) return false;
  const standsAlone = (token: Token | undefined) =>
    token === undefined || token.kind !== 'word' || functionWords.has(token.text.toLowerCase());
  return standsAlone(before) || standsAlone(after);
}
