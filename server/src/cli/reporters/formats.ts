import type { Format } from '../../core/formats/format.ts';
import { HELD, type HeldThing } from '../../core/formats/held.ts';
import type { Holding } from '../../core/formats/loss.ts';
import { formatMessage } from '../../core/message.ts';
import type { Io } from '../io.ts';

const MARKS: Readonly<Record<Holding, string>> = { kept: 'yes', changed: 'in part', dropped: 'no' };

/** A line for each format: its name, whether it is read and written, and what it cannot hold. */
export function prettyFormats(io: Io, formats: readonly Format[]): string {
  const names = Math.max(...formats.map((f) => f.name.length));
  const lines = formats.map((format) => {
    const does = [format.read ? 'read' : '', format.open ? 'write' : ''].filter(Boolean).join(', ');
    const missing = HELD.filter(({ key }) => format.holds[key] === 'dropped').map(({ title }) => title);
    const less = missing.length === 0 ? '' : io.paint('dim', `; without ${missing.join(', ')}`);
    return `${io.paint('bold', format.name.padEnd(names))}  ${format.title} (${does})${less}`;
  });
  return `${lines.join('\n')}\n`;
}

/** One format: everything that it can hold or not, and its options. */
export function prettyFormat(io: Io, format: Format): string {
  const width = Math.max(...HELD.map(({ title }) => title.length));
  const line = ({ key, title }: HeldThing) => `  ${title.padEnd(width)}  ${MARKS[format.holds[key]]}`;
  const options = format.options.map(({ name, description, values, byDefault, uses }) => {
    const choice = values ? ` (${values.join(', ')})` : '';
    const use = uses === 'both' ? '' : `, to ${uses} only`;
    return `  ${name}=${byDefault}  ${formatMessage(description)}${choice}${use}`;
  });
  return [
    `${io.paint('bold', format.title)}, ${format.endings.join(', ')}`,
    ...HELD.map(line),
    ...(options.length > 0 ? ['', 'Options', ...options] : []),
    '',
  ].join('\n');
}
