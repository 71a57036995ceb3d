import { type Message, msg } from '../core/message.ts';

type Argument = string | number | undefined;
type Said = (...args: readonly Argument[]) => Message;

/**
 * What the command line answers with an option, the editor asks: the same remedy in other words, by the sentence of
 * the command line.
 */
const WORDS: ReadonlyMap<string, Said> = new Map<string, Said>([
  [
    'No format recognises this file. Say which one it has with --from: {0}.',
    () => msg('No format recognises this file. Import it again, and choose its format yourself.'),
  ],
  [
    'This file may have one of these formats: {0}. Say which with --from.',
    (names = '') =>
      msg('This file may have one of these formats: {0}. Import it again, and choose one of them.', names),
  ],
  [
    'None of the files here is of a format that is known. Say which one it is with --from.',
    () =>
      msg('None of the files here is of a format that is known. Import them again, and choose it yourself.'),
  ],
  [
    'The file does not say whose annotations these are. Say it with --by, one of {0}.',
    (names = '') =>
      msg(
        'The file does not say whose annotations these are. Import it again, and choose one of {0}.',
        names,
      ),
  ],
  [
    '“{0}” is not an annotator of this project. Say who that is with --map-annotator {0}=NAME, or whose all of it is with --by; NAME is one of {1}.',
    (name = '', names = '') =>
      msg(
        '“{0}” is not an annotator of this project. Import the file again and choose whose annotations they are, or list “{0}” in pressmark.json beside {1}.',
        name,
        names,
      ),
  ],
  [
    'What the offsets of this file count is not certain: it has no quotes, and of {0} beginnings and ends {1} lie inside a word or outside the text as {2}, which {3} has, but only {4} as {5}. Say --offsets {6} if that is what they count, or --offsets {7} if they are right as they are.',
    (ends = 0, cut = 0, unit = '', format = '', other = 0, likelier = '') =>
      msg(
        'What the offsets of this file count is not certain: it has no quotes, and of {0} beginnings and ends {1} lie inside a word or outside the text as {2}, which {3} has, but only {4} as {5}. Import it again, and choose what they count.',
        ends,
        cut,
        unit,
        format,
        other,
        likelier,
      ),
  ],
  [
    'The offsets of this file do not all count the same: at line {0} {1}, at line {2} {3}. Two programs may have written it. Export it anew from one of them; or say --offsets quotes, so that the words alone decide.',
    (line = 0, unit = '', otherLine = 0, otherUnit = '') =>
      msg(
        'The offsets of this file do not all count the same: at line {0} {1}, at line {2} {3}. Two programs may have written it. Export it anew from one of them; or import it again, and let the words decide.',
        line,
        unit,
        otherLine,
        otherUnit,
      ),
  ],
]);

/** A message as it is said in an editor. */
export function inEditor(message: Message): Message {
  return WORDS.get(message.template)?.(...message.args) ?? message;
}

/** The sentences of the command line that an editor says otherwise. */
export const SAID_OTHERWISE: readonly string[] = [...WORDS.keys()];
