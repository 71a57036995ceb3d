import type {
  AdjudicationGroup,
  AdjudicationVersion,
} from '../../../../../server/src/lsp/protocol/adjudication.ts';
import { button, element, filled, marked, words } from '../../webview/dom.ts';
import type { FromPage, PageState, PageWords } from '../messages.ts';

type Tell = (message: FromPage) => void;

/** The group under the cursor: what each annotator says, side by side, with a key each. */
export function choices(
  group: AdjudicationGroup,
  state: PageState,
  say: PageWords,
  tell: Tell,
): HTMLElement[] {
  const { view } = state;
  const head = element('h2', 'title', say.kinds[group.kind]);
  if (group.line !== undefined) head.append(element('small', '', filled(say.line, group.line)));
  head.append(element('small', 'state', say.states[group.state]));
  const columns = element('div', 'columns');
  for (const [i, name] of view.annotators.entries()) columns.append(column(group, i, name, say, tell));
  const press = (key: string) => () => tell({ type: 'press', key });
  const more = element('div', 'more');
  more.append(
    ...(group.versions.length < 2
      ? []
      : [button('b', group.versions.length > 2 ? say.everything : say.both, press('b'))]),
    button('n', say.neither, press('n')),
    button('c', say.change, press('c')),
    button('u', say.undo, press('u')),
    button('Enter', say.show, press('Enter')),
  );
  return [head, columns, more, reason(state, say), ...goldLines(group, say)];
}

function column(
  group: AdjudicationGroup,
  annotator: number,
  name: string,
  say: PageWords,
  tell: Tell,
): HTMLElement {
  const key = annotator < 9 ? String(annotator + 1) : '';
  const own = group.versions.filter((v) => v.annotators.includes(annotator));
  const node = element('button', own.length === 0 ? 'version none' : 'version');
  node.type = 'button';
  const head = element('span', 'who');
  if (key !== '') {
    head.append(element('kbd', '', key));
    node.setAttribute('aria-keyshortcuts', key);
    node.addEventListener('click', () => tell({ type: 'press', key }));
  } else node.disabled = true;
  head.append(words('', name));
  node.append(head);
  if (own.length === 0) node.append(element('span', 'nothing', say.nothing));
  for (const version of own) node.append(...said(group, version, say));
  return node;
}

function said(group: AdjudicationGroup, version: AdjudicationVersion, say: PageWords): HTMLElement[] {
  const what = element('span', 'what');
  what.append(words('label', version.label));
  for (const detail of version.details) what.append(words('detail', detail));
  const text =
    group.context === '' || version.marks.length === 0
      ? words('sentence', version.text)
      : marked('sentence', group.context, version.marks);
  const notes = version.notes.map((note) => words('note', note));
  return [what, text, ...notes, ...(version.certain ? [] : [element('span', 'unsure', say.unsure)])];
}

function reason({ reason: text }: PageState, say: PageWords): HTMLElement {
  const label = element('label', 'reason');
  const field = element('input', '');
  field.id = 'reason';
  field.type = 'text';
  field.dir = 'auto';
  field.value = text;
  field.placeholder = say.reason;
  label.append(element('kbd', '', 'r'), element('span', 'spoken', say.reason), field);
  return label;
}

function goldLines({ gold }: AdjudicationGroup, say: PageWords): HTMLElement[] {
  if (gold.length === 0) return [];
  const node = element('p', 'golden', say.gold);
  for (const line of gold) {
    const how = line.decision === undefined ? [] : [say.decisions[line.decision]];
    const about = [
      ...how,
      ...(line.by === undefined ? [] : [line.by]),
      ...(line.note === undefined ? [] : [line.note]),
    ];
    node.append(words('label', line.label), words('sentence', line.text), words('note', about.join(' – ')));
  }
  return [node];
}
