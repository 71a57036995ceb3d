/**
 * Words beside a name, or in it, that tell what it names. All lower case; phrases have single blanks. Chosen by hand for
 * what newspapers write; none of them is needed, and none proves anything: see `evidence.ts` for what each counts.
 */
export interface Cues {
  /** Stand before a person's name: offices and forms of address. */
  readonly titles: ReadonlySet<string>;
  /** Stand between the title of a minister and the name: what the ministry is in charge of. */
  readonly portfolios: ReadonlySet<string>;
  /**
   * Stand before the name of a group: its members, or who speaks for it. Some are titles too: a single word behind
   * them is far oftener the group than the person.
   */
  readonly groups: ReadonlySet<string>;
  /** Verbs of speech that stand after whoever speaks. */
  readonly speechAfter: ReadonlySet<string>;
  /** And before: `said Ada Lovelace,` */
  readonly speechBefore: ReadonlySet<string>;
  /** Prepositions of place before a name. */
  readonly places: ReadonlySet<string>;
  /** Kinds of organisations that are no part of the name behind them, though a sentence begins with them. */
  readonly kinds: ReadonlySet<string>;
  /** Kinds of towns and districts before their name. */
  readonly districts: ReadonlySet<string>;
  /** Begin, or end, the names of organisations; places of nature; buildings. */
  readonly heads: readonly Heads[];
  /** Buildings that a town has one of: what stands behind them may be the town. */
  readonly ofTowns: ReadonlySet<string>;
  /** Capitalised words that name nobody: days, months, holidays, what begins sentences. */
  readonly ordinary: ReadonlySet<string>;
  /** Small words inside the names of organisations, which their heads begin: `Ministry of`. */
  readonly linkers: ReadonlySet<string>;
  /** Small words inside the names of people. */
  readonly particles: ReadonlySet<string>;
}

export interface Heads {
  readonly label: 'ORG' | 'LOC' | 'FAC';
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
}

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s*[,\n]\s*/));

function heads(label: Heads['label'], first: string, last: string): Heads {
  return { label, first: list(first), last: list(last) };
}

/** How the names of organisations end in articles of every language, where they are left in English. */
const ENGLISH_ENDS =
  'group, inc, corp, ltd, plc, llc, university, news, institute, fc, foundation, bank, airlines, agency, service, times, post, committee, council, organization, entertainment, league, network, company, association, giants, united';

const ENGLISH: Cues = {
  titles:
    list(`mr, mrs, ms, miss, dr, prof, professor, president, prime minister, minister, foreign minister, chancellor,
    secretary, secretary of state, spokesman, spokeswoman, spokesperson, senator, governor, mayor, king, queen, prince,
    princess, pope, general, colonel, captain, lieutenant, judge, justice, chairman, chairwoman, director, chief, ceo,
    ambassador, envoy, emissary, leader, coach, sheriff, sir, lady, lord, rep, sen, gov, gen, col, sgt, commander,
    analyst, actor, actress, singer, author, deputy, detective, officer, inspector, superintendent, sergeant, stylist, reporter, premier, sheikh, imam, bishop, father, sister`),
  portfolios: list(
    'foreign, defence, defense, interior, finance, health, education, justice, culture, information',
  ),
  groups: list(
    'spokesman for, spokeswoman for, spokesperson for, members of, fighters of, leaders of, officials of',
  ),
  speechAfter: list(
    'said, says, told, added, stressed, warned, announced, claimed, stated, tweeted, wrote, insisted, argued, explained',
  ),
  speechBefore: list('said, says, added, insisted, explained'),
  places: list('in, near, outside, north of, south of, east of, west of'),
  kinds: list('-'),
  districts: list('city of, town of, village of, province of, district of, state of'),
  ofTowns: list('-'),
  heads: [
    heads(
      'ORG',
      'university of, ministry of, department of, bank of, institute of, bureau of, house of, court of, association of',
      `university, ministry, group, inc, corp, corporation, ltd, plc, llc, bank, party, agency, council, committee,
      institute, association, court, commission, department, company, federation, army, police, times, post, news,
      foundation, airlines, airways, center, centre, assembly, senate, network, laboratory, academy, alliance, movement, front, club, league, society, service, services, authority, organization, organisation,
      board, congress, parliament, office, fund, college, school, hospital, motors, technologies, holdings, partners`,
    ),
    heads(
      'LOC',
      'lake, mount, gulf of, strait of, bay of, cape, river',
      'river, mountains, sea, island, islands, ocean, valley, desert, peninsula, strait',
    ),
    heads(
      'FAC',
      '-',
      'airport, bridge, stadium, street, avenue, tower, museum, cathedral, mosque, hall, arena, prison, dam, hotel',
    ),
  ],
  ordinary:
    list(`monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, may, june,
    july, august, september, october, november, december, christmas, easter, i, god, tv, am, pm, mr, mrs, ms, dr, st,
    internet, covid, however, english, bst, edt, pdt, cet, fm,  photo, image, read more, advertisement, gmt, utc, est, usd, update, video, covid-19`),
  linkers: list('of, the, for, and'),
  particles: list('de, del, la, van, von, der, den, bin, ibn, al, el, du, da, dos, di, le'),
};

const INDONESIAN: Cues = {
  titles:
    list(`presiden, wakil presiden, perdana menteri, menteri, menteri luar negeri, menlu, menko, gubernur, bupati,
    wali kota, walikota, camat, ketua, wakil ketua, direktur, direktur utama, dirut, sekretaris, juru bicara, jubir, kepala,
    jenderal, letjen, mayjen, brigjen, kolonel, kapten, kombes, akbp, kompol, iptu, ipda, prof, profesor, dr, doktor, ir,
    drs, hj, haji, kh, ustaz, ustadz, kyai, kiai, raja, ratu, pangeran, sultan, paus, bapak, pak, ibu, bu, tuan, nyonya,
    aktor, aktris, penyanyi, pelatih, pemain, hakim, jaksa, pengacara, pengamat, analis, wartawan, senator, duta besar,
    dubes, kapolri, kapolda, kapolres, kapolsek, panglima, komandan, anggota, pemimpin, kanselir, ceo, bernama, almarhum`),
  portfolios:
    list(`luar, dalam, negeri, pendidikan, tinggi, kebudayaan, riset, teknologi, pertahanan, keamanan, keuangan, kesehatan, hukum,
    agama, sosial, perhubungan, pertanian, perdagangan, perindustrian, informasi, komunikasi, energi, kehakiman`),
  groups:
    list(`kelompok, militan, pejuang, milisi, gerilyawan, pejabat, perwakilan, penguasa, pemimpin, anggota,
    delegasi, juru bicara, jubir, dikuasai, cabang, afiliasi`),
  speechAfter:
    list(`mengatakan, menyatakan, menegaskan, mengungkapkan, menjelaskan, menuturkan, menyebut, menyebutkan,
    menambahkan, memaparkan, menilai, mengaku, berkata, berharap`),
  speechBefore: list('kata, ujar, ucap, tutur, ungkap, jelas, tegas, imbuh, terang, papar, sebut'),
  places: list('di, dekat, di luar, di dekat, di sekitar'),
  kinds: list('-'),
  districts: list('kota, kabupaten, provinsi, desa, kecamatan, kelurahan, distrik, dusun, ibu kota'),
  ofTowns: list('bandara, bandar udara, pelabuhan, stasiun, pasar, terminal, rsud, rumah sakit'),
  heads: [
    heads(
      'ORG',
      `universitas, kementerian, kemenko, pt, cv, bank, partai, badan, dewan, komisi, mahkamah, lembaga, institut, asosiasi,
      yayasan, polda, polres, polsek, majelis, ikatan, persatuan, himpunan, organisasi, perusahaan, dinas, direktorat,
      komite, pengadilan, kejaksaan, departemen, kepolisian, kedutaan, kedubes, konsulat, akademi, politeknik, koperasi, perhimpunan, fraksi, biro, dirjen`,
      `tbk, grup, media, images, ${ENGLISH_ENDS}`,
    ),
    heads(
      'LOC',
      'sungai, gunung, laut, pulau, danau, selat, teluk, samudra, samudera, semenanjung, kepulauan',
      '-',
    ),
    heads(
      'FAC',
      'bandara, jalan, jl, jembatan, stadion, masjid, rumah sakit, rsud, gedung, pelabuhan, stasiun, gereja, pasar, lapas, terminal, hotel, balai kota',
      'stadium, tower, hall, arena, hotel, mall',
    ),
  ],
  ordinary:
    list(`bst, gmt, senin, selasa, rabu, kamis, jumat, sabtu, minggu, januari, februari, maret, april, mei, juni, juli, agustus,
    september, oktober, november, desember, ramadan, natal, idul fitri, lebaran, allah, tuhan, islam, kristen, hindu, wib,
    wita, wit, tv, ri, rp, covid, foto, gambar, baca juga, baca, internet, undang-undang, uu, pemilu, pilkada, pilpres,
    advertisement, hari, pemerintah, negara, anda, ktp, hp, video, gmt, us, usd, ad`),
  particles: list('bin, binti, al, el, de, van, von, der, la, ibn'),
  linkers: list('dan, of, the, untuk'),
};

const VIETNAMESE: Cues = {
  titles:
    list(`ông, bà, anh, chị, cô, chú, em, thủ tướng, phó thủ tướng, chủ tịch, phó chủ tịch, tổng thống, phó tổng thống,
    bộ trưởng, thứ trưởng, ngoại trưởng, tổng bí thư, bí thư, giám đốc, phó giám đốc, tổng giám đốc, phát ngôn viên,
    người phát ngôn, đại tướng, thượng tướng, trung tướng, thiếu tướng, đại tá, thượng tá, trung tá, thiếu tá, đại úy,
    giáo sư, tiến sĩ, thạc sĩ, bác sĩ, luật sư, gs, ts, ths, bs, pgs, nhà báo, nhà văn, ca sĩ, diễn viên, cầu thủ,
    huấn luyện viên, hlv, vua, nữ hoàng, hoàng tử, giáo hoàng, đại sứ, trưởng phòng, hiệu trưởng, nghị sĩ, thống đốc,
    tổng thư ký, nhà lãnh đạo, lãnh đạo, thẩm phán, chuyên gia, nhà phân tích, phó giáo sư, tổng tư lệnh, tư lệnh, thị trưởng, đạo diễn`),
  portfolios: list('-'),
  groups: list(`phiến quân, lực lượng, tay súng, chiến binh, thành viên, dân quân, đại diện, quan chức,
    lãnh đạo, thủ lĩnh, phái đoàn, phát ngôn viên, người phát ngôn, đại diện của, quan chức của, thành viên của,
    người phát ngôn của, chi nhánh của`),
  speechAfter: list(
    'nói, nói rằng, cho biết, cho hay, cho rằng, khẳng định, nhấn mạnh, bày tỏ, chia sẻ, cảnh báo, kể',
  ),
  speechBefore: list('-'),
  places: list('tại, ở, gần'),
  kinds: list('hãng, tờ, nhóm, kênh, đài'),
  districts: list(
    'tỉnh, thành phố, huyện, quận, xã, phường, thị xã, thị trấn, làng, thôn, tp, bang, thủ đô, khu vực, vùng',
  ),
  ofTowns: list('sân bay, cảng, nhà ga, bệnh viện'),
  heads: [
    heads(
      'ORG',
      'đại học, trường đại học, công ty, tập đoàn, ngân hàng, báo, tờ, hãng, hãng tin, kênh, câu lạc bộ, clb, viện, bệnh viện, tổ chức, nhóm',
      ENGLISH_ENDS,
    ),
    heads(
      'LOC',
      'sông, núi, đảo, hồ, biển, vịnh, quần đảo, bán đảo, eo biển, dãy, sa mạc, châu, thái bình, đông nam, trung đông',
      '-',
    ),
    heads(
      'FAC',
      'sân bay, cầu, sân vận động, chùa, đền, nhà thờ, đường, phố, cảng, khách sạn, tòa nhà, bảo tàng',
      '-',
    ),
  ],
  ordinary:
    list(`bst, ptsd, tết, noel, internet, tv, covid, covid-19, gmt, usd, vnd, ảnh, video, thứ, chủ nhật, trung ương, quốc hội, chính phủ,
    đảng, nhà nước, hiến pháp, công an, đoàn, mặt trận, phật, chúa, anh, em, facebook, email, nhân dân`),
  particles: list('de, del, la, van, von, der, bin, ibn, al, el'),
  linkers: list('và, of, the'),
};

/** Of a language without words of its own: shapes alone count, and what is international. */
const OTHER: Cues = {
  titles: list('dr, prof, mr, mrs'),
  portfolios: list('-'),
  groups: list('-'),
  speechAfter: list('-'),
  speechBefore: list('-'),
  places: list('-'),
  kinds: list('-'),
  districts: list('-'),
  ofTowns: list('-'),
  heads: [heads('ORG', '-', 'inc, corp, ltd, plc, fc, group, university, gmbh, ag, sa')],
  ordinary: list('internet, covid, tv'),
  particles: list('de, del, la, van, von, der, den, bin, ibn, al, el, du, da, dos, di, le'),
  linkers: list('-'),
};

/** Languages that give capitals to all nouns, so that a capital says nothing. */
const ALL_NOUNS: ReadonlySet<string> = new Set(['de', 'lb']);

/** The cues of a language (BCP 47 primary subtag); undefined where capitals tell no names. */
export function cuesOf(language: string): Cues | undefined {
  if (ALL_NOUNS.has(language)) return undefined;
  if (language === 'en') return ENGLISH;
  if (language === 'id' || language === 'ms') return INDONESIAN;
  return language === 'vi' ? VIETNAMESE : OTHER;
}
