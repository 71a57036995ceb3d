import type { AgreementFigure } from '../../../../../server/src/lsp/protocol/agreement.ts';
import { element, filled, words } from '../../webview/dom.ts';
import type { FromPage, PageState, PageWords } from '../messages.ts';
import { type Choice, figureOf, isBetween, labelTopics, shadeOf, shown } from './choice.ts';

/** The matrix of pairs; a cell is a button that lists only what this pair disagrees about. */
export function matrix(
  { view }: PageState,
  choice: Choice,
  say: PageWords,
  choosePair: (pair: Choice['pair']) => void,
): HTMLElement {
  const table = titled(say.matrix);
  const head = row(table.createTHead(), [say.annotators, ...view.annotators]);
  for (const cell of head) cell.scope = 'col';
  const body = table.createTBody();
  for (const [i, one] of view.annotators.entries()) {
    const line = body.insertRow();
    line.append(headCell(one, 'row'));
    for (const [j, other] of view.annotators.entries()) {
      if (one === other) {
        line.append(element('td', 'number', '–'));
        continue;
      }
      const figure = figureOf(view, choice, [one, other]);
      const cell = element('td', `matrix ${shadeOf(figure?.value)}`);
      const button = element('button', '');
      button.type = 'button';
      button.id = `pair-${i}-${j}`;
      button.append(...figureParts(figure, say));
      const label = filled(say.only, one, other);
      button.title = label;
      button.setAttribute('aria-label', `${button.textContent}. ${label}`);
      const pressed = choice.pair?.includes(one) && choice.pair.includes(other);
      button.setAttribute('aria-pressed', String(pressed === true));
      button.addEventListener('click', () => choosePair(pressed ? undefined : [one, other]));
      cell.append(button);
      line.append(cell);
    }
  }
  return scrolling(table);
}

/** The figure of all together, in a line. */
export function together({ view }: PageState, choice: Choice, say: PageWords): HTMLElement {
  const line = element('p', '', `${say.together}: `);
  line.append(...figureParts(figureOf(view, choice), say));
  return line;
}

function figureParts(figure: AgreementFigure | undefined, say: PageWords): HTMLElement[] {
  const parts = [element('span', 'value', `${shown(figure?.value)} `)];
  if (figure?.why !== undefined) parts.push(words('why', `${figure.why} `));
  if (figure?.low !== undefined && figure.high !== undefined)
    parts.push(element('span', 'detail', `${filled(say.interval, shown(figure.low), shown(figure.high))} `));
  if (figure?.raw !== undefined)
    parts.push(element('span', 'detail', `${filled(say.raw, shown(figure.raw))} `));
  if (figure) parts.push(element('span', 'detail', `n = ${figure.n}`));
  return parts;
}

/** Every label with every measure that it has. */
export function labelTable({ view }: PageState, say: PageWords): HTMLElement[] {
  const topics = labelTopics(view);
  if (view.labels.length === 0 || topics.length === 0) return [];
  const table = titled(say.byLabel);
  for (const cell of row(table.createTHead(), [say.label, ...topics.map(({ measure }) => measure)]))
    cell.scope = 'col';
  const body = table.createTBody();
  for (const label of view.labels) {
    const line = body.insertRow();
    line.append(headCell(label, 'row'));
    for (const { key } of topics) {
      const figure = figureOf(view, { topic: key, label });
      const cell = element('td', `number ${shadeOf(figure?.value)}`, shown(figure?.value));
      if (figure?.why !== undefined) cell.title = figure.why;
      line.append(cell);
    }
  }
  return [element('h2', '', say.byLabel), scrolling(table)];
}

/** The places of disagreement of the chosen pair and label; each leads into its article. */
export function disagreements(
  { view, adjudicable }: PageState,
  choice: Choice,
  say: PageWords,
  tell: (message: FromPage) => void,
): HTMLElement {
  const table = titled(say.disagreements);
  const head = [say.place, say.kind, say.text, say.pair, ...(adjudicable ? [say.adjudicate] : [])];
  for (const cell of row(table.createTHead(), head)) cell.scope = 'col';
  const body = table.createTBody();
  for (const [at, place] of view.disagreements.entries()) {
    if (!isBetween(place.pair, choice.pair)) continue;
    const line = body.insertRow();
    const go = link(`${place.path}:${place.line}`, () => tell({ type: 'open', at }));
    go.dataset.place = String(at);
    line.append(cellOf(go), cellOf(words('', place.kind)), cellOf(words('words', place.text)));
    const said = element('td', '');
    for (const [i, name] of place.pair.entries())
      said.append(words('detail', `${name}: ${place.says[i] || say.nobody}`));
    line.append(said);
    if (adjudicable) line.append(cellOf(link(say.adjudicate, () => tell({ type: 'adjudicate', at }))));
  }
  return scrolling(table);
}

function link(text: string, press: () => void): HTMLButtonElement {
  const button = element('button', 'place', text);
  button.type = 'button';
  button.addEventListener('click', press);
  return button;
}

function cellOf(node: HTMLElement): HTMLTableCellElement {
  const cell = element('td', '');
  cell.append(node);
  return cell;
}

/** A table whose caption is read out; the heading above it shows the same words. */
function titled(caption: string): HTMLTableElement {
  const table = element('table', '');
  const node = table.createCaption();
  node.className = 'spoken';
  node.textContent = caption;
  return table;
}

function row(section: HTMLTableSectionElement, cells: readonly string[]): HTMLTableCellElement[] {
  const line = section.insertRow();
  const made = cells.map((text) => headCell(text, 'col'));
  line.append(...made);
  return made;
}

function headCell(text: string, scope: 'row' | 'col'): HTMLTableCellElement {
  const cell = element('th', '');
  cell.scope = scope;
  cell.append(words('', text));
  return cell;
}

function scrolling(table: HTMLTableElement): HTMLElement {
  const frame = element('div', 'wide');
  frame.append(table);
  return frame;
}
