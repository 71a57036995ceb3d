// Expands a dictionary of hunspell (index.dic with index.aff) into its words. It knows what the English dictionaries
// use: PFX and SFX of one letter, with strip, condition and the product of both; nothing of compounds.

/** @typedef {{ strip: string, add: string, condition: RegExp }} Rule */

/** The affixes of an .aff file by their flag. */
function readAffixes(text) {
  /** @type {Map<string, { prefix: boolean, cross: boolean, rules: Rule[] }>} */
  const affixes = new Map();
  for (const line of text.split('\n')) {
    const [kind, flag, third, fourth, fifth] = line.trim().split(/\s+/);
    if (kind !== 'PFX' && kind !== 'SFX') continue;
    const prefix = kind === 'PFX';
    const affix = affixes.get(flag);
    if (!affix) affixes.set(flag, { prefix, cross: third === 'Y', rules: [] });
    else {
      const condition = fifth ?? '.';
      affix.rules.push({
        strip: third === '0' ? '' : third,
        add: fourth === '0' ? '' : fourth,
        condition: new RegExp(prefix ? `^${condition}` : `${condition}$`),
      });
    }
  }
  return affixes;
}

function applied(word, { prefix, rules }) {
  return rules.flatMap(({ strip, add, condition }) => {
    if (!condition.test(word)) return [];
    if (prefix) return word.startsWith(strip) ? [add + word.slice(strip.length)] : [];
    return word.endsWith(strip) ? [word.slice(0, word.length - strip.length) + add] : [];
  });
}

/** Every word of the dictionary, in the letter case that it has there. */
export function expandDictionary(dic, aff) {
  const affixes = readAffixes(aff);
  const words = new Set();
  for (const line of dic.split('\n').slice(1)) {
    const [word, flags = ''] = line.trim().split('/');
    if (word === '') continue;
    words.add(word);
    const own = [...flags].flatMap((flag) => affixes.get(flag) ?? []);
    for (const affix of own) {
      for (const form of applied(word, affix)) {
        words.add(form);
        if (affix.prefix || !affix.cross) continue;
        for (const other of own)
          if (other.prefix && other.cross) for (const both of applied(form, other)) words.add(both);
      }
    }
  }
  return [...words];
}
