/**
 * The legacy Vietnamese encodings, from their definitions: TCVN 5712-1 (VN3, where toned capitals are the small
 * letters of a capital font), VISCII and VIQR (RFC 1456), VNI and VPS as their fonts for Windows had them.
 */
const LOWER = 'áàảãạâấầẩẫậăắằẳẵặéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ';
const UPPER = LOWER.toUpperCase();

/** Bytes in the order of LOWER, two hexadecimal digits each; 00 where the encoding has no printable one. */
const TCVN3 =
  'b8b5b6b7b9a9cac7c8c9cba8bebbbcbdc6d0cccecfd1aad5d2d3d4d6ddd7d8dcdee3dfe1e2e4abe8e5e6e7e9acedeaebeceef3eff1f2f4adf8f5f6f7f9fdfafbfcfeae';
const VISCII_LOWER =
  'e1e0e4e3d5e2a4a5a6e7a7e5a1a2c6c7a3e9e8eba8a9eaaaabacadaeedecefeeb8f3f2f6f5f7f4afb0b1b2b5bdbeb6b7defefaf9fcfbf8dfd1d7d8e6f1fdcfd6dbdcf0';
const VISCII_UPPER =
  'c1c0c4c380c28485860687c58182020583c9c8cb8889ca8a8b8c8d8ecdcc9bce98d3d299a09ad48f90919293b4959697b394dad99c9d9ebfbabbbcffb9dd9f14191ed0';
const VPS_LOWER =
  'e1e0e4e3e5e2c3c0c4c5c6e6a1a2a3a4a5e9e8c8ebcbea898a8bcd8cedecccefcef3f2d5f586f4d3d2b087b6d6a7a9aaabaefaf9fbdbf8dcd9d8babbbf9aff9bcf9cc7';
const VPS_UPPER =
  'c100818200c28384850000888d00000000c9d7defe00ca9093949500b4b5b7b800b9bcbd0000d49697989900f79d009fa600daa8d1ac00d0adafb10000ddb2000000f1';
/** Letters of TCVN3 that have a capital of their own. */
const TCVN3_CAPITALS: ReadonlyMap<string, number> = new Map(
  Object.entries({ Ă: 0xa1, Â: 0xa2, Ê: 0xa3, Ô: 0xa4, Ơ: 0xa5, Ư: 0xa6, Đ: 0xa7 }),
);
/** Tones in the order of combining marks here: acute, grave, hook, tilde, dot. */
const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const VNI_TONES = ['ù', 'ø', 'û', 'õ', 'ï'];
const VNI_WITH_CIRCUMFLEX = ['á', 'à', 'å', 'ã', 'ä'];
const VNI_WITH_BREVE = ['é', 'è', 'ú', 'ü', 'ë'];
const VNI_I = ['í', 'ì', 'æ', 'ó', 'ò'];
const VIQR_TONES = ["'", '`', '?', '~', '.'];
const VIQR_SHAPES: ReadonlyMap<string, string> = new Map([
  ['\u0302', '^'],
  ['\u0306', '('],
  ['\u031b', '+'],
]);

const windows1252 = new TextDecoder('windows-1252');

function shown(hex: string, index: number): string {
  const byte = Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16);
  return byte === 0 ? '' : windows1252.decode(Uint8Array.of(byte));
}

function table(lower: string, upper: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  [...LOWER].forEach((letter, i) => {
    map.set(letter, shown(lower, i));
    map.set(UPPER[i] ?? '', shown(upper, i) || shown(lower, i));
  });
  return map;
}

const TABLES = {
  tcvn3: new Map([
    ...table(TCVN3, TCVN3),
    ...[...TCVN3_CAPITALS].map(([letter, byte]): [string, string] => [letter, String.fromCharCode(byte)]),
  ]),
  viscii: table(VISCII_LOWER, VISCII_UPPER),
  vps: table(VPS_LOWER, VPS_UPPER),
};

/** A Vietnamese text in a single-byte encoding, as a reader sees it who takes it for Windows-1252. */
export function inTable(text: string, name: keyof typeof TABLES): string {
  return Array.from(text.normalize('NFC'), (c) => TABLES[name].get(c) ?? c).join('');
}

/** A letter in its parts: what remains without marks, its shape (circumflex, breve, horn) and its tone. */
function parts(letter: string): { base: string; shape: string; tone: number } {
  const [base = '', ...marks] = letter.normalize('NFD');
  const shape = marks.find((m) => VIQR_SHAPES.has(m)) ?? '';
  return { base, shape, tone: TONES.findIndex((tone) => marks.includes(tone)) };
}

/** VNI for Windows, seen as Windows-1252: a base letter and a letter for its marks behind it. */
export function vni(text: string): string {
  return Array.from(text.normalize('NFC'), vniLetter).join('');
}

function vniLetter(letter: string): string {
  if (letter === 'đ') return 'ñ';
  if (letter === 'Đ') return 'Ñ';
  const { base, shape, tone } = parts(letter);
  const cased = (mark: string | undefined) => (isUpper(base) ? (mark ?? '').toUpperCase() : (mark ?? ''));
  if (shape === '\u031b') return cased(base.toLowerCase() === 'o' ? 'ô' : 'ö') + cased(VNI_TONES[tone]);
  if (shape === '\u0302') return base + cased(VNI_WITH_CIRCUMFLEX[tone] ?? 'â');
  if (shape === '\u0306') return base + cased(VNI_WITH_BREVE[tone] ?? 'ê');
  if (tone < 0) return letter;
  if (base.toLowerCase() === 'i') return cased(VNI_I[tone]);
  if (base.toLowerCase() === 'y' && tone === 4) return cased('î');
  return base + cased(VNI_TONES[tone]);
}

/** VIQR: the marks as signs behind the letter. */
export function viqr(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) => {
    if (letter === 'đ') return 'dd';
    if (letter === 'Đ') return 'DD';
    const { base, shape, tone } = parts(letter);
    return base + (VIQR_SHAPES.get(shape) ?? '') + (VIQR_TONES[tone] ?? '');
  }).join('');
}

/** A text without the marks of Vietnamese letters. */
export function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
