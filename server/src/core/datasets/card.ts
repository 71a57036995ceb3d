import { cardContents } from './card/contents.ts';
import type { CardFacts } from './card/facts.ts';
import { titleOf } from './card/facts.ts';
import { frontMatter } from './card/frontMatter.ts';
import { limits } from './card/limits.ts';
import { making } from './card/making.ts';
import { paragraphs, plain } from './card/markdown.ts';
import { rights } from './card/rights.ts';
import { splitting } from './card/splitting.ts';

/**
 * The dataset card, README.md, as the Hugging Face hub wants it, in English: what is in the dataset, how it was made, how
 * it was split, what it lacks. Every number comes from the facts, nothing from a clock or a guess; what the team has not
 * said in the project file is called not stated.
 */
export function datasetCard(facts: CardFacts): string {
  const { description } = facts.project.dataset;
  const sections = [
    `# ${plain(titleOf(facts))}`,
    description === undefined ? NO_SUMMARY : paragraphs(description),
    cardContents(facts),
    making(facts),
    splitting(facts),
    limits(facts),
    rights(facts),
  ];
  return `${frontMatter(facts)}\n${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

const NO_SUMMARY = '*Not stated: what this dataset is for (`dataset.description` in `pressmark.json`).*';
