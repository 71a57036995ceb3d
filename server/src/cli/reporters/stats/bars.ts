import { escapeUTF8 } from 'entities';

/** A part of a bar: how much it is, and of which kind it is. */
export interface BarPart {
  readonly value: number;
  /** What it counts, for the legend and for whoever points at it. */
  readonly kind: string;
}

/** A line of a chart: what it is about, and its parts from left to right. */
export interface Bar {
  readonly name: string;
  readonly parts: readonly BarPart[];
  /** What stands behind the bar instead of its sum. */
  readonly figure?: string;
  /** A range that is drawn over the bar, in the units of its parts. */
  readonly range?: { readonly low: number; readonly high: number };
}

/** In the units of the drawing, which the page scales to its width. */
const WIDTH = 720;
const NAMES = 200;
const FIGURES = 110;
const ROW = 22;
const THICKNESS = 14;
/** Characters that fit before the bars. */
const MOST_NAME = 30;

/**
 * Horizontal bars as SVG, every one with its name, its figure, and its parts as a tip. Kinds have the classes k0, k1 …
 * in the order of `kinds`. `full`: the value that fills the width; absent: the greatest sum.
 */
export function bars(title: string, rows: readonly Bar[], kinds: readonly string[], full?: number): string {
  const most = full ?? rows.reduce((max, row) => Math.max(max, sum(row)), 0);
  const scale = (value: number) => (most === 0 ? 0 : (value / most) * (WIDTH - NAMES - FIGURES));
  const lines = rows.map((row, i) => bar(row, i * ROW, scale, kinds));
  return `<svg role="img" aria-label="${escapeUTF8(title)}" viewBox="0 0 ${WIDTH} ${rows.length * ROW}">\n${lines.join('')}</svg>\n`;
}

function bar(row: Bar, top: number, scale: (value: number) => number, kinds: readonly string[]): string {
  let left = NAMES;
  let drawn = '';
  for (const { value, kind } of row.parts) {
    const width = scale(value);
    if (value > 0) {
      const tip = `<title>${escapeUTF8(`${row.name}: ${shown(value)} ${kind}`)}</title>`;
      drawn += `<rect class="k${kinds.indexOf(kind)}" x="${px(left)}" y="${top + 4}" width="${px(width)}" height="${THICKNESS}">${tip}</rect>`;
    }
    left += width;
  }
  if (row.range) {
    const [low, high] = [NAMES + scale(row.range.low), NAMES + scale(row.range.high)];
    const y = top + 4 + THICKNESS / 2;
    const line = `d="M${px(low)} ${y - 4}v8M${px(low)} ${y}H${px(high)}M${px(high)} ${y - 4}v8"`;
    drawn += `<path class="halo" ${line}/><path class="range" ${line}/>`;
    left = Math.max(left, high);
  }
  const text = (x: number, anchor: string, words: string) =>
    `<text x="${px(x)}" y="${top + 15}" text-anchor="${anchor}">${escapeUTF8(words)}</text>`;
  const name = shortened(row.name);
  const tip = name === row.name ? '' : `<title>${escapeUTF8(row.name)}</title>`;
  const figure = row.figure ?? shown(sum(row));
  return `<g>${tip}${text(NAMES - 8, 'end', name)}${drawn}${text(left + 6, 'start', figure)}</g>\n`;
}

function shortened(name: string): string {
  const letters = [...name];
  return letters.length > MOST_NAME ? `${letters.slice(0, MOST_NAME - 1).join('')}…` : name;
}

function sum({ parts }: Bar): number {
  return parts.reduce((total, { value }) => total + value, 0);
}

function shown(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
