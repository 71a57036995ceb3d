const INDONESIAN =
  'Inggris Indonesia Rusia Jepang Prancis Perancis Spanyol Jerman Belanda Portugis Italia China Tiongkok Korea Turki Thailand Vietnam Yunani';
const MALAY =
  'Inggeris Malaysia Indonesia Rusia Jepun Perancis Sepanyol Jerman Belanda Itali China Korea Turki Thailand';
const VIETNAMESE = 'Anh Nga Pháp Đức Nhật Hàn Thái Ý Trung Lào Việt Hoa Úc Bồ';

/**
 * Phrases that hold a name and do not mean it, by language: `New Mexico` is not Mexico, `Anh ấy` is not England. They
 * are matched like names, longest first, so that an entity of the same or a longer name goes before them.
 */
export const NOT_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  [
    // English phrases stand in articles of all languages.
    'und',
    split(`South China Morning Post|Desert Island Discs|Desert Island|South Cina Morning Post|New Mexico|New Jersey|New England|New Guinea|South Georgia|Northern Ireland|Gulf of Mexico|Gulf of Oman|
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
      Amerika Latin|Amerika Selatan|Amerika Utara|Amerika Tengah|Asia Selatan`).concat(
      languages(['bahasa', 'Bahasa', 'berbahasa', 'Berbahasa'], INDONESIAN),
    ),
  ],
  [
    'vi',
    split(`Bắc Mỹ|Nam Mỹ|Trung Mỹ|châu Mỹ|Mỹ Latinh|Mỹ Latin|Mỹ La-tinh|Mỹ La tinh|Mỹ thuật|Mỹ phẩm|Mỹ nhân|Mỹ nữ|Mỹ viện|
      Ấn Độ Dương|Thái Bình Dương|Anh ấy|Anh ta|Anh em|Anh chị|Anh trai|Anh hùng|Anh rể|Anh cả|Anh này|Anh ngữ|
      Ý kiến|Ý tưởng|Ý nghĩa|Ý nghĩ|Ý định|Ý chí|Ý thức|Ý muốn|Ý đồ|Ý là|Ý tôi|Pháp luật|Pháp lý|Pháp lệnh|Pháp y|
      Pháp sư|Pháp nhân|Pháp danh|Pháp chế|Đức tin|Đức hạnh|Đức tính|Đức Phật|Đức Giáo hoàng|Đức Giáo Hoàng|Đức Mẹ|Đức Chúa|
      Đức Thánh|Đức Cha|Đức Hồng y|Đức Đạt Lai|Áo dài|Áo sơ mi|Áo khoác|Áo thun|Áo phông|Áo giáp|Áo vest|Áo len|Áo đấu|
      Thái độ|Thái tử|Thái giám|Thái hậu|Thái Nguyên|Thái cực|Nhật ký|Nhật báo|Nhật thực|Nhật trình|Lào Cai|Hàn lâm|Hàn thực|
      Ấn tượng|Ấn phẩm|Ấn bản|Ấn định|Bắc Ireland|Vịnh Mexico|New Mexico|Hồ Chad|Biển Nhật Bản|Nga Sơn|
      Chủ Nhật|chủ Nhật|bán đảo Triều Tiên|Bán đảo Triều Tiên|bán đảo Hàn Quốc|chiến tranh Triều Tiên|Chiến tranh Triều Tiên|
      Chúa Nhật|Ngoại hạng Anh|Ngoại Hạng Anh|ngoại hạng Anh|Áo Xanh|áo Xanh|Áo Vàng`).concat(
      languages(['tiếng', 'Tiếng'], VIETNAMESE),
    ),
  ],
  [
    'ms',
    split(
      `Latin Amerika|Amerika Latin|Amerika Selatan|Amerika Utara|Amerika Tengah|Laut China Selatan`,
    ).concat(languages(['bahasa', 'Bahasa', 'berbahasa'], MALAY)),
  ],
  [
    'sw',
    split(`Marekani Kusini|Marekani ya Kati|Marekani ya Kusini|Marekani ya Kaskazini|Marekani Kaskazini`),
  ],
  ['tl', split(`Latin Amerika|Latin America|Hilagang Amerika|Timog Amerika|Gitnang Amerika`)],
  [
    'th',
    split(`กาชาด|มหาดไทย|อ่าวไทย|นิวกินี|ละตินอเมริกา|อเมริกาใต้|อเมริกาเหนือ|อเมริกากลาง|อเมริกันฟุตบอล|
      เหรียญสหรัฐ|ดอลลาร์สหรัฐ|ภาษาไทย|ภาษาอังกฤษ|ภาษาจีน|ภาษาญี่ปุ่น|ภาษาเกาหลี|ภาษาฝรั่งเศส|ภาษาเยอรมัน|ภาษารัสเซีย|
      ภาษาสเปน|ภาษาอิตาลี|ภาษาลาว|ภาษากัมพูชา|ภาษาเวียดนาม|ภาษาอินโดนีเซีย|ภาษาโปรตุเกส|ภาษากรีก|ภาษาตุรกี`),
  ],
  [
    'ja',
    split(
      `南アメリカ|北アメリカ|中央アメリカ|ラテンアメリカ|アメリカ大陸|ニューメキシコ|メキシコ湾|インド洋|東シナ海|南シナ海|日本海|インドネシア語`,
    ),
  ],
  [
    'zh',
    split(`马里兰|馬里蘭|拉丁美洲|南美洲|北美洲|印度洋|印度教|墨西哥湾|新墨西哥|南中国海|东中国海|日本海`),
  ],
  ['ko', split(`인도양|인도네시아어|멕시코만|뉴멕시코|남중국해|동중국해`)],
  [
    'tr',
    split(
      `Kuzey Amerika|Orta Amerika|Güney Amerika|Latin Amerika|Meksika Körfezi|Hint Okyanusu|Güney Çin Denizi|Güney Çin Sabah Postası|Doğu Çin Denizi`,
    ),
  ],
  [
    'ar',
    ['أمريكا', 'أميركا', 'امريكا'].flatMap((america) =>
      ['اللاتينية', 'الجنوبية', 'الشمالية', 'الوسطى'].map((part) => `${america} ${part}`),
    ),
  ],
  ['hi', split(`लैटिन अमेरिका|दक्षिण अमेरिका|उत्तरी अमेरिका|उत्तर अमेरिका|मध्य अमेरिका|दक्षिणी अमेरिका|हिंद महासागर`)],
  ['ru', declined(['Латинск', 'Южн', 'Северн', 'Центральн'], 'ая ой ую ою', 'Америк', 'а и е у ой')],
  [
    'uk',
    declined(['Латинськ', 'Південн', 'Північн', 'Центральн'], 'а ої ій у ою', 'Америк', 'а и у ою').concat(
      declined(['Латинськ', 'Південн', 'Північн', 'Центральн'], 'ій', 'Амери', 'ці'),
    ),
  ],
  ['pl', declined(['Ameryk'], 'a i ę ą', 'Południow Północn Łacińsk Środkow', 'a ej ą')],
  ['nl', split(`Latijns-Amerika|Zuid-Amerika|Noord-Amerika|Midden-Amerika|Centraal-Amerika`)],
  [
    'es',
    split(
      `América Latina|América del Sur|América del Norte|América Central|Nuevo México|Golfo de México|océano Índico`,
    ),
  ],
  ['pt', split(`América Latina|América do Sul|América do Norte|América Central|Novo México|Golfo do México`)],
  [
    'fr',
    split(
      `Amérique latine|Amérique du Sud|Amérique du Nord|Amérique centrale|Nouveau-Mexique|golfe du Mexique`,
    ),
  ],
  ['it', split(`America Latina|America del Sud|America del Nord|America centrale|Nuovo Messico`)],
]);

/** The languages that are named after countries: a language's name is none of the country. */
function languages(words: readonly string[], names: string): readonly string[] {
  return words.flatMap((word) => names.split(' ').map((name) => `${word} ${name}`));
}

/** Two words with all their endings. */
function declined(
  firsts: readonly string[],
  endings: string,
  seconds: string,
  further: string,
): readonly string[] {
  const before = firsts.flatMap((first) => endings.split(' ').map((ending) => first + ending));
  const behind = seconds.split(' ').flatMap((second) => further.split(' ').map((ending) => second + ending));
  return before.flatMap((first) => behind.map((second) => `${first} ${second}`));
}

function split(phrases: string): readonly string[] {
  return phrases.split('|').map((phrase) => phrase.trim());
}
