// Reads the word list of a Tesseract model: `*.traineddata` holds numbered parts, among them the letters of the
// language ("lstm-unicharset") and its words as a graph of letters ("lstm-word-dawg").

const WORDS = 19;
const LETTERS = 21;
const MAGIC = 42;

/** The parts of a model that are asked for. */
function part(model, number) {
  const count = model.readInt32LE(0);
  const offsets = Array.from({ length: count }, (_, i) => Number(model.readBigInt64LE(4 + 8 * i)));
  const start = offsets[number];
  if (start === undefined || start < 0) throw new Error(`The model has no part ${number}`);
  const end = offsets.slice(number + 1).find((offset) => offset >= 0) ?? model.length;
  return model.subarray(start, end);
}

/** Every word of an unpacked model, in its letter case. */
export function tesseractWords(model) {
  const [count, ...lines] = part(model, LETTERS).toString('utf8').split('\n');
  const letters = lines.slice(0, Number(count)).map((line) => line.split(' ')[0]);
  const graph = part(model, WORDS);
  if (graph.readInt16LE(0) !== MAGIC) throw new Error('The words of the model are in another format');
  const size = graph.readInt32LE(2);
  const edges = Array.from({ length: graph.readInt32LE(6) }, (_, i) => graph.readBigUInt64LE(10 + 8 * i));
  // An edge is a letter, three flags (last of its node, backward, ends a word) and the node that it leads to.
  const bits = BigInt(Math.ceil(Math.log2(size + 1)));
  const words = [];
  const walk = (node, before) => {
    for (let at = node; at < edges.length; at++) {
      const edge = edges[at];
      const flags = Number((edge >> bits) & 7n);
      const next = Number(edge >> (bits + 3n));
      if (!(flags & 2)) {
        const word = before + letters[Number(edge & ((1n << bits) - 1n))];
        if (flags & 4) words.push(word);
        if (next !== 0) walk(next, word);
      }
      if (flags & 1) return;
    }
  };
  walk(0, '');
  return words;
}
