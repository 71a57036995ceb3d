/** The page's look, in the colours of the user's theme; what colour tells, a shape or a word tells too. */
export const style = `
body { box-sizing: border-box; display: flex; flex-direction: column; height: 100vh; margin: 0; padding: 0 1rem .5rem; font-size: var(--vscode-font-size); color: var(--vscode-foreground); }
.bar { flex: none; padding: .5rem 0; }
.bar h1 { font-size: 1.1em; margin: 0 0 .3rem; }
.progress { display: inline-flex; gap: .6rem; align-items: center; margin-inline-end: 1rem; }
progress { accent-color: var(--vscode-progressBar-background); }
.hint, .said { margin: .3rem 0 0; color: var(--vscode-descriptionForeground); }
.problem { margin: .4rem 0 0; padding: .4rem .6rem; border: 1px solid var(--vscode-inputValidation-warningBorder, currentColor);
  background: var(--vscode-inputValidation-warningBackground); color: var(--vscode-inputValidation-warningForeground, inherit); }
.current { border: 1px solid var(--vscode-focusBorder); padding: .4rem .8rem .7rem; margin: .2rem 0 .6rem;
  flex: none; max-height: 60vh; overflow: auto; }
.groups { flex: 1; min-height: 6rem; overflow: auto; }
.title { font-size: 1em; margin: .2rem 0 .5rem; }
.title small { margin-inline-start: .8rem; font-weight: normal; color: var(--vscode-descriptionForeground); }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .6rem; }
button { font: inherit; cursor: pointer; border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 3px; }
button:focus-visible, input:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 1px; }
.groups:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
.version { display: flex; flex-direction: column; gap: .35rem; text-align: start; padding: .5rem .6rem; line-height: 1.5;
  color: var(--vscode-foreground); background: var(--vscode-editorWidget-background); border-color: var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); }
.version:hover { background: var(--vscode-list-hoverBackground); }
.who, .what { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.who { font-weight: 600; }
.none .nothing, .note, .unsure { color: var(--vscode-descriptionForeground); font-style: italic; }
.unsure::before { content: "⚠ "; font-style: normal; }
.label { font-weight: 600; padding: 0 .4em; border: 1px solid currentColor; border-radius: 3px; }
.detail { font-family: var(--vscode-editor-font-family); }
mark { color: inherit; background: var(--vscode-editor-findMatchHighlightBackground); font-weight: 600;
  text-decoration: underline 2px; text-underline-offset: 3px; }
.more, .reason { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .6rem; align-items: center; }
.choice { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); padding: .2rem .6rem; }
.choice:hover { background: var(--vscode-button-secondaryHoverBackground); }
.tools { display: inline-flex; flex-wrap: wrap; gap: .5rem; }
kbd { font-family: var(--vscode-editor-font-family); font-size: .85em; padding: 0 .35em; margin-inline-end: .4em; border-radius: 3px;
  color: var(--vscode-keybindingLabel-foreground); background: var(--vscode-keybindingLabel-background);
  border: 1px solid var(--vscode-keybindingLabel-border, currentColor); }
.reason input { flex: 1; font: inherit; padding: .2rem .4rem; color: var(--vscode-input-foreground);
  background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, currentColor); }
.golden { display: flex; flex-wrap: wrap; gap: .5rem; margin: .6rem 0 0; }
.group { display: grid; grid-template-columns: 1.2rem 2.4rem 9rem minmax(4rem, 11rem) 1fr; gap: .5rem; padding: .25rem .3rem; cursor: pointer;
  align-items: baseline; content-visibility: auto; contain-intrinsic-size: auto 1.8rem; border: 1px solid transparent; }
.group:hover { background: var(--vscode-list-hoverBackground); }
.group[aria-selected="true"] { background: var(--vscode-list-activeSelectionBackground); color: var(--vscode-list-activeSelectionForeground);
  border-color: var(--vscode-contrastActiveBorder, transparent); opacity: 1; }
.group.settled, .group.of-agreed { opacity: .6; }
.group.changed .gold { color: var(--vscode-editorWarning-foreground); }
.line { text-align: end; color: var(--vscode-descriptionForeground); }
.labels { display: flex; flex-wrap: wrap; gap: .3rem; }
.context { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
@media (max-width: 52rem) {
  .group { grid-template-columns: 1.2rem 2.4rem 9rem 1fr; row-gap: .1rem; contain-intrinsic-size: auto 3.2rem; }
  .group .context { grid-column: 3 / -1; }
}
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.vscode-high-contrast .group.settled, .vscode-high-contrast .group.of-agreed { opacity: .8; }
.vscode-high-contrast mark { outline: 1px solid currentColor; }
`;
