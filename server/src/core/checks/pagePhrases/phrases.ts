/**
 * What web pages leave between the lines of an article, by language; lower case, without the marks around.
 *
 * - `lines`: the whole line is this (marks and numbers at its ends aside).
 * - `comments`: the same; what readers wrote may follow.
 * - `related`: the same; headlines of other articles may follow.
 * - `labels`: the line, or the last sentence of a line, begins with this and a colon or a dash; a title follows.
 * - `tags`: the line begins with this and a colon; words follow, not a title.
 * - `starts`: a short line begins with this.
 * - `sentences`: a short line holds this anywhere: what it must hold to be looked at, and a regular expression's
 *   source, linear and without groups.
 */
export interface BoilerplatePhrases {
  readonly lines?: readonly string[];
  readonly comments?: readonly string[];
  readonly related?: readonly string[];
  readonly labels?: readonly string[];
  readonly tags?: readonly string[];
  readonly starts?: readonly string[];
  readonly sentences?: readonly (readonly [held: string, pattern: string])[];
}

const list = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s*\|\s*/)
    .filter((phrase) => phrase !== '');

export const PHRASES: Readonly<Record<string, BoilerplatePhrases>> = {
  en: {
    comments: list(
      `leave a comment | leave a reply | post a comment | add a comment | comments | comment | 0 comments | no comments | no comments yet | view comments | view all comments | show comments | join the conversation`,
    ),
    related: list(
      `related articles | related stories | related news | related posts | related topics | recommended | recommended for you | you may also like | you might also like | more from this section | more on this story | most read | most popular | trending now | latest news | read next | up next | next article | previous article | editor's picks`,
    ),
    lines: list(
      `share | share this | share this article | share this story | share on facebook | share on twitter | share on whatsapp | share via email | tweet | follow us | follow us on twitter | follow us on facebook | advertisement | advertising | ads | sponsored | sponsored content | promoted content | article continues below advertisement | story continues below advertisement | continue reading | read more | read more here | load more | show more | see more | view more | sign up | subscribe | subscribe now | subscribe to our newsletter | sign up for our newsletter | log in | register | click here | back to top | scroll to continue with content | scroll to continue reading | skip to content | skip to main content | print this page | copy link | link copied | listen to this article | watch live | watch now | all rights reserved | terms of use | privacy policy | cookie policy | photo gallery | swipe up | tags`,
    ),
    labels: list(
      `in case you missed it | related article | related story | read next | up next | also on | more from us | more on this | read also | also read | read more | see also | related | more | watch | watch also | don't miss | recommended | tags | share this | join us`,
    ),
    starts:
      list(`continue reading | article continues | story continues | follow the latest | follow live | read the full story | read the original | support our journalism | support independent journalism | listen to the | hear the full | watch the full | view original | you can follow | like what you read | become a member | download our free | click here to | click here for | sign up for our | sign up to our | sign up here | subscribe to our | follow us on | download our app | download the app | get our app | like us on
      | enter your email | please enter your | your email address will not be published | required fields are marked | this site uses cookies | we use cookies | scroll down to | copyright © | © 20
      | join our whatsapp | join our telegram | get the latest news | get breaking news | click to share | advertisement -`),
    sentences: [
      ['listen to', '^you can now listen to .{2,40} articles?$'],
      ['listen to', '^(?:new|now)[!,]? you can (?:now )?listen to'],
      ['rights reserved', String.raw`\ball rights reserved\.?$`],
      ['click here', String.raw`\bclick here to get the .{2,40} app\b`],
    ],
    tags: list(`tags | tag | topics | filed under | keywords | more on`),
  },
  id: {
    comments: list(
      `lihat komentar | komentar | tulis komentar | tinggalkan komentar | tinggalkan balasan | kirim komentar | beri komentar`,
    ),
    related: list(
      `bacaan terkait | baca lainnya | simak lainnya | pilihan redaksi | berita pilihan | artikel pilihan | lihat artikel lainnya | baca juga | simak juga | lihat juga | baca artikel lainnya | baca berita lainnya | artikel terkait | berita terkait | berita lainnya | artikel lainnya | topik terkait | terkait | terpopuler | berita terpopuler | berita terkini | berita terbaru | rekomendasi | rekomendasi untuk anda | pilihan editor | pilihan untukmu | video pilihan | video terkait`,
    ),
    lines: list(
      `baca selengkapnya | baca lebih lanjut | bagikan | bagikan artikel ini | bagikan berita ini | bagikan ke | bagikan melalui | salin tautan | tautan disalin | ikuti kami | iklan | advertisement | lanjutkan membaca | selengkapnya | lihat semua | lihat selengkapnya | muat lainnya | halaman selanjutnya | halaman berikutnya | scroll untuk melanjutkan membaca | scroll ke bawah untuk melanjutkan | gulir untuk lanjut membaca | masuk | daftar | berlangganan | langganan sekarang | kembali ke atas | hak cipta dilindungi undang-undang | tag | tags | foto lainnya | saksikan video di bawah ini | tonton video | cetak`,
    ),
    labels:
      list(`simak juga video | baca juga artikel | baca juga berita | baca artikel lainnya | lihat juga video | lihat juga foto | tonton juga video | berita lainnya | artikel lainnya | pilihan redaksi | catatan redaksi | simak selengkapnya | baca juga | baca | baca selengkapnya | baca lagi | simak juga | simak video | simak video di bawah ini | lihat juga | lihat video | lihat foto | tonton juga | tonton video | saksikan juga | saksikan video | artikel terkait | berita terkait | terkait | tag | tags | topik | bagikan | jangan lewatkan
      | pilihan editor | video pilihan | dengarkan juga`),
    starts:
      list(`ikuti berita | ikuti kami | ikuti terus | ikuti perkembangan | ikuti akun | cek berita | baca berita lainnya di | baca artikel lainnya di | pantau terus | follow akun | follow kami | simak berita | simak video lainnya | gabung ke | gabung dengan | yuk gabung | jangan lewatkan berita | saksikan live streaming | dapatkan artikel | lihat artikel asli | sumber berita | klik di sini untuk | klik di sini | klik disini | klik tautan | klik link | silakan klik | ikuti berita terkini | ikuti kami di | ikuti saluran | ikuti channel | dapatkan update berita | dapatkan berita | dapatkan informasi terbaru
      | unduh aplikasi | download aplikasi | mari bergabung di | gabung di grup | bergabunglah di | cek berita dan artikel | baca berita tanpa iklan | alamat email anda tidak akan | ruas yang wajib ditandai | simak berita lainnya di | artikel ini telah tayang di | artikel ini pertama kali
      | scroll untuk | gulir ke bawah | daftarkan email | berlangganan newsletter | halaman selanjutnya | saksikan juga | simak video | konten ini | nikmati berita`),
    sentences: [
      [
        'mendengarkan',
        String.raw`\bsekarang (?:anda )?(?:dapat|bisa) mendengarkan (?:artikel|berita) .{2,40}$`,
      ],
      [
        'mendengarkan',
        String.raw`\banda (?:sekarang |kini )?(?:dapat|bisa) mendengarkan (?:artikel|berita) .{2,40}$`,
      ],
      ['scroll to', String.raw`\bscroll to continue with content\b`],
      ['artikel ini', String.raw`^artikel ini (?:telah|sudah) (?:tayang|terbit) di\b`],
      ['whatsapp channel', String.raw`\bkompas\.com whatsapp channel\b`],
    ],
    tags: list(`tag | tags | topik | topik terkait | kata kunci | label`),
  },
  vi: {
    comments: list(
      `bình luận | ý kiến | ý kiến bạn đọc | ý kiến của bạn | bình luận của bạn | gửi bình luận | viết bình luận | xem bình luận | xem tất cả bình luận | gửi ý kiến`,
    ),
    related: list(
      `bài viết cùng chủ đề | bài cùng chủ đề | tin cùng chủ đề | cùng chủ đề | bài cùng chuyên mục | bài viết cùng chuyên mục | cùng tác giả | tin cùng loại | các tin khác | các bài khác | bài đọc nhiều | tin xem nhiều | tin hot | đừng bỏ lỡ | tin tài trợ | video đang hot | bài mới | bài liên quan | bài viết liên quan | tin liên quan | tin bài liên quan | tin khác | tin tức khác | tin cùng chuyên mục | cùng chuyên mục | bài khác | bài viết khác | tin mới | tin mới nhất | tin nổi bật | tin nóng | tin đọc nhiều | đọc nhiều | đọc nhiều nhất | xem nhiều | xem nhiều nhất | đọc thêm | xem thêm | có thể bạn quan tâm | có thể bạn thích | bạn đọc quan tâm | mới nhất`,
    ),
    lines: list(
      `đọc tiếp | xem tiếp | chủ đề liên quan | chủ đề | từ khóa | từ khoá | chia sẻ | chia sẻ bài viết | chia sẻ facebook | thích | trả lời | sao chép liên kết | quảng cáo | nội dung được tài trợ | đăng ký | đăng nhập | đăng ký nhận tin | theo dõi chúng tôi | quay lại | về đầu trang | lên đầu trang | in bài viết | lưu bài viết | nghe bài viết | video liên quan | video nổi bật | ảnh liên quan | mời quý độc giả theo dõi | tin tài trợ | sự kiện | tags | tag | nguồn tin`,
    ),
    labels: list(
      `xem thêm | đọc thêm | xem ngay | đọc tiếp | đọc ngay | bài liên quan | tin liên quan | tin khác | xem video | từ khóa | từ khoá | tags | tag | chủ đề | chia sẻ | >>> xem thêm | >> xem thêm | mời xem | mời xem thêm | mời bạn xem | mời độc giả xem thêm | mời độc giả đón đọc | clip`,
    ),
    starts: list(
      `mời các bạn | mời quý vị | độc giả có thể | bạn đọc có thể gửi | đọc bài gốc | xem bài gốc | theo dõi chúng tôi | theo dõi kênh | nguồn bài viết | link gốc | đường dẫn bài viết | ủng hộ chúng tôi | gửi bài viết | mọi ý kiến đóng góp | mời quý độc giả | mời bạn đọc | mời độc giả | nhấn vào đây | bấm vào đây | click vào đây | tải ứng dụng | tải app | theo dõi chúng tôi trên | theo dõi báo | đăng ký nhận | đăng ký kênh | hãy đăng ký | chia sẻ bài viết | vui lòng nhập | vui lòng đăng nhập | bạn cần đăng nhập | email của bạn sẽ không | bản quyền thuộc về | cuộn xuống để`,
    ),
    sentences: [
      ['có thể nghe', '^bạn (?:hiện )?có thể nghe (?:các )?bài (?:báo|viết) .{2,40}$'],
      ['trả lời', String.raw`\d trả lời$`],
      ['bình luận', String.raw`\d bình luận$`],
    ],
    tags: list(`từ khóa | từ khoá | tag | tags | chủ đề | thẻ`),
  },
  ms: {
    comments: list(`komen | tinggalkan komen`),
    related: list(
      `baca juga | baca lagi | artikel berkaitan | berita berkaitan | berita lain | terkini | paling popular`,
    ),
    lines: list(`kongsi | kongsikan | iklan`),
    labels: list('baca juga | baca lagi | baca | lihat juga | tonton | artikel berkaitan | berita berkaitan'),
    starts: list(
      'klik di sini | ikuti kami di | langgan saluran | muat turun aplikasi | dapatkan berita terkini',
    ),
    tags: list(`tag | tags | topik | kata kunci`),
  },
  fr: {
    comments: list(`commentaires | laisser un commentaire | laissez un commentaire | ajouter un commentaire`),
    related: list(
      `lire aussi | à lire aussi | voir aussi | à voir aussi | articles liés | articles similaires | sur le même sujet | sur le même thème | à la une | les plus lus`,
    ),
    lines: list(
      `lire la suite | partager | partager cet article | publicité | s'abonner | s’abonner | se connecter | inscrivez-vous | tous droits réservés | haut de page | imprimer`,
    ),
    labels: list(
      'lire aussi | à lire aussi | à lire | lire également | à lire également | voir aussi | à voir aussi | sur le même sujet | >> à lire aussi',
    ),
    starts: list(
      'cliquez ici pour | abonnez-vous à | inscrivez-vous à | suivez-nous sur | téléchargez l’application | téléchargez notre application | partager sur | votre adresse e-mail ne sera pas | la suite après la publicité | la suite après cette publicité',
    ),
    tags: list(`mots-clés | mots clés | tags | sujets`),
  },
  es: {
    comments: list(`comentarios | deja un comentario | dejar un comentario | deja una respuesta`),
    related: list(
      `lea también | lee también | leer también | te puede interesar | le puede interesar | también te puede interesar | noticias relacionadas | artículos relacionados | relacionados | lo más leído | lo más visto | últimas noticias`,
    ),
    lines: list(
      `leer más | lee más | compartir | comparte esta noticia | publicidad | suscríbete | suscribirse | iniciar sesión | regístrate | todos los derechos reservados | ver más | volver arriba`,
    ),
    labels: list(
      'lea también | lee también | leer también | lea además | lee además | leer más | lee más | te puede interesar | le puede interesar | puede leer | vea también | ver también | mira también | más información | noticia relacionada',
    ),
    starts: list(
      'haga clic aquí | haz clic aquí | suscríbete a | suscríbase a | síguenos en | síganos en | descarga la app | descarga nuestra | tu dirección de correo electrónico no será | únete a nuestro canal | recibe las noticias',
    ),
    tags: list(`etiquetas | palabras clave | temas | tags`),
  },
  pt: {
    comments: list(`comentários | deixe um comentário | deixe seu comentário | deixe uma resposta`),
    related: list(
      `leia também | leia mais | veja também | saiba mais | notícias relacionadas | artigos relacionados | relacionadas | mais lidas | últimas notícias`,
    ),
    lines: list(
      `compartilhe | compartilhar | partilhar | publicidade | continua após a publicidade | assine | assine já | entrar | cadastre-se | todos os direitos reservados | ver mais | voltar ao topo`,
    ),
    labels: list(
      'leia também | leia mais | leia ainda | veja também | veja mais | saiba mais | confira também | ouça também',
    ),
    starts: list(
      'clique aqui para | clique aqui e | siga-nos no | siga o canal | inscreva-se no | assine a nossa newsletter | receba as notícias | baixe o aplicativo | o seu endereço de email não será | o seu endereço de e-mail não será',
    ),
    tags: list(`tags | palavras-chave | assuntos | tópicos`),
  },
  de: {
    comments: list(
      `kommentare | kommentar schreiben | kommentieren | einen kommentar schreiben | schreibe einen kommentar`,
    ),
    related: list(
      `lesen sie auch | mehr zum thema | zum thema | auch interessant | das könnte sie auch interessieren | ähnliche artikel | verwandte artikel | verwandte themen | meistgelesen`,
    ),
    lines: list(
      `lesen sie mehr | mehr lesen | weiterlesen | teilen | artikel teilen | anzeige | werbung | jetzt abonnieren | anmelden | registrieren | newsletter abonnieren | alle rechte vorbehalten | nach oben | drucken | empfohlener externer inhalt`,
    ),
    labels: list(
      'lesen sie auch | lesen sie hier | lesen sie mehr | lesen sie dazu | mehr zum thema | mehr dazu | auch interessant | siehe auch | weiterlesen',
    ),
    starts: list(
      'klicken sie hier | hier klicken | abonnieren sie | melden sie sich für | folgen sie uns | laden sie die app | jetzt die app | ihre e-mail-adresse wird nicht | deine e-mail-adresse wird nicht',
    ),
    tags: list(`schlagwörter | schlagworte | themen | tags | stichworte`),
  },
  it: {
    comments: list(`commenti | lascia un commento`),
    related: list(
      `leggi anche | vedi anche | articoli correlati | notizie correlate | ti potrebbe interessare | potrebbe interessarti anche | i più letti | ultime notizie`,
    ),
    lines: list(
      `leggi tutto | continua a leggere | condividi | pubblicità | abbonati | accedi | iscriviti | tutti i diritti riservati`,
    ),
    labels: list('leggi anche | leggi | vedi anche | guarda anche | approfondisci'),
    starts: list(
      'clicca qui per | iscriviti alla newsletter | iscriviti alla nostra | seguici su | scarica l’app',
    ),
    tags: list(`tag | parole chiave | argomenti`),
  },
  nl: {
    comments: list(`reacties | reageer | plaats een reactie | geef een reactie`),
    related: list(`lees ook | bekijk ook | gerelateerde artikelen | meest gelezen | laatste nieuws`),
    lines: list(
      `lees meer | lees verder | deel dit artikel | delen | advertentie | inloggen | abonneren | alle rechten voorbehouden`,
    ),
    labels: list('lees ook | lees meer | bekijk ook | zie ook'),
    starts: list('klik hier om | klik hier voor | schrijf je in voor | volg ons op | download de app'),
    tags: list(`tags | trefwoorden | onderwerpen`),
  },
  ru: {
    comments: list(`комментарии | оставить комментарий | добавить комментарий`),
    related: list(
      `читайте также | смотрите также | похожие новости | новости по теме | материалы по теме | по теме | последние новости | самое читаемое | популярное | ещё новости`,
    ),
    lines: list(
      `читать далее | читать дальше | поделиться | реклама | подписаться | подпишитесь | войти | все права защищены`,
    ),
    labels: list(
      'читайте также | читать также | читайте по теме | смотрите также | по теме | подробнее | материалы по теме',
    ),
    starts: list(
      'подписывайтесь на | подпишитесь на | нажмите здесь | скачайте приложение | ваш адрес email не будет',
    ),
    tags: list(`теги | метки | ключевые слова | темы`),
  },
  tr: {
    comments: list(`yorumlar | yorum yap | yorum yaz`),
    related: list(
      `ilgili haberler | benzer haberler | son dakika | son haberler | en çok okunanlar | ayrıca okuyun`,
    ),
    lines: list(`paylaş | reklam | abone ol | giriş yap | devamını oku | devamı için tıklayın`),
    labels: list('ilgili haber | ayrıca okuyun | bunu da okuyun | ayrıca bakınız'),
    starts: list('haberin devamı için | tıklayın | bizi takip edin | abone olmak için tıklayın'),
    tags: list(`etiketler | anahtar kelimeler`),
  },
  ar: {
    comments: list(`تعليقات | التعليقات | أضف تعليق | أضف تعليقا | اترك تعليقا`),
    related: list(
      `اقرأ أيضا | اقرأ أيضًا | اقرأ أيضاً | إقرأ أيضا | شاهد أيضا | مواضيع ذات صلة | أخبار ذات صلة | مقالات ذات صلة | الأكثر قراءة | آخر الأخبار`,
    ),
    lines: list(`اقرأ المزيد | شارك | إعلان`),
    labels: list('اقرأ أيضا | اقرأ أيضًا | اقرأ أيضاً | إقرأ أيضا | شاهد أيضا | اقرأ المزيد'),
  },
  hi: {
    comments: list(`टिप्पणियाँ`),
    related: list(`यह भी पढ़ें | ये भी पढ़ें | इसे भी पढ़ें | संबंधित खबरें`),
    lines: list(`और पढ़ें | विज्ञापन | शेयर करें`),
    labels: list('यह भी पढ़ें | ये भी पढ़ें | इसे भी पढ़ें | और पढ़ें'),
  },
  zh: {
    comments: list(`评论 | 发表评论`),
    related: list(`相关阅读 | 相关新闻 | 相关文章 | 延伸阅读 | 延伸閱讀 | 相關新聞 | 热门新闻 | 最新新闻`),
    lines: list(`阅读更多 | 分享 | 分享到 | 广告 | 廣告 | 点击查看更多 | 版权所有 | 返回顶部`),
    labels: list('相关阅读 | 延伸阅读 | 延伸閱讀 | 相关新闻 | 相關新聞 | 更多新闻'),
  },
  ja: {
    comments: list(`コメント | コメントする`),
    related: list(`関連記事 | 関連ニュース | あわせて読みたい | 人気記事 | 最新記事 | おすすめ記事`),
    lines: list(`続きを読む | もっと見る | シェア | シェアする | 広告 | ツイート | 無断転載を禁じます`),
    labels: list('関連記事 | 関連ニュース | あわせて読みたい'),
  },
  ko: {
    comments: list(`댓글 | 댓글 쓰기 | 댓글쓰기`),
    related: list(`관련 기사 | 관련기사 | 많이 본 뉴스 | 인기 기사`),
    lines: list(`공유 | 공유하기 | 광고 | 더 보기 | 더보기 | 무단 전재 및 재배포 금지`),
    labels: list('관련 기사 | 관련기사'),
  },
  th: {
    comments: list(`ความคิดเห็น | แสดงความคิดเห็น`),
    related: list(`ข่าวที่เกี่ยวข้อง | ข่าวล่าสุด`),
    lines: list(`อ่านต่อ | อ่านเพิ่มเติม | แชร์ | โฆษณา`),
  },
  tl: {
    comments: list(`magkomento`),
    related: list(`basahin din | kaugnay na balita`),
    lines: list(`ibahagi`),
    labels: list('basahin | basahin din | panoorin'),
  },
};
