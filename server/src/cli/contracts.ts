/**
 * The JSON that the commands read and write. Others build on it: published as JSON Schemas, held by tests. Offsets are
 * Unicode code points of the text without BOM and with LF line ends, `end` exclusive; lines and columns count from 1,
 * columns in code points.
 */
export * from './contracts/checking.ts';
export * from './contracts/diff.ts';
export { OUTPUT_VERSION } from './contracts/parts.ts';
export * from './contracts/people.ts';
export * from './contracts/showing.ts';
export * from './contracts/statistics.ts';
export * from './contracts/validating.ts';
