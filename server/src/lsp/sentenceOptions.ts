import { type Message, msg } from '../core/message.ts';

/** The names that the options of sentences have. */
export const SENTENCE_OPTIONS = { file: 'file', negatives: 'negatives' } as const;

/** What is wrong with a number of clean sentences for each bad one; nothing at all stands for every clean one. */
export function negativesProblem(value: string): Message | undefined {
  return /^\d{0,6}$/.test(value.trim())
    ? undefined
    : msg('Write a whole number, such as 3, or nothing for all clean sentences.');
}
