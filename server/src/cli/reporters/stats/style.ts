/**
 * How the page of statistics looks: in the reader's light or dark colours. Kinds differ in lightness as well as in
 * colour, and every bar has its figure, so that nothing is told by colour alone.
 */
export const STYLE = `
:root { color-scheme: light dark; --text: #1b1b1b; --quiet: #5f5f5f; --back: #fff; --line: #d0d0d0;
  --k0: #2f6fb3; --k1: #1d8348; --k2: #d68910; --k3: #a93226; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e6e6; --quiet: #a8a8a8; --back: #1e1e1e; --line: #444;
    --k0: #6fb1f2; --k1: #58c98a; --k2: #f0b94d; --k3: #ef7d72; }
}
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; background: var(--back); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p { margin: .3rem 0; } .quiet { color: var(--quiet); }
svg { display: block; width: 100%; height: auto; } svg text { font-size: 12px; fill: var(--text); }
.k0 { fill: var(--k0); background: var(--k0); } .k1 { fill: var(--k1); background: var(--k1); }
.k2 { fill: var(--k2); background: var(--k2); } .k3 { fill: var(--k3); background: var(--k3); }
rect { stroke: var(--back); stroke-width: 1; }
.halo { stroke: var(--back); fill: none; stroke-width: 4; }
.range { stroke: var(--text); fill: none; stroke-width: 1.5; }
.legend span { display: inline-block; width: .8em; height: .8em; margin: 0 .4em 0 1em; }
.legend span:first-child { margin-left: 0; }
details { margin-top: .5rem; } summary { cursor: pointer; color: var(--quiet); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin-top: .5rem; }
th, td { padding: .15rem .7rem; border-bottom: 1px solid var(--line); text-align: right; }
th:first-child, td:first-child { text-align: left; }
td:first-child { overflow-wrap: anywhere; }
@media print { details { display: none; } }
`;
