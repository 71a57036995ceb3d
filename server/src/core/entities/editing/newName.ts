import { type Message, msg } from '../../message.ts';
import { readEntityLine } from '../entityLine.ts';
import { countLetters, LONGEST_NAME } from '../nameForm.ts';

const QUOTES = '"\'“”„‟«»‹›‘’‚‛`´「」『』';
const BRACKETS = '()[]{}（）【】';
const MARKS = '.,;:!?…،؛؟。、，；：！？–—-';
/** What stands around a name without belonging to it. A full stop may end an abbreviation and is looked at apart. */
const AROUND = new Set([...QUOTES, ...BRACKETS, ...MARKS, ' ']);
/** Characters that show nothing: soft hyphens, joiners, direction marks, byte order marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** The same but for joiners between letters, which Persian and the scripts of India spell with. */
const STRAY =
  /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?!\p{L})/gu;
const BLANKS = /[\s\u0000-\u001f\u007f-\u009f]+/g;
const POSSESSIVE = /['’ʼ][sS]$/u;
/** `U.S.`, `Ph.D.`, `Tp.HCM.`: the last full stop belongs to letters with others before them. */
const DOTTED = /(?:^|\s)(?:\p{L}{1,3}\.){2,}$/u;

/**
 * The name that selected words stand for: blanks and line breaks as one space each, without quotes, brackets and marks
 * around it, without an English possessive, without characters that show nothing, in NFC. May be empty.
 */
export function cleanedName(words: string): string {
  const joined = withoutMarks(words.normalize('NFC').replace(STRAY, ''));
  return nameFault(joined) ? withoutMarks(words.normalize('NFC').replace(INVISIBLE, '')) : joined;
}

function withoutMarks(words: string): string {
  const plain = words.replace(BLANKS, ' ');
  const bare = stripped(plain);
  const name = bare.replace(POSSESSIVE, '');
  return name === bare ? bare : stripped(name);
}

function stripped(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && AROUND.has(text.charAt(start))) start++;
  while (end > start && AROUND.has(text.charAt(end - 1))) end--;
  // A bracket or full stop that the name itself opened stays: `Partai X (Y)`, `U.S.`
  const name = text.slice(start, end);
  const next = text.charAt(end);
  if (next === ')' && count(name, '(') > count(name, ')')) return `${name})`;
  return next === '.' && DOTTED.test(`${name}.`) ? `${name}.` : name;
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** Why a text cannot be a name in an entity file, for people; undefined where it can. */
export function nameFault(name: string): Message | undefined {
  if (name.trim() === '') return msg('A name cannot be empty. Write at least two letters.');
  if (isReadBack(name)) return undefined;
  if (name.length > LONGEST_NAME) {
    return msg('A name has at most {0} characters. Shorten “{1}…”.', LONGEST_NAME, name.slice(0, 40));
  }
  if (countLetters(name) < 2) {
    return msg(
      'The name “{0}” has less than two letters: it would be found everywhere. Write a longer one.',
      name,
    );
  }
  return msg('A name is one line of plain text, without markup, hidden characters or blanks around it.');
}

/** True where the reader of entity files takes the name as it is, canonical and otherwise. */
function isReadBack(name: string): boolean {
  const line = JSON.stringify({ id: 'x', type: 'x', name, names: { und: [name] } });
  const entity = readEntityLine(line, { kind: 'built-in' }, () => undefined, false);
  return entity?.name === name && entity.names.get('und')?.[0] === name;
}
