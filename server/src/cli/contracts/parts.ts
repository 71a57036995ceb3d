import * as v from 'valibot';

/** The version of all output formats. */
export const OUTPUT_VERSION = 1;

export const version = v.literal(OUTPUT_VERSION);
/** Unicode code points from 0. */
export const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const ordinal = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
export const stretch = { start: offset, end: offset };
/** Lines and columns count from 1. */
export const place = { ...stretch, line: ordinal, column: ordinal };
export const counted = offset;
/** Where an annotation is now; an orphan is nowhere. */
export const located = {
  status: v.picklist(['kept', 'moved', 'review', 'orphan']),
  start: v.optional(offset),
  end: v.optional(offset),
};
