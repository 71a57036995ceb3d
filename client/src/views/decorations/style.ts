import type { DecorationRenderOptions } from 'vscode';
import { onDark, onLight, parseColor, type Rgb, toCss } from './color.ts';

/** How annotations are drawn, as the setting says. */
export type DecorationKind = 'underline' | 'background' | 'off';

/**
 * How an annotation of this colour is drawn. A place that somebody should look at has a dashed line, so that
 * it differs by shape and not by colour alone.
 */
export function decorationStyle(
  color: string,
  certain: boolean,
  kind: DecorationKind,
): DecorationRenderOptions {
  const rgb = parseColor(color);
  const tint = kind === 'background' ? 0.28 : 0.1;
  const theme = (shade: Rgb) => ({
    borderColor: toCss(shade),
    backgroundColor: toCss(shade, certain ? tint : tint / 2),
    overviewRulerColor: toCss(shade, 0.7),
  });
  return {
    borderStyle: certain ? 'solid' : 'dashed',
    borderWidth: kind === 'background' ? '1px' : '0 0 2px 0',
    borderRadius: kind === 'background' ? '2px' : '0',
    overviewRulerLane: 2, // OverviewRulerLane.Center
    rangeBehavior: 1, // DecorationRangeBehavior.ClosedClosed: typing beside an annotation is not in it
    light: theme(onLight(rgb)),
    dark: theme(onDark(rgb)),
  };
}
