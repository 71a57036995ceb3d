import { DEFAULT_PROJECT } from '../core/project.ts';

/** A project file that says what it says by default, with a comment at each part. */
export function projectTemplate(language: string, annotators: readonly string[]): string {
  const { include, exclude, entities, labels } = DEFAULT_PROJECT;
  const rows = labels.map(({ name, title, key, color, guideline, sentence }) =>
    JSON.stringify({ name, title, key, color, ...(sentence ? { sentence } : {}), guideline }),
  );
  const people =
    annotators.length === 0
      ? '[]'
      : `[\n${annotators.map((name) => `    ${JSON.stringify({ name })}`).join(',\n')}\n  ]`;
  return `{
  // Which files are articles. Patterns are relative to this folder.
  "include": ${JSON.stringify(include)},
  "exclude": ${JSON.stringify(exclude)},

  // The language that every article should be in, such as "id" or "vi"; "auto" looks at each article.
  "language": ${JSON.stringify(language)},

  // What annotators tag. "key" is the key in annotation mode; "sentence" marks labels for whole sentences.
  "labels": [
    ${rows.join(',\n    ')}
  ],

  // Links between tags, such as { "name": "leads", "from": ["PER"], "to": ["ORG"] }.
  "relations": [],

  // What is said of an article as a whole, such as { "name": "topic", "values": ["war", "economy"] }.
  "documentLabels": [],

  // Known people, places and organisations: files of yours (JSON Lines, CSV, TSV), and countries in every language.
  // "imported": ["people"] adds the names of a cache that "pressmark entities import" made under that name.
  "entities": { "files": ${JSON.stringify(entities.files)}, "builtIn": ${entities.builtIn} },

  // How much the findings of a rule weigh: "error", "warning", "information", "hint" or "off",
  // such as { "page/boilerplate": "off" }.
  "rules": {},

  // Words and names that no rule should report.
  "dictionary": [],

  // Who annotates. Each gets files of their own; with nobody listed, all share one file per article. With
  // { "name": "ana", "title": "Ana Wijaya", "email": "ana@example.org" } git's settings tell who somebody is.
  "annotators": ${people},

  // true: in the editor nobody is shown what others have annotated.
  "blind": false
}
`;
}
