/**
 * Counts the code points before UTF-16 offsets of a text (line ends as they are). Offsets that are asked in order cost
 * one walk over the text all together; going back begins anew.
 */
export function codePointCounter(text: string): (utf16: number) => number {
  let at = 0;
  let count = 0;
  return (utf16) => {
    if (utf16 < at) {
      at = 0;
      count = 0;
    }
    for (; at < utf16; at++) {
      const unit = text.charCodeAt(at);
      // A pair counts once, at its second half.
      if (unit < 0xd800 || unit > 0xdbff || !isLow(text.charCodeAt(at + 1))) count++;
    }
    return count;
  };
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
