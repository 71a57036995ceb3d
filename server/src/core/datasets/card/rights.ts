import type { CardFacts } from './facts.ts';
import { fenced, paragraphs, plain } from './markdown.ts';

/** Who made it, under which licence, what is in it of persons, how to cite it. */
export function rights({ project: { dataset } }: CardFacts): string {
  const { license, creators, citation, privacy, url } = dataset;
  const people = creators.map(({ name, url }) =>
    url === undefined ? plain(name) : `${plain(name)} (${link(url)})`,
  );
  return [
    '## Licence',
    license === undefined
      ? '*Not stated (`dataset.license` in `pressmark.json`): without one nobody may use it.*'
      : /^https?:/.test(license)
        ? link(license)
        : `\`${license}\``,
    ...(privacy === undefined ? [] : ['## Persons in the data', paragraphs(privacy)]),
    '## Made by',
    people.length === 0 ? '*Not stated (`dataset.creators` in `pressmark.json`).*' : people.join('; '),
    ...(url === undefined ? [] : [link(url)]),
    ...(citation === undefined
      ? []
      : ['## How to cite it', fenced(citation, citation.trim().startsWith('@') ? 'bibtex' : '')]),
  ].join('\n\n');
}

/** An address as it is: the project file takes only those of the web, without blanks. */
function link(url: string): string {
  return `<${url.replace(/[<>]/g, encodeURIComponent)}>`;
}
