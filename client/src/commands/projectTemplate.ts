/** A project file that says what every first project wants to say, and how; all of it may be left out. */
export const projectTemplate = `{
  // Pressmark reads this file; a team shares it in git. Every key may be left out.
  // Point at a key to read what it does.

  // Which files are articles.
  "include": ["**/*.txt"],

  // The language the articles should be in (for example "id", "vi", "en"), or "auto".
  "language": "auto"

  // More keys:
  // "exclude": which of the files are no articles after all
  // "labels": what spans can be tagged as, with a key, a colour and a guideline
  // "entities": files with the people, places and organisations that you know
  // "rules": which checks run, and how severe each is
  // "dictionary": words and names to accept
  // "annotators": names of the people who annotate, each with files of their own
  // "blind": true hides in the editor what others have annotated
}
`;
