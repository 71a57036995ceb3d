import { lazyByKey } from '../../lazy.ts';
import type { Paragraph } from '../../text/paragraph.ts';

/** How lines that credit somebody begin or end, by language; lower case. */
interface CreditWords {
  /** Before the name of a writer: a colon follows, or a capital. */
  readonly writers?: string;
  /** Before the name of a photographer, with a colon; in brackets at the end of a caption. */
  readonly pictures?: string;
}

const WORDS: Readonly<Record<string, CreditWords>> = {
  en: {
    writers:
      'by|written by|reporting by|additional reporting by|reported by|editing by|edited by|story by|author|authors|reporter|source|translated by|compiled by',
    pictures:
      'photo|photos|photo by|image|images|picture|file photo|photo credit|credit|photograph|video|graphic',
  },
  id: {
    writers:
      'oleh|penulis|reporter|editor|pewarta|redaktur|laporan wartawan|wartawan|penyunting|sumber|penerjemah|kontributor|disadur oleh',
    pictures:
      'foto|gambar|dok|dok foto|foto ilustrasi|ilustrasi|dokumentasi|kredit foto|tangkapan layar|video',
  },
  ms: {
    writers: 'oleh|penulis|wartawan|sumber|pengarang',
    pictures: 'foto|gambar|gambar fail|kredit gambar',
  },
  vi: {
    writers: 'theo|tác giả|phóng viên|pv|biên dịch|nguồn|bài và ảnh|biên tập|người dịch|tổng hợp|dịch từ',
    pictures: 'ảnh|ảnh minh họa|ảnh minh hoạ|hình|hình ảnh|ảnh chụp màn hình|đồ họa|video|clip|ảnh tư liệu',
  },
  fr: {
    writers: 'par|auteur|source|rédigé par|propos recueillis par',
    pictures: 'photo|image|crédit|crédit photo',
  },
  es: { writers: 'por|autor|autora|fuente|redacción|texto', pictures: 'foto|imagen|fotografía|crédito' },
  pt: {
    writers: 'por|autor|autora|fonte|reportagem|edição|texto',
    pictures: 'foto|imagem|crédito|fotografia',
  },
  de: {
    writers: 'von|autor|autorin|quelle|redaktion|text',
    pictures: 'foto|bild|fotos|symbolbild|archivfoto|quelle',
  },
  it: { writers: 'di|autore|fonte|a cura di|redazione', pictures: 'foto|immagine|crediti' },
  nl: { writers: 'door|bron|redactie|auteur|tekst', pictures: 'foto|beeld|afbeelding' },
  ru: {
    writers: 'автор|источник|текст|редактор|корреспондент',
    pictures: 'фото|фотография|изображение|иллюстрация',
  },
  tr: { writers: 'haber|yazar|kaynak|editör|muhabir', pictures: 'fotoğraf|foto|görsel' },
  ar: { writers: 'بقلم|كتب|كتبت|المصدر|إعداد|تحرير', pictures: 'صورة|تصوير|الصورة' },
  hi: { writers: 'लेखक|स्रोत|द्वारा|रिपोर्ट', pictures: 'फोटो|तस्वीर|चित्र' },
  tl: { writers: 'ni|nina|ulat ni|sulat ni', pictures: 'larawan|kuha ni' },
  sw: { writers: 'na|mwandishi|chanzo|na mwandishi', pictures: 'picha|chanzo cha picha' },
  zh: { writers: '记者|作者|来源|编辑|责任编辑|撰稿|記者|來源', pictures: '图|图片|摄影|图片来源|圖' },
  ja: { writers: '文|記者|取材|執筆|出典', pictures: '写真|画像|撮影' },
  ko: { writers: '기자|글|출처|취재', pictures: '사진|그래픽|이미지' },
};
/** Agencies and sellers of pictures, in brackets at the end of a caption; lower case. */
const AGENCIES = new Set(
  'afp ap reuters getty epa antara ttxvn vnexpress xinhua shutterstock istock unsplash bloomberg tass yonhap kyodo dpa ansa efe alamy istimewa instagram twitter facebook youtube'.split(
    ' ',
  ),
);
/** A longer line is text. */
const LONGEST_BYLINE = 100;
const LONGEST_CAPTION = 400;
/** How far from the end of a caption its credit may begin. */
const LONGEST_CREDIT = 80;
const LONGEST_NAME = 60;
/** `(mae/dnu)`: the initials of reporter and editor. */
const INITIALS = /^\(\p{L}{2,5}(?:[/-]\p{L}{2,5}){1,3}\)$/u;

interface CreditPatterns {
  /** The first words of what `writer` looks for. */
  readonly writerWords: ReadonlySet<string>;
  readonly writer: RegExp;
  readonly picture: RegExp;
  readonly pictureWords: ReadonlySet<string>;
}

const patternsOf = lazyByKey((language: string): CreditPatterns => {
  const of = (tag: string) => (Object.hasOwn(WORDS, tag) ? (WORDS[tag] ?? {}) : {});
  const all = (kind: 'writers' | 'pictures') =>
    [...new Set([language, 'en'].flatMap((tag) => (of(tag)[kind] ?? '').split('|')))]
      .filter((word) => word !== '')
      .sort((a, b) => b.length - a.length);
  return {
    writerWords: new Set(all('writers').map((phrase) => firstWord(phrase))),
    writer: new RegExp(String.raw`^[\s(*–—-]*(?:${all('writers').join('|')})(\s?[:：/|=]|\s)`, 'iu'),
    picture: new RegExp(
      String.raw`(?:^|[\s(.])(?:${all('pictures').join('|')})(?:\s?[:：/|=©]|\s?[-–]\s)\s*(.*)$`,
      'iu',
    ),
    pictureWords: new Set(all('pictures').flatMap((phrase) => phrase.split(' '))),
  };
});

/** The first word of a line in lower case, without brackets, dashes and asterisks before it. */
function firstWord(text: string): string {
  return /^[\s(*–—-]*([\p{L}\p{M}]+)/u.exec(text)?.[1]?.toLowerCase() ?? '';
}

/** The word that makes a line a byline, or its shape; undefined where it is none. */
export function bylineOf({ text }: Paragraph, language: string): string | undefined {
  if (text.length > LONGEST_BYLINE) return undefined;
  if (text.charCodeAt(0) === 0x28 && INITIALS.test(text)) return text;
  const { writer, writerWords } = patternsOf(language);
  if (!writerWords.has(firstWord(text))) return undefined;
  const match = writer.exec(text);
  if (match === null) return undefined;
  const rest = text.slice(match[0].length);
  // “By the end of the year …” is text: without a colon, names follow.
  const isName = (match[1] ?? '').trim() !== '' ? rest.length <= LONGEST_NAME : isNameLike(rest);
  return isName ? match[0].trim() : undefined;
}

/** The credit that makes a line the caption of a picture; undefined where it has none. */
export function captionOf({ text }: Paragraph, language: string): string | undefined {
  if (text.length > LONGEST_CAPTION) return undefined;
  const { picture, pictureWords } = patternsOf(language);
  const from = Math.max(0, text.length - LONGEST_CREDIT);
  const match = picture.exec(text.slice(from));
  if (match !== null && (from + match.index === 0 || isNameLike(match[1] ?? ''))) return match[0].trim();
  if (!text.endsWith(')')) return undefined;
  const open = text.lastIndexOf('(');
  if (open < from) return undefined;
  const credit = text.slice(open + 1, -1);
  const words = credit.toLowerCase().split(/[\s/:.,]+/);
  const isPicture = words.some((word) => pictureWords.has(word) || word === 'getty' || word === 'images');
  return isPicture || (credit.includes('/') && words.some((word) => AGENCIES.has(word))) ? credit : undefined;
}

/** A few words, most of which begin with a capital where the script has any, without the end of a sentence. */
export function isNameLike(text: string): boolean {
  const words = text
    .trim()
    .split(/[\s/|,&;]+/)
    .filter((word) => /\p{L}/u.test(word));
  if (words.length === 0 || words.length > 8 || text.length > LONGEST_NAME) return false;
  const small = words.filter((word) => /^\P{L}*\p{Ll}/u.test(word) && !word.includes('.')).length;
  return small * 3 <= words.length && !/[.!?]\s+\p{Lu}\p{Ll}/u.test(text.replace(/\p{Lu}\./gu, ''));
}
