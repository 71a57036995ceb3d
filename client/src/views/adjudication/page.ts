/** The adjudication page: shows what the panel says, and tells it what is pressed. Runs in the webview. */
import type { AdjudicationGroup } from '../../../../server/src/lsp/protocol/adjudication.ts';
import type { FromPage, PageState, PageWords, ToPage } from './messages.ts';
import { choices } from './page/choices.ts';
import { element } from './page/dom.ts';
import { row, rowSummary } from './page/row.ts';
import { toolbar } from './page/toolbar.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: object): void;
};

const editor = acquireVsCodeApi();
const bar = element('header', 'bar');
const current = element('section', 'current');
const list = element('div', 'groups');
const live = element('div', 'spoken');
list.tabIndex = 0;
list.setAttribute('role', 'listbox');
live.setAttribute('role', 'status');
live.setAttribute('aria-live', 'polite');
document.body.append(bar, current, list, live);

let words: PageWords | undefined;
let state: PageState | undefined;
/** The rows as they were last made: only what changed is made anew. */
const rows = new Map<string, { readonly made: string; readonly node: HTMLElement }>();

const tell = (message: FromPage) => editor.postMessage(message);

function show(next: PageState, say: PageWords): void {
  const typed = reasonField()?.value;
  const moved = next.current !== state?.current || next.view.uri !== state?.view.uri;
  state = next;
  editor.setState({ uri: next.view.uri, anonymous: next.anonymous, all: next.all });
  bar.replaceChildren(...toolbar(next, say, tell));
  const group = next.view.groups.find((g) => g.key === next.current);
  current.setAttribute('aria-label', say.choices);
  current.replaceChildren(
    ...(group ? choices(group, next, say, tell) : [element('p', 'done', say.allSettled)]),
  );
  const field = reasonField();
  if (field && typed !== undefined && !moved) field.value = typed;
  showRows(next, say);
  live.textContent = spoken(next, say, group);
  list.setAttribute('aria-label', say.list);
  // What was pressed is made anew and has lost the focus: keys and screen readers go on in the list.
  if (document.activeElement === document.body) list.focus();
  if (moved) document.getElementById(rowId(next.current ?? ''))?.scrollIntoView({ block: 'nearest' });
}

function showRows({ view, current: at }: PageState, say: PageWords): void {
  const nodes = view.groups.map((group) => {
    const made = JSON.stringify([group, group.key === at, view.annotators]);
    const known = rows.get(group.key);
    if (known?.made === made) return known.node;
    const node = row(group, view, say, group.key === at);
    node.id = rowId(group.key);
    node.addEventListener('click', () => tell({ type: 'go', group: group.key }));
    node.addEventListener('dblclick', () => tell({ type: 'press', key: 'Enter' }));
    rows.set(group.key, { made, node });
    return node;
  });
  const shown = new Set(view.groups.map((g) => g.key));
  for (const key of rows.keys()) if (!shown.has(key)) rows.delete(key);
  if (nodes.length !== list.children.length || nodes.some((n, i) => list.children[i] !== n))
    list.replaceChildren(...nodes);
  if (at === undefined) list.removeAttribute('aria-activedescendant');
  else list.setAttribute('aria-activedescendant', rowId(at));
}

function spoken({ view, said }: PageState, say: PageWords, group: AdjudicationGroup | undefined): string {
  return [said, group ? rowSummary(group, view, say) : say.allSettled].filter((s) => s !== '').join(' ');
}

function rowId(key: string): string {
  return `group-${key}`;
}

function reasonField(): HTMLInputElement | undefined {
  const field = document.getElementById('reason');
  return field instanceof HTMLInputElement ? field : undefined;
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { target, key } = event;
  if (target instanceof HTMLInputElement) {
    if (key !== 'Enter' && key !== 'Escape') return;
    if (key === 'Escape') target.value = state?.reason ?? '';
    tell({ type: 'reason', text: target.value });
    list.focus();
  } else if (target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) {
    return;
  } else if (/^([1-9bncuajkr]|Enter|Arrow(Up|Down|Left|Right))$/.test(key)) {
    tell({ type: 'press', key });
  } else return;
  event.preventDefault();
});

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'words') words = data.words;
  else if (data.type === 'askReason') reasonField()?.focus();
  else if (words) show(data.state, words);
});

window.addEventListener('focus', () => {
  if (document.activeElement === document.body) list.focus();
});

tell({ type: 'ready' });
list.focus();
