import type {
  AdjudicationGroup,
  AdjudicationView,
} from '../../../../../server/src/lsp/protocol/adjudication.ts';
import { element, filled, marked, words } from '../../webview/dom.ts';
import type { PageWords } from '../messages.ts';

/** A group in the list: one line, faded where nothing is left to decide. */
export function row(
  group: AdjudicationGroup,
  view: AdjudicationView,
  say: PageWords,
  isCurrent: boolean,
): HTMLElement {
  const node = element('div', `group ${group.state} of-${group.kind}`);
  node.setAttribute('role', 'option');
  node.setAttribute('aria-selected', String(isCurrent));
  node.setAttribute('aria-label', rowSummary(group, view, say));
  const line = element('span', 'line', group.line === undefined ? '–' : String(group.line));
  const kind = element('span', 'kind', say.kinds[group.kind]);
  const labels = element('span', 'labels');
  for (const label of new Set(group.versions.map((v) => v.label))) labels.append(words('label', label));
  const gold = element('span', 'gold', signOf(group));
  gold.title = say.states[group.state];
  node.append(gold, line, kind, labels, textOf(group));
  return node;
}

/** The shape tells the state, not the colour alone. */
function signOf({ state }: AdjudicationGroup): string {
  return state === 'settled' ? '✓' : state === 'changed' ? '↻' : '○';
}

function textOf({ context, versions }: AdjudicationGroup): HTMLElement {
  const marks = merged(versions.flatMap((v) => v.marks));
  if (context !== '') {
    const from = startBefore(context, marks[0]?.start ?? 0);
    const seen = marks.map((m) => ({ start: m.start - from, end: m.end - from }));
    return marked('context', context.slice(from), seen);
  }
  return words('context', versions.map((v) => [v.text, ...v.details].join(' – ')).join(' / '));
}

/** Characters of a line before the first mark: so that the mark is seen in a narrow panel. */
const LEAD = 40;

/** Where a line begins that shows the place at `offset`: at a word. */
function startBefore(text: string, offset: number): number {
  if (offset <= LEAD) return 0;
  const blank = text.indexOf(' ', offset - LEAD);
  return blank < 0 || blank >= offset ? offset : blank + 1;
}

function merged(marks: readonly { readonly start: number; readonly end: number }[]) {
  const result: { start: number; end: number }[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else result.push({ ...mark });
  }
  return result;
}

/** A group in one sentence, for who does not see it. */
export function rowSummary(
  { line, kind, state, versions }: AdjudicationGroup,
  view: AdjudicationView,
  say: PageWords,
): string {
  const said = versions.map((v) => {
    const who = v.annotators.map((i) => view.annotators[i] ?? '').join(', ');
    return `${who}: ${[v.label, v.text, ...v.details].join(' ')}`;
  });
  const where = line === undefined ? [] : [filled(say.line, line)];
  return [...where, say.kinds[kind], say.states[state], ...said].join('. ');
}
