import type { FasttextModel } from './fasttextModel.ts';

/** What fastText adds to a probability before it takes a logarithm. */
const LEAST = 1e-5;
/** No probability is so low. */
const UNKNOWN = -1;

/**
 * The probabilities of a text's labels: each is the product of the probabilities on its way from the root of a tree.
 * A node's is computed when it is first asked for: of the 175 few lie on the ways to the labels that count.
 */
export class LabelProbabilities {
  private readonly model: FasttextModel;
  private readonly parents: Int32Array;
  private readonly nodes: Float64Array;
  private hidden: Float64Array = new Float64Array();

  constructor(model: FasttextModel) {
    this.model = model;
    const { left, right } = model.tree;
    this.nodes = new Float64Array(left.length);
    this.parents = new Int32Array(left.length);
    for (let node = model.labels.length; node < left.length; node++) {
      this.parents[left[node] ?? 0] = node;
      this.parents[right[node] ?? 0] = node;
    }
  }

  /** Forgets the text before. `hidden`: the mean of the vectors of a text. */
  start(hidden: Float64Array): void {
    this.hidden = hidden;
    this.nodes.fill(UNKNOWN);
    this.nodes[this.nodes.length - 1] = 1;
  }

  /** The probability of a label, by its place. */
  of(label: number): number {
    const known = this.nodes[label] ?? 0;
    if (known !== UNKNOWN) return known;
    const parent = this.parents[label] ?? 0;
    this.of(parent);
    this.open(parent);
    return this.nodes[label] ?? 0;
  }

  /** The label of the highest probability, less those left out, and this probability. -1 where all are left out. */
  best(leftOut: (label: number) => boolean): { label: number; probability: number } {
    const best = { label: -1, probability: 0 };
    this.search(this.nodes.length - 1, leftOut, best);
    return best;
  }

  /** Goes into a branch only where it can hold a better label: no label is likelier than the branch. */
  private search(
    node: number,
    leftOut: (label: number) => boolean,
    best: { label: number; probability: number },
  ): void {
    const probability = this.nodes[node] ?? 0;
    if (probability <= best.probability) return;
    const { labels, tree } = this.model;
    if (node < labels.length) {
      if (leftOut(node)) return;
      best.label = node;
      best.probability = probability;
      return;
    }
    this.open(node);
    const left = tree.left[node] ?? 0;
    const right = tree.right[node] ?? 0;
    const likelier = (this.nodes[left] ?? 0) >= (this.nodes[right] ?? 0) ? left : right;
    this.search(likelier, leftOut, best);
    this.search(likelier === left ? right : left, leftOut, best);
  }

  /** Computes the probabilities of the two children of a node whose own is known. */
  private open(node: number): void {
    const { nodes, hidden } = this;
    const { tree, output, labels } = this.model;
    const left = tree.left[node] ?? 0;
    if (nodes[left] !== UNKNOWN) return;
    const from = (node - labels.length) * hidden.length;
    let product = 0;
    for (let d = 0; d < hidden.length; d++) product += (output[from + d] ?? 0) * (hidden[d] ?? 0);
    const right = 1 / (1 + Math.exp(-product));
    const own = nodes[node] ?? 0;
    nodes[left] = own * (1 - right + LEAST);
    nodes[tree.right[node] ?? 0] = own * (right + LEAST);
  }
}
