import type { DatasetArticle } from './dataset.ts';
import type { DatasetSchema } from './format.ts';
import { LABELS_TAG, TEXT_TAG } from './labelStudioWrite.ts';
import { writeXml, type XmlElement, xmlCharacters } from './xml/writeXml.ts';

/** Choices of one label that are listed; beyond that it is free text rather than a list to choose from. */
const MOST_VALUES = 200;

/** The names that a labeling interface has to offer: the project's, and those that occur. */
export class SeenNames {
  readonly labels: Set<string>;
  readonly relations: Set<string>;
  readonly choices = new Map<string, Set<string>>();

  constructor(schema: DatasetSchema) {
    this.labels = new Set(schema.labels);
    this.relations = new Set(schema.relations.map((r) => r.name));
    for (const { name, values } of schema.documentLabels) this.choices.set(name, new Set(values));
  }

  add(article: DatasetArticle): void {
    for (const { label } of article.spans) this.labels.add(label);
    for (const { label } of article.relations) this.relations.add(label);
    for (const { label, value } of article.documentLabels) {
      const values = this.choices.get(label) ?? new Set<string>();
      this.choices.set(label, values);
      for (const one of Array.isArray(value) && value.length > 1 ? value : [String(value)])
        if (values.size < MOST_VALUES) values.add(one);
    }
  }
}

/** A labeling configuration (https://labelstud.io/tags) that fits the tasks written with these names. */
export function labelingConfig({ labels, relations, choices }: SeenNames): string {
  const named = (name: string, values: Iterable<string>): XmlElement[] =>
    [...values].map((value) => ({ name, attributes: [['value', xmlCharacters(value)]] }));
  const view: XmlElement = {
    name: 'View',
    children: [
      '\n  ',
      ...lines({
        name: 'Labels',
        attributes: [
          ['name', LABELS_TAG],
          ['toName', TEXT_TAG],
        ],
        children: indented(named('Label', labels)),
      }),
      ...(relations.size > 0
        ? lines({ name: 'Relations', children: indented(named('Relation', relations)) })
        : []),
      ...[...choices].flatMap(([label, values]) =>
        lines({
          name: 'Choices',
          attributes: [
            ['name', xmlCharacters(label)],
            ['toName', TEXT_TAG],
            ['choice', 'multiple'],
          ],
          children: indented(named('Choice', values)),
        }),
      ),
      {
        name: 'Text',
        attributes: [
          ['name', TEXT_TAG],
          ['value', '$text'],
        ],
      },
      '\n',
    ],
  };
  return writeXml(view, new Map());
}

function lines(element: XmlElement): (XmlElement | string)[] {
  return [element, '\n  '];
}

function indented(elements: readonly XmlElement[]): (XmlElement | string)[] {
  return elements.length === 0 ? [] : [...elements.flatMap((e) => ['\n    ', e]), '\n  '];
}
