import { button, element, filled, words } from '../../webview/dom.ts';
import { progressOf } from '../deck.ts';
import type { FromPage, PageState, PageWords } from '../messages.ts';

/** What is above the groups: the article, how far one is, and what concerns all of it. */
export function toolbar(state: PageState, say: PageWords, tell: (message: FromPage) => void): HTMLElement[] {
  const { view, anonymous, all } = state;
  const { all: disagreements, open, agreed } = progressOf(view);
  const title = element('h1', 'path');
  title.append(words('', view.path));
  const text = open === 0 ? say.allSettled : filled(say.progress, open, disagreements);
  const progress = element('progress', '');
  progress.max = Math.max(disagreements, 1);
  progress.value = disagreements === 0 ? 1 : disagreements - open;
  progress.setAttribute('aria-label', text);
  const far = element('span', 'progress');
  far.append(progress, element('b', '', text));
  const tools = element('span', 'tools');
  tools.append(button('a', anonymous ? say.names : say.letters, () => tell({ type: 'press', key: 'a' })));
  if (view.problem === undefined) {
    if (agreed > 0)
      tools.append(
        button('', filled(say.unanimous, agreed), () => tell({ type: 'rule', rule: 'unanimous' })),
      );
    if (view.annotators.length > 2 && open > 0)
      tools.append(button('', say.majority, () => tell({ type: 'rule', rule: 'majority' })));
  }
  if (view.waiting > 0 || all)
    tools.append(button('', all ? say.finished : say.everybody, () => tell({ type: 'everybody' })));
  const notes = [
    ...(view.problem === undefined ? [] : [element('p', 'problem', view.problem)]),
    ...(view.waiting > 0 ? [element('p', 'hint', filled(say.waiting, view.waiting))] : []),
    ...(state.said === '' ? [] : [element('p', 'said', state.said)]),
    element('p', 'hint', say.directly),
  ];
  return [title, far, tools, ...notes];
}
