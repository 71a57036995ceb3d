import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers that look random and are the same in every run. */
export function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const split = (list) => list.split(' ');
const LATIN = split(
  'ba be bo da de di du ga ka ke ki la le li lo ma me mi na ne no pa ra re ri ro sa se si so ta te ti to va ve',
);
/** Syllables by script; what joins the words of a name; the language of the text. */
const SCRIPTS = [
  { syllables: LATIN, join: ' ', language: 'en' },
  {
    syllables: split('ба бе во га да де жа за ка ки ла ли ма ми на но па ра ри са се та ти ша'),
    join: ' ',
    language: 'ru',
  },
  {
    syllables: split('ấn bình châu đức hà hòa kỳ lộc mỹ ngọc phú quế sơn thái tường vĩnh xuân yên'),
    join: ' ',
    language: 'vi',
  },
  {
    syllables: [...'中国北京上海天地人大山水火木金土日月风云雷电江河湖南东西春夏秋冬'],
    join: '',
    language: 'zh',
  },
  { syllables: [...'가나다라마바사아자차카타파하고노도로모보소오조초'], join: ' ', language: 'ko' },
  {
    syllables: split('กา ขา คน งาม จัน ชัย ดี ตา ทอง นา บาน ปา พร มา ยา รา ลา วัน สา หา'),
    join: '',
    language: 'th',
  },
  { syllables: split('با تا جا حا دا را سا شا عا فا قا كا لا ما نا ها'), join: ' ', language: 'ar' },
];

/**
 * The made-up name of a number: one to three words, no two numbers below some fifty million the same in one script.
 * `mixed`: in seven scripts in turn, otherwise in Latin letters.
 */
export function nameOf(number, mixed) {
  const { syllables, join: between } = SCRIPTS[mixed ? number % SCRIPTS.length : 0];
  const digits = [];
  // A prime step mixes the digits, so that neighbours are not alike; it is one to one.
  const size = syllables.length ** 6;
  let rest = Number((BigInt(number) * 7_368_787n) % BigInt(size));
  for (let i = 0; i < 6; i++) {
    digits.push(syllables[rest % syllables.length]);
    rest = Math.floor(rest / syllables.length);
  }
  const cuts = [[6], [3, 3], [2, 2, 2]][number % 3];
  let from = 0;
  const words = cuts.map((length) => {
    from += length;
    return capital(digits.slice(from - length, from).join(''));
  });
  return words.join(between);
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** An entity with one name, as an import would give it. */
export function entityOf(number, mixed) {
  const name = nameOf(number, mixed);
  const { language } = SCRIPTS[mixed ? number % SCRIPTS.length : 0];
  return {
    id: `Q${1_000_000 + number}`,
    type: 'PER',
    name,
    names: new Map([[language, [name]]]),
    description: new Map(),
    source: { kind: 'imported', name: 'made-up' },
  };
}

/** The words of the sample corpus, which is news in three languages, article by article. */
function newsWords() {
  const folder = join(import.meta.dirname, '../../seeds/articles');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) =>
    f.name.endsWith('.txt'),
  );
  return files.flatMap((f) => readFileSync(join(f.parentPath, f.name), 'utf8').split(/\s+/).filter(Boolean));
}

/** Letters of which words of these scripts are made that are no names: the first, and how many. */
const LETTERS = {
  ru: [0x430, 32],
  zh: [0x4e00, 3000],
  ko: [0xac00, 11172],
  th: [0xe01, 46],
  ar: [0x627, 36],
};

/** Half of the names that news mention are among so many, the others anywhere. */
const WELL_KNOWN = 1000;

/** A word of a script that is most likely no name. */
function plainWord({ syllables, language }, next) {
  const [first, count] = LETTERS[language] ?? [];
  const letter = () =>
    first === undefined ? syllables[next(syllables.length)] : String.fromCharCode(first + next(count));
  return Array.from({ length: 2 + next(4) }, letter).join('');
}

/**
 * Paragraphs of 80 words of news of `bytes` in all (UTF-8), each thirtieth word one of the names. `mixed`: every paragraph
 * is in one of the scripts, of words made up from its letters.
 */
export function textOf(bytes, count, mixed) {
  const next = numbers(11);
  const news = newsWords();
  const paragraphs = [];
  for (let size = 0; size < bytes; size += Buffer.byteLength(paragraphs.at(-1))) {
    const words = [];
    let at = next(news.length);
    const number = next(SCRIPTS.length);
    for (let i = 0; i < 80; i++) {
      if (next(30) === 0) {
        const name = next(next(2) === 0 ? count : Math.min(count, WELL_KNOWN));
        words.push(nameOf(mixed ? name - (name % SCRIPTS.length) + number : name, mixed));
      } else words.push(mixed ? plainWord(SCRIPTS[number], next) : news[at++ % news.length]);
    }
    paragraphs.push(`${words.join(' ')}.`);
  }
  return paragraphs;
}
