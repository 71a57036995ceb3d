import type { SchemaElement } from 'hyparquet/src/index.js';

/** What a column holds, or each element of one that holds lists. */
export type ParquetPrimitive = 'STRING' | 'BOOLEAN' | 'INT32' | 'INT64' | 'DOUBLE';

/** A column as elements of a Parquet schema, where any value may be missing; lists in three levels, as Arrow writes them. */
export function columnElements(name: string, type: ParquetPrimitive, isList: boolean): SchemaElement[] {
  if (!isList) return [leaf(name, type)];
  return [
    {
      name,
      repetition_type: 'OPTIONAL',
      num_children: 1,
      converted_type: 'LIST',
      logical_type: { type: 'LIST' },
    },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    leaf('element', type),
  ];
}

function leaf(name: string, type: ParquetPrimitive): SchemaElement {
  if (type !== 'STRING') return { name, type, repetition_type: 'OPTIONAL' };
  return {
    name,
    type: 'BYTE_ARRAY',
    repetition_type: 'OPTIONAL',
    converted_type: 'UTF8',
    logical_type: { type: 'STRING' },
  };
}
