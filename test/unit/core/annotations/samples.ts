import type { SpanAnnotation } from '../../../../server/src/core/annotations/model.ts';

export const ROW_A =
  '{"id":"00000024-x7f3kq","start":24,"end":31,"label":"ORG","text":"Taliban","before":"x ","after":" y","rev":"9f0f640a3e64","entity":"Q42418"}';
export const ROW_B =
  '{"id":"00000030-aaaaaa","start":30,"end":35,"label":"GPE","text":"Rusia","before":"","after":".","rev":"9f0f640a3e64"}';

export const A: SpanAnnotation = {
  kind: 'span',
  id: '00000024-x7f3kq',
  start: 24,
  end: 31,
  label: 'ORG',
  text: 'Taliban',
  before: 'x ',
  after: ' y',
  rev: '9f0f640a3e64',
  entity: 'Q42418',
  extra: [],
};
export const B: SpanAnnotation = {
  kind: 'span',
  id: '00000030-aaaaaa',
  start: 30,
  end: 35,
  label: 'GPE',
  text: 'Rusia',
  before: '',
  after: '.',
  rev: '9f0f640a3e64',
  extra: [],
};

/** A sidecar in line form with these rows. */
export function lines(...rows: string[]): string {
  return `{\n"pressmark":1,\n"annotations":[\n${rows.map((row) => `${row},\n`).join('')}null\n]}\n`;
}

export const SIDECAR = lines(ROW_A, ROW_B);
