/** The adjudication page: shows what the panel says, and tells it what is pressed. Runs in the webview. */
import type {
  AdjudicationGroup,
  AdjudicationView,
} from '../../../../server/src/lsp/protocol/adjudication.ts';
import { element } from '../webview/dom.ts';
import type { FromPage, PageState, PageWords, ToPage } from './messages.ts';
import { choices } from './page/choices.ts';
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
/** A row as it was last made, and from what: only what changed is made anew. */
interface Made {
  readonly group: AdjudicationGroup;
  readonly names: readonly string[];
  readonly isCurrent: boolean;
  readonly node: HTMLElement;
}

const rows = new Map<string, Made>();

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
  const nodes = view.groups.map((group) => rowOf(group, view, say, group.key === at));
  const shown = new Set(view.groups.map((g) => g.key));
  for (const key of rows.keys()) if (!shown.has(key)) rows.delete(key);
  // Rows that were made anew have taken the place of the old ones: mostly the order is what it was.
  const isSame = nodes.length === list.children.length && nodes.every((n, i) => list.children[i] === n);
  if (!isSame) list.replaceChildren(...nodes);
  if (at === undefined) list.removeAttribute('aria-activedescendant');
  else list.setAttribute('aria-activedescendant', rowId(at));
}

function rowOf(
  group: AdjudicationGroup,
  view: AdjudicationView,
  say: PageWords,
  isCurrent: boolean,
): HTMLElement {
  const known = rows.get(group.key);
  if (known?.isCurrent === isCurrent && isAlike(known, group, view)) {
    rows.set(group.key, { ...known, group, names: view.annotators });
    return known.node;
  }
  const node = row(group, view, say, isCurrent);
  node.id = rowId(group.key);
  node.addEventListener('click', () => tell({ type: 'go', group: group.key }));
  known?.node.replaceWith(node);
  rows.set(group.key, { group, names: view.annotators, isCurrent, node });
  return node;
}

function isAlike(known: Made, group: AdjudicationGroup, { annotators }: AdjudicationView): boolean {
  if (known.group === group && known.names === annotators) return true;
  return JSON.stringify([known.group, known.names]) === JSON.stringify([group, annotators]);
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

// The first click makes the row anew, so that the second one falls upon another.
list.addEventListener('dblclick', () => tell({ type: 'press', key: 'Enter' }));

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
  else if (data.type === 'show' && words) show(data.state, words);
  else if (data.type === 'go' && words && state) show({ ...data.state, view: state.view }, words);
});

window.addEventListener('focus', () => {
  if (document.activeElement === document.body) list.focus();
});

tell({ type: 'ready' });
list.focus();
