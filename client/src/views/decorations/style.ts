import type { DecorationRenderOptions } from 'vscode';
import type { AnnotationView } from '../../../../server/src/lsp/protocol.ts';
import { onDark, onLight, parseColor, type Rgb, toCss } from './color.ts';

/** How annotations are drawn, as the setting says. */
export type DecorationKind = 'underline' | 'background' | 'off';

/** What the drawing of an annotation tells, besides its label. */
export type DecoratedAnnotation = Pick<AnnotationView, 'certain' | 'standing'>;

/**
 * How an annotation of this colour is drawn. A place that somebody should look at has a dashed line, what people differ
 * about a dotted one, and what somebody says is wrong is struck and faint: all differ by shape and not by colour alone.
 */
export function decorationStyle(
  color: string,
  { certain, standing }: DecoratedAnnotation,
  kind: DecorationKind,
): DecorationRenderOptions {
  const struck = standing === 'struck';
  const solid = standing === undefined ? 'solid' : 'dotted';
  const rgb = parseColor(color);
  const tint = (kind === 'background' ? 0.28 : 0.1) * (struck ? 0.3 : 1);
  const theme = (shade: Rgb) => ({
    borderColor: toCss(shade),
    backgroundColor: toCss(shade, certain ? tint : tint / 2),
    overviewRulerColor: toCss(shade, 0.7),
  });
  return {
    borderStyle: certain ? solid : 'dashed',
    ...(struck ? { textDecoration: 'line-through', opacity: '0.75' } : {}),
    borderWidth: kind === 'background' ? '1px' : '0 0 2px 0',
    borderRadius: kind === 'background' ? '2px' : '0',
    overviewRulerLane: 2, // OverviewRulerLane.Center
    rangeBehavior: 1, // DecorationRangeBehavior.ClosedClosed: typing beside an annotation is not in it
    light: theme(onLight(rgb)),
    dark: theme(onDark(rgb)),
  };
}
