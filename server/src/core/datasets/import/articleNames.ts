/** What some disk forbids in names: Windows most; control characters and lone surrogates are nowhere welcome. */
const FORBIDDEN = /[<>:"|?*\u0000-\u001f\u007f]|\p{Surrogate}/gu;
/** Names that Windows keeps for devices, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/i;
const ENDING = '.txt';
/** Bytes that a name may have on every disk, less what sidecars put behind it. */
const LONGEST = 160;
/** Folders of a path that count, from its end: no corpus has more, and no disk takes paths of any length. */
const DEEPEST = 12;

/**
 * The file, below a folder, for an article that a dataset calls so: `2026/b.txt` for `2026/b`, `/2026/b.txt`,
 * `..\2026\b`. Whatever the name, the file lies in the folder, is allowed on every disk, is not hidden, and is nothing
 * but an article; names that mean nothing give undefined. Of a path of very many folders the last ones count.
 */
export function articleFile(name: string): string | undefined {
  const segments = name
    .normalize('NFC')
    .split(/[/\\]/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .slice(-DEEPEST)
    .map(safe);
  const last = segments.pop();
  if (last === undefined) return undefined;
  const stem =
    last.toLowerCase().endsWith(ENDING) && last.length > ENDING.length ? last.slice(0, -ENDING.length) : last;
  return [...segments, shortened(stem) + ENDING].join('/');
}

/** The same name with a number, for another article of that name. */
export function numbered(file: string, number: number): string {
  return `${file.slice(0, -ENDING.length)}-${number}${ENDING}`;
}

/** What two names of an article have in common that differ in their ending only. */
export function stemOf(path: string): string {
  const plain = path
    .normalize('NFC')
    .replace(/\\/g, '/')
    .replace(/^(?:\.?\/)+/, '');
  return plain.replace(/\.[A-Za-z0-9]{1,8}$/, '');
}

function safe(segment: string): string {
  const plain = shortened(segment.replace(FORBIDDEN, '_').replace(/^\.+|[. ]+$/gu, '_'));
  return DEVICE.test(plain) ? `_${plain}` : plain;
}

function shortened(segment: string): string {
  let [bytes, end] = [0, 0];
  for (const char of segment) {
    bytes += (char.codePointAt(0) ?? 0) < 0x80 ? 1 : 4;
    if (bytes > LONGEST) return segment.slice(0, end);
    end += char.length;
  }
  return segment;
}
