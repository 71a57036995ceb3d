/** Shades of agreement, from none to all; the number stands in every cell too, so nothing is said by colour alone. */
const shades = Array.from(
  { length: 11 },
  (_, tenths) =>
    `.shade${tenths} { background: color-mix(in srgb, var(--vscode-charts-green, #388a34) ${tenths * 4}%, transparent); }`,
).join('\n');

/** The page's style; colours are the theme's. */
export const style = `
body { color: var(--vscode-foreground); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size);
  padding: .5rem 1rem 2rem; line-height: 1.5; }
h1 { font-size: 1.4em; font-weight: 600; margin: .3rem 0; }
h2 { font-size: 1.1em; font-weight: 600; margin: 1.4rem 0 .4rem; }
ul { margin: .3rem 0; padding-inline-start: 1.2rem; color: var(--vscode-descriptionForeground); }
.tools { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin: .6rem 0; }
.tools label { display: inline-flex; gap: .4rem; align-items: center; }
select { font: inherit; max-width: 30rem; padding: .15rem .3rem; color: var(--vscode-dropdown-foreground);
  background: var(--vscode-dropdown-background); border: 1px solid var(--vscode-dropdown-border, currentColor); }
button { font: inherit; cursor: pointer; border: 1px solid var(--vscode-button-border, transparent); border-radius: 2px; }
.choice { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); padding: .2rem .6rem; }
.choice:hover { background: var(--vscode-button-secondaryHoverBackground); }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: start; color: var(--vscode-descriptionForeground); padding-bottom: .3rem; }
th { text-align: start; font-weight: 600; }
th, td { padding: .25rem .6rem; border: 1px solid var(--vscode-panel-border, currentColor); vertical-align: top; }
td.number { text-align: end; font-variant-numeric: tabular-nums; }
td.matrix { padding: 0; min-width: 6rem; }
td.matrix button { display: block; width: 100%; padding: .4rem .6rem; text-align: center; color: inherit; background: none; border: none; }
td.matrix button[aria-pressed="true"] { outline: 2px solid var(--vscode-focusBorder); outline-offset: -2px; }
.value { font-weight: 600; font-size: 1.15em; font-variant-numeric: tabular-nums; }
.detail { display: block; color: var(--vscode-descriptionForeground); font-size: .9em; }
.why { color: var(--vscode-descriptionForeground); font-style: italic; }
.place { color: var(--vscode-textLink-foreground); background: none; border: none; padding: 0; text-align: start; text-decoration: underline; }
.words { max-width: 32rem; overflow-wrap: anywhere; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.vscode-high-contrast td { background: none; }
${shades}
`;
