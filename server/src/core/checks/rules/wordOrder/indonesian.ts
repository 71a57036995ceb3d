import type { WordOrderGrammar } from './grammar.ts';

/** Words that begin like active verbs and are none, or are prepositions too. */
const NO_ACTIVE = new Set(
  'memang memori member mental mentah mentor menteri mentega menit menara menantu menurut mengenai menjelang menuju mendadak mengapa mendung mendiang memorandum memoar mentari mentalitas mendatang menengah menyeluruh mendasar mendalam menarik menteri'.split(
    ' ',
  ),
);

/** Indonesian: function words have fixed neighbours, and verbs show by their prefixes. */
export const INDONESIAN: WordOrderGrammar = {
  classes: {
    // Prepositions of place and direction, which take a noun only.
    PLACE: 'di ke',
    PREPOSITION: 'oleh kepada terhadap bagi pada',
    FOR: 'untuk dengan dari tentang',
    AND: 'dan atau',
    BUT: 'tetapi namun serta',
    THAT: 'bahwa',
    IF: 'karena jika ketika meskipun agar sehingga',
    WILL: 'akan telah',
    TENSE: 'sedang sudah belum masih',
    NOT: 'tidak',
    BE: 'adalah ialah merupakan',
    // Classifiers and the mark of the plural, which open a noun phrase.
    ONE: 'sebuah suatu seekor sang',
    PLURAL: 'para',
    EVERY: 'setiap tiap',
    SUBJECT: 'ia',
    PERSON: 'saya dia mereka kami kita anda',
    DEGREE: 'sangat terlalu paling',
    MODAL: 'dapat bisa harus mampu ingin',
    SOME: 'beberapa seluruh',
    // Nouns that are neither verbs nor adjectives.
    NOUN: 'pemerintah negara orang tahun rumah presiden menteri kota anak perempuan perusahaan polisi kepolisian partai warga masyarakat rakyat pasukan tentara serangan kelompok kasus hukum pengadilan hakim jaksa korban harga pasar ekonomi bank dana uang dolar juta laporan keputusan wilayah daerah provinsi kabupaten sekolah universitas siswa mahasiswa guru dokter petugas pejabat pemimpin anggota pemain tim pertandingan musim gol klub film lagu buku berita media wartawan keluarga pria wanita laki bulan minggu jam menit waktu tempat acara program proyek produk perjanjian pertemuan pembicaraan hubungan masalah kejahatan penjara kebijakan pembangunan penelitian penyakit pasien obat',
    STATIVE:
      'berada bekerja bermain berbicara berjalan bertemu berusaha berharap bertanya berlangsung bertanggung berhasil berakhir bertahan berkata berubah bergabung berencana',
    ACTIVE: '',
    PASSIVE: '',
  },
  never: [
    // A preposition opens a phrase with a noun.
    [
      'PLACE',
      'PLACE PREPOSITION FOR AND BUT THAT IF WILL TENSE NOT BE SUBJECT DEGREE ACTIVE PASSIVE yang tersebut ini itu juga pun hanya lebih seorang dapat bisa harus',
    ],
    [
      'PREPOSITION',
      'PLACE PREPOSITION FOR AND BUT THAT WILL TENSE BE SUBJECT ACTIVE PASSIVE tersebut juga pun tidak dapat bisa harus',
    ],
    ['FOR', 'AND BUT THAT BE tersebut juga pun oleh kepada telah IF SUBJECT'],
    ['dengan', 'dengan untuk akan'],
    ['dari', 'dari dengan akan ke'],
    ['untuk', 'untuk akan sudah'],
    ['sebagai', 'PLACE oleh kepada AND BE THAT WILL tersebut PASSIVE'],
    // The relative word opens a clause; a coordination joins like to like.
    ['yang', 'yang AND BUT THAT pun adalah'],
    ['AND', 'AND tersebut pun'],
    ['BUT', 'AND tersebut pun'],
    ['THAT', 'AND BUT THAT BE tersebut pun juga'],
    ['IF', 'AND BE THAT tersebut pun'],
    // Marks of tense stand before the verb.
    ['WILL', 'yang oleh dari THAT IF BE ONE PLURAL EVERY tersebut untuk pun pada kepada seorang'],
    ['TENSE', 'yang oleh THAT BE PLURAL tersebut'],
    ['telah', 'akan di ke dan atau itu ini dengan'],
    ['NOT', 'AND BUT oleh PLURAL ONE BE THAT telah sudah tersebut yang'],
    ['BE', 'AND BUT BE WILL oleh tersebut pun'],
    // Classifiers and the plural's mark stand before a noun.
    [
      'PLURAL',
      'PLACE PREPOSITION FOR AND BUT THAT IF WILL TENSE NOT BE ONE PLURAL EVERY SUBJECT PERSON DEGREE ACTIVE PASSIVE yang tersebut ini itu juga pun seorang lebih dapat bisa',
    ],
    [
      'ONE EVERY',
      'PLACE PREPOSITION FOR AND BUT THAT IF WILL TENSE BE ONE PLURAL EVERY SUBJECT PERSON PASSIVE tersebut ini itu juga pun seorang',
    ],
    ['ONE', 'ACTIVE tidak'],
    ['seorang', 'untuk oleh BE WILL THAT itu ini tersebut ACTIVE PASSIVE PLURAL ONE kepada karena'],
    // A degree stands before what it grades.
    ['DEGREE', 'PLACE oleh kepada pada AND BUT THAT BE ONE PLURAL IF yang tersebut ini itu WILL dari untuk'],
    ['lebih', 'yang oleh BE WILL THAT tersebut ini itu ONE PLURAL di'],
    // One demonstrative to a noun, at its end.
    ['tersebut', 'tersebut ini itu'],
    ['ini', 'ini tersebut'],
    ['itu', 'itu tersebut'],
    // An active verb has no agent.
    ['ACTIVE', 'oleh'],
    ['SUBJECT', 'tersebut ini itu SUBJECT ONE PLURAL oleh'],
    ['juga', 'juga pun tersebut'],
    ['PLACE PLURAL ONE oleh kepada terhadap', 'STATIVE'],
    // What stands before a verb or an adjective has no noun behind it.
    ['telah sedang NOT DEGREE', 'NOUN'],
    ['MODAL', 'NOUN tersebut BE THAT oleh PLURAL ONE dari'],
    ['DEGREE', 'STATIVE PASSIVE'],
    [
      'SOME',
      'AND THAT BE WILL tersebut untuk oleh dengan ke kepada NOT itu ACTIVE PASSIVE STATIVE PLURAL ONE karena',
    ],
    [
      'secara',
      'PLACE PREPOSITION FOR AND BUT THAT BE WILL NOT ini itu tersebut yang ONE PLURAL IF ACTIVE NOUN PERSON',
    ],
    ['menjadi', 'AND THAT BE WILL tersebut oleh IF ACTIVE'],
    ['dalam', 'AND THAT BE WILL oleh PASSIVE'],
    ['ACTIVE', 'tersebut'],
  ],
  seldom: [
    ['PREPOSITION', 'IF yang'],
    ['FOR', 'TENSE PLACE FOR WILL'],
    ['PERSON', 'PERSON SUBJECT ONE PLURAL'],
    ['ACTIVE', 'BE'],
    ['WILL', 'AND BUT ini itu'],
    ['TENSE', 'AND IF ONE'],
    ['ONE EVERY', 'yang NOT'],
    ['IF', 'IF oleh'],
    ['BE', 'ini itu PLACE'],
    ['AND', 'adalah oleh'],
    ['PLACE', 'PERSON'],
    ['akan sudah belum masih', 'NOUN'],
    ['yang', 'NOUN'],
    ['PASSIVE', 'tersebut'],
  ],
  usual: [
    ['yang', 'di akan telah tidak sudah sedang lebih sangat dapat bisa paling'],
    ['untuk', 'ACTIVE'],
    ['akan tidak telah sudah dapat bisa ingin harus sedang', 'ACTIVE PASSIVE'],
    ['dan yang', 'ACTIVE'],
    ['oleh untuk dari pada bagi', 'para seorang sebuah'],
    ['adalah', 'sebuah seorang'],
    ['dari', 'yang'],
    ['bahwa', 'ia dia mereka kami kita'],
    ['tidak', 'ada akan dapat bisa'],
    ['lebih', 'dari'],
    ['ACTIVE', 'bahwa'],
    ['pada', 'tahun hari'],
    ['orang hal saat tahun', 'yang ini itu'],
    ['salah', 'satu'],
    ['NOUN', 'yang ini itu tersebut'],
    ['di ke dari pada oleh para bagi', 'NOUN'],
  ],
  notBeforeMark: 'PLACE PREPOSITION PLURAL ONE EVERY telah merupakan adalah sebagai dari untuk dengan',
  notLast: 'yang AND BUT THAT IF SUBJECT DEGREE seorang akan',
  notFirst: 'pun tersebut',
  shapeOf: (word) => {
    if (word.length < 7) return undefined;
    if (word.startsWith('me')) {
      const isActive = /^me(?:m[bpfv]|mpe|n[dtcj]|ng[aeioughk]|ny[aeiou]|mu|mi)/.test(word);
      return isActive && !NO_ACTIVE.has(word) && !word.endsWith('nya') ? 'ACTIVE' : undefined;
    }
    return word.startsWith('di') && word.endsWith('kan') ? 'PASSIVE' : undefined;
  },
};
