import { describe, expect, it } from 'vitest';
import { DEFAULT_LABELS, LABEL_COLORS } from '../../../../server/src/core/project.ts';

type Vector = readonly [number, number, number];

/** Linear RGB as people with normal, protan and deutan vision see it (Machado, Oliveira and Fernandes 2009, full severity). */
const VISIONS: readonly (readonly [Vector, Vector, Vector])[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
];

function linear(hex: string): Vector {
  const part = (from: number) => {
    const c = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** WCAG's contrast ratio. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [a, b]
    .map((hex) => dot(linear(hex), [0.2126, 0.7152, 0.0722]))
    .sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function oklab(rgb: Vector): Vector {
  const lms: Vector = [
    Math.cbrt(dot(rgb, [0.4122214708, 0.5363325363, 0.0514459929])),
    Math.cbrt(dot(rgb, [0.2119034982, 0.6806995451, 0.1073969566])),
    Math.cbrt(dot(rgb, [0.0883024619, 0.2817188376, 0.6299787005])),
  ];
  return [
    dot(lms, [0.2104542553, 0.793617785, -0.0040720468]),
    dot(lms, [1.9779984951, -2.428592205, 0.4505937099]),
    dot(lms, [0.0259040371, 0.7827717662, -0.808675766]),
  ];
}

function seen(hex: string, vision: (typeof VISIONS)[number]): Vector {
  const rgb = linear(hex);
  const clamp = (x: number) => Math.min(1, Math.max(0, x));
  return oklab([clamp(dot(vision[0], rgb)), clamp(dot(vision[1], rgb)), clamp(dot(vision[2], rgb))]);
}

describe('the default labels', () => {
  it('have names, keys and colours of their own', () => {
    for (const key of ['name', 'key', 'color'] as const) {
      expect(new Set(DEFAULT_LABELS.map((label) => label[key])).size).toBe(DEFAULT_LABELS.length);
    }
  });

  it.each(LABEL_COLORS)('%s stands out on light and dark', (color) => {
    expect(contrast(color, '#ffffff')).toBeGreaterThanOrEqual(3);
    expect(contrast(color, '#1e1e1e')).toBeGreaterThanOrEqual(3);
  });

  it('differ for people with normal, protan and deutan vision', () => {
    for (const vision of VISIONS) {
      for (const a of LABEL_COLORS) {
        for (const b of LABEL_COLORS) {
          if (a >= b) continue;
          const [p, q] = [seen(a, vision), seen(b, vision)];
          expect(Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])).toBeGreaterThan(0.085);
        }
      }
    }
  });
});
