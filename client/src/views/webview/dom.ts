/** An element with a class and a text, which is never read as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  text?: string,
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  if (className !== '') node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

/** A text of the article or of people, in the direction of its own first letter. */
export function words(className: string, text: string): HTMLElement {
  const node = element('bdi', className, text);
  node.dir = 'auto';
  return node;
}

/** A button that shows its key. */
export function button(key: string, label: string, press: () => void): HTMLButtonElement {
  const node = element('button', 'choice');
  node.type = 'button';
  if (key !== '') node.append(element('kbd', '', key));
  node.append(words('', label));
  if (key !== '') node.setAttribute('aria-keyshortcuts', key);
  node.addEventListener('click', press);
  return node;
}

/** A sentence with its holes filled. */
export function filled(sentence: string, ...args: (string | number)[]): string {
  return sentence.replace(/\{(\d)\}/g, (hole, n: string) => String(args[Number(n)] ?? hole));
}

/** A text with stretches of it marked (UTF-16 units). */
export function marked(
  className: string,
  text: string,
  marks: readonly { readonly start: number; readonly end: number }[],
): HTMLElement {
  const node = element('span', className);
  node.dir = 'auto';
  let from = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const at = Math.max(start, from);
    node.append(text.slice(from, at), element('mark', '', text.slice(at, Math.max(at, end))));
    from = Math.max(at, end);
  }
  node.append(text.slice(from));
  return node;
}
