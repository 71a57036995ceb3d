import { type Fusion, GRAMMAR } from './fusion.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Bound first parts, Indonesian and borrowed, and words that make names and compounds written as one. */
const FIRST = words(`
  antar antara pasca pra non anti multi super mikro makro mini maxi semi sub tele ultra trans inter intra ekstra ko kontra pro re de dis eks neo poli mono bi tri
  dwi tri catur panca sapta asta dasa eka serba maha manca nara purna swa tuna tata adi aneka audio auto oto bio eko elektro foto geo hidro homo hetero infra
  kardio kilo mega meta nano neuro para pan paleo peri psiko pseudo radio sosio stereo termo video vis wira warga kali insta detik kuasi nir lir lepas pari
  olah satu dua tiga empat lima tanda tanggung daya suka duka ibu bapa kaca mata hulu hilir bumi putra putri rumah buku kata batu gunung tanjung pulau bukit karang jati
  kota desa pasar pondok suka karya marga abdi bala mangku wisma graha griya les pem pen peng per ber ter men mem me ke di se
`);
/** Bound last parts, and endings of derived and borrowed words. */
const SECOND = words(`
  wan wati man isme is isasi si nya lah kah pun ku mu an kan i grafi logi net tani ria isa ika asi tif ter tor us um al ik er in is ah ih uh ya yu
  daya sama kasih raya jaya indah baru lama tengah barat timur utara selatan besar kecil tua muda hari harja rejo mulyo sari wangi asih ayu
  indonesia jakarta bandung malang solo game gadget shop store online lovers net
`);

/** Words of grammar, which are part of no compound: next to one of them, two words are two. */
const GRAMMAR_WORDS = words(`
  yang dan untuk dengan dari pada dalam adalah akan tidak telah sudah juga oleh karena sebagai seperti antara tetapi atau saat ketika setelah sebelum selama sejak hingga sampai
  bahwa agar supaya jika bila kalau meski meskipun walau walaupun namun sedangkan sementara serta maupun bagi tentang terhadap kepada daripada melalui menurut ini itu tersebut di
  dia ia mereka kami kita saya dia ia ada bisa dapat harus masih belum bukan hanya lebih sangat paling para semua setiap banyak beberapa sekitar lagi pernah sedang pun lalu kemudian
  kata ujar tutur ucap jelas katanya lainnya sendiri begitu sekali tak jadi menjadi merupakan secara
`);
const SHORT = words('di ke ia');
/** Of three letters, with which rare words begin and end by chance. */
const SHORT_GRAMMAR = 1.6;
const LONG = 4;
/** Mostly derived words, of which no compound is made. */
const VERY_LONG = 7;

/** Indonesian writes compounds apart: two common words are two, where neither is a bound part. */
export const INDONESIAN: Fusion = {
  shortest: 6,
  strength(part, commonness, isFirst) {
    if (part.length < 3 && !SHORT.has(part)) return 0;
    const isBound = (isFirst ? FIRST : SECOND).has(part);
    if (!isBound && GRAMMAR_WORDS.has(part)) return part.length > 3 ? GRAMMAR : SHORT_GRAMMAR;
    if (isBound) return commonness >= 4 ? 0.7 : commonness >= 3 ? 0.5 : 0;
    if (part.length < LONG) return commonness >= 5 ? 1.1 : commonness >= 4 ? 0.8 : 0;
    const long = part.length >= VERY_LONG ? 0.4 : part.length > LONG ? 0.2 : 0;
    if (commonness >= 4) return 1.5 + long;
    return commonness === 3
      ? 1.2 + long
      : commonness === 2
        ? 0.8 + long
        : part.length >= VERY_LONG
          ? 0.9
          : part.length > LONG
            ? 0.5
            : 0;
  },
};
