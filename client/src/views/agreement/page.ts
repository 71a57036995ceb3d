/** The page of agreement: shows what the panel says, and tells it what is pressed. Runs in the webview. */
import { button, element, filled, words as textOf } from '../webview/dom.ts';
import type { FromPage, PageState, PageWords, ToPage } from './messages.ts';
import { type Choice, choiceIn, isBetween } from './page/choice.ts';
import { disagreements, labelTable, matrix, together } from './page/tables.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: Choice): void;
  getState(): Partial<Choice> | undefined;
};

const editor = acquireVsCodeApi();
let words: PageWords | undefined;
let state: PageState | undefined;
let choice: Partial<Choice> = editor.getState() ?? {};

const tell = (message: FromPage) => editor.postMessage(message);

function show(next: PageState, say: PageWords): void {
  const made = choiceIn(next.view, choice);
  choice = made;
  state = next;
  editor.setState(made);
  const focused = document.activeElement?.id;
  document.body.replaceChildren(
    element('h1', '', say.title),
    tools(next, made, say),
    list(next.view.counts),
    element('h2', '', say.matrix),
    matrix(next, made, say, (pair) => choose({ pair })),
    together(next, made, say),
    ...labelTable(next, say),
    element('h2', '', heading(next, made, say)),
    ...listed(next, say),
    disagreements(next, made, say, tell),
  );
  // What was pressed is made anew and has lost the focus.
  if (focused) document.getElementById(focused)?.focus();
}

function choose(part: Partial<Choice>): void {
  choice = { ...choice, ...part };
  if (state && words) show(state, words);
}

function tools({ view, all }: PageState, made: Choice, say: PageWords): HTMLElement {
  const bar = element('div', 'tools');
  const topics = view.topics.map(({ key, subject, measure }) => [key, `${subject}: ${measure}`] as const);
  bar.append(select('topic', say.measure, topics, made.topic, (topic) => choose({ topic })));
  if (view.topics.find(({ key }) => key === made.topic)?.byLabel) {
    const labels = [['', say.allLabels] as const, ...view.labels.map((label) => [label, label] as const)];
    bar.append(
      select('label', say.label, labels, made.label ?? '', (label) =>
        choose({ label: label === '' ? undefined : label }),
      ),
    );
  }
  const begun = button('', all ? say.done : say.begun, () => tell({ type: 'refresh', all: !all }));
  const again = button('', say.refresh, () => tell({ type: 'refresh', all }));
  begun.id = 'begun';
  again.id = 'again';
  bar.append(begun, again);
  return bar;
}

function select(
  id: string,
  title: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
  chosen: (value: string) => void,
): HTMLElement {
  const label = element('label', '', title);
  const field = element('select', '');
  field.id = id;
  for (const [key, text] of options) {
    const option = element('option', '', text);
    option.value = key;
    field.append(option);
  }
  field.value = value;
  field.addEventListener('change', () => chosen(field.value));
  label.append(field);
  return label;
}

function list(sentences: readonly string[]): HTMLElement {
  const node = element('ul', '');
  for (const sentence of sentences) {
    const item = element('li', '');
    item.append(textOf('', sentence));
    node.append(item);
  }
  return node;
}

function heading({ view }: PageState, { pair }: Choice, say: PageWords): string {
  if (!pair) return `${say.disagreements} (${view.disagreementCount}): ${say.everyPair}`;
  const theirs = view.disagreements.filter((place) => isBetween(place.pair, pair));
  return `${say.disagreements} (${theirs.length}): ${pair.join(' – ')}`;
}

function listed({ view }: PageState, say: PageWords): HTMLElement[] {
  const { disagreements: places, disagreementCount: count } = view;
  return places.length < count ? [element('p', 'why', filled(say.listed, places.length, count))] : [];
}

/** Up and down go from place to place; Enter leads into the article, as on every button. */
document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || target.dataset.place === undefined) return;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
  const places = [...document.querySelectorAll<HTMLElement>('[data-place]')];
  places[places.indexOf(target) + (key === 'ArrowDown' ? 1 : -1)]?.focus();
  event.preventDefault();
});

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'words') words = data.words;
  else if (words) show(data.state, words);
});

tell({ type: 'ready' });
