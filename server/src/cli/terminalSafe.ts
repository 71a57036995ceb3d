/** Colours and weights, which we set ourselves and which do no harm in a text. */
const STYLE = /^\u001b\[\d{1,3}m/;

/**
 * Lines for people, in which text of files cannot steer the terminal: control characters, except line ends, tabs and
 * styles, and marks that turn the direction of what follows, stand as `<U+001B>`.
 */
export function terminalSafe(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (mark, at: number) => (mark === '\u001b' && STYLE.test(text.slice(at, at + 6)) ? mark : named(mark)),
  );
}

/** A quotation on one line, with line ends as `⏎` and every mark that nobody sees by its name. */
export function visible(text: string): string {
  return text.replace(/\r\n?|\n/g, '⏎').replace(/[\p{Cc}\p{Cf}]/gu, named);
}

function named(mark: string): string {
  return `<U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
