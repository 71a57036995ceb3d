/** A colour as red, green and blue, 0–255 each. */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** Grey, for a label whose colour cannot be read. */
const fallback: Rgb = { r: 128, g: 128, b: 128 };

/** The colour of `#rrggbb`; grey where it is not written so. */
export function parseColor(text: string): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (!hex) return fallback;
  const [r, g, b] = hex.slice(1).map((two) => Number.parseInt(two, 16));
  return { r: r ?? 0, g: g ?? 0, b: b ?? 0 };
}

/** The colour as CSS, with an opacity of 0–1. */
export function toCss({ r, g, b }: Rgb, opacity = 1): string {
  return `rgba(${r}, ${g}, ${b}, ${opacity})`;
}

/**
 * Relative luminance, 0–1, as WCAG 2.2 defines it.
 * https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
 */
export function luminance({ r, g, b }: Rgb): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/**
 * The colour, darkened until a line in it stands out 3:1 from white (WCAG 2.2, 1.4.11): luminance at most 0.3.
 */
export function onLight(color: Rgb): Rgb {
  return blendUntil(color, 0, (l) => l <= 0.3);
}

/**
 * The colour, lightened until a line in it stands out 3:1 from a dark editor (#1f1f1f has luminance 0.014):
 * luminance at least 0.142.
 */
export function onDark(color: Rgb): Rgb {
  return blendUntil(color, 255, (l) => l >= 0.142);
}

function blendUntil(color: Rgb, towards: number, enough: (luminance: number) => boolean): Rgb {
  let mixed = color;
  for (let share = 0.1; share < 1 && !enough(luminance(mixed)); share += 0.1) {
    const mix = (value: number) => Math.round(value + (towards - value) * share);
    mixed = { r: mix(color.r), g: mix(color.g), b: mix(color.b) };
  }
  return mixed;
}
