import { utf8Bytes } from '../utf8.ts';
import { hashOf } from './fasttextHash.ts';
import { LabelProbabilities } from './fasttextLabels.ts';
import { readFasttextModel } from './fasttextModel.ts';
import { WordVectors } from './fasttextWords.ts';

/** The language scores of fastText's lid.176 (Facebook AI Research), read from the file as it is distributed. */
export interface FasttextDetector {
  /** Its 176 labels without `__label__`: ISO 639 codes. */
  readonly languages: readonly string[];
  /** Sets each language's probability, by place in `languages`, for a text. They sum to about 1. */
  score(text: string, into: Float64Array): void;
  /** The same, computed only as far as it is asked for; valid until the next text is read. */
  read(text: string): LabelProbabilities;
}

const END_OF_LINE = utf8Bytes('</s>');

/**
 * Reads the model. Throws a RangeError where the bytes are no quantised fastText model with a hierarchical softmax.
 */
export function createFasttext(bytes: Uint8Array): FasttextDetector {
  const model = readFasttextModel(bytes);
  const words = new WordVectors(model);
  const labels = new LabelProbabilities(model);
  const hidden = new Float64Array(model.dimension);
  // fastText sees the end of the line as one more word.
  const end = model.wordRow(hashOf(END_OF_LINE), END_OF_LINE, 0, END_OF_LINE.length);
  const read = (text: string): LabelProbabilities => {
    const rows = words.add(text, hidden.fill(0)) + (end < 0 ? 0 : model.addRow(end, hidden));
    for (let d = 0; d < hidden.length; d++) hidden[d] = (hidden[d] ?? 0) / Math.max(1, rows);
    labels.start(hidden);
    return labels;
  };
  return {
    languages: model.labels,
    read,
    score(text, into) {
      const probabilities = read(text);
      for (let label = 0; label < model.labels.length; label++) into[label] = probabilities.of(label);
    },
  };
}
