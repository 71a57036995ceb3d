import type { SidecarRows } from './rows.ts';

/** What stands around the lines of a sidecar. */
export type SidecarFrame = Omit<SidecarRows, 'rows'>;

/**
 * Line ends, byte order mark and head of the merged file, each from the side that changed it; undefined where both
 * changed the head's lines differently, which no line could record.
 */
export function mergeHeaders(
  base: SidecarFrame | undefined,
  ours: SidecarFrame,
  theirs: SidecarFrame,
): SidecarFrame | undefined {
  const lines = (side: SidecarFrame | undefined) => side?.header.join('\n');
  const isOurs = lines(ours) === lines(theirs) || lines(theirs) === lines(base);
  if (!isOurs && lines(ours) !== lines(base)) return undefined;
  return {
    bom: ours.bom === base?.bom ? theirs.bom : ours.bom,
    eol: ours.eol === base?.eol ? theirs.eol : ours.eol,
    header: isOurs ? ours.header : theirs.header,
  };
}
