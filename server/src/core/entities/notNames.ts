/**
 * Phrases that hold a name and do not mean it, by language: `New Mexico` is not Mexico, `Anh ấy` is not England. They
 * are matched like names, longest first, so that an entity of the same or a longer name goes before them.
 */
export const NOT_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'en',
    split(`New Mexico|New Jersey|New England|New Guinea|South Georgia|Northern Ireland|Gulf of Mexico|Gulf of Oman|
      Gulf of Guinea|Lake Chad|St. Martin's|St Martin's|Guinea pig|Guinea pigs|Guinea fowl|Georgia Tech|Air France|Air India|Air China|
      South China Sea|East China Sea|Sea of Japan|Indian Ocean|Persian Gulf|China Daily|Jersey City|Panama Canal|
      Native American|Native Americans|African American|African Americans|American football|French fries|Turkish bath|
      Greek yogurt|Swiss cheese|Dutch oven|Iran International|Bank of China|Bank of England|Radio Free Europe|
      Washington Post|New York Times|Latin America|South America|North America|Central America`),
  ],
  [
    'id',
    split(`Laut China Selatan|Laut Cina Selatan|Laut Tiongkok Selatan|Teluk Meksiko|Meksiko Baru|Irlandia Utara|
      Danau Chad|Samudra India|Samudera India|Kebangsaan Malaysia|Bank Indonesia|Garuda Indonesia|Teluk Oman|
      Telkom Indonesia|CNN Indonesia|BBC Indonesia|VOA Indonesia|CNBC Indonesia|Liga Inggris|Liga Spanyol|Liga Italia|
      Amerika Latin|Amerika Selatan|Amerika Utara|Amerika Tengah|Asia Selatan`),
  ],
  [
    'vi',
    split(`Bắc Mỹ|Nam Mỹ|Trung Mỹ|châu Mỹ|Mỹ Latinh|Mỹ Latin|Mỹ La-tinh|Mỹ La tinh|Mỹ thuật|Mỹ phẩm|Mỹ nhân|Mỹ nữ|Mỹ viện|
      Ấn Độ Dương|Thái Bình Dương|Anh ấy|Anh ta|Anh em|Anh chị|Anh trai|Anh hùng|Anh rể|Anh cả|Anh này|Anh ngữ|
      Ý kiến|Ý tưởng|Ý nghĩa|Ý nghĩ|Ý định|Ý chí|Ý thức|Ý muốn|Ý đồ|Ý là|Ý tôi|Pháp luật|Pháp lý|Pháp lệnh|Pháp y|
      Pháp sư|Pháp nhân|Pháp danh|Pháp chế|Đức tin|Đức hạnh|Đức tính|Đức Phật|Đức Giáo hoàng|Đức Giáo Hoàng|Đức Mẹ|Đức Chúa|
      Đức Thánh|Đức Cha|Đức Hồng y|Đức Đạt Lai|Áo dài|Áo sơ mi|Áo khoác|Áo thun|Áo phông|Áo giáp|Áo vest|Áo len|Áo đấu|
      Thái độ|Thái tử|Thái giám|Thái hậu|Thái Nguyên|Thái cực|Nhật ký|Nhật báo|Nhật thực|Nhật trình|Lào Cai|Hàn lâm|Hàn thực|
      Ấn tượng|Ấn phẩm|Ấn bản|Ấn định|Bắc Ireland|Vịnh Mexico|New Mexico|Hồ Chad|Biển Nhật Bản|Nga Sơn`),
  ],
]);

function split(phrases: string): readonly string[] {
  return phrases.split('|').map((phrase) => phrase.trim());
}
