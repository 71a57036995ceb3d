import { describe, expect, it } from 'vitest';
import { type KnownRules, parseProject } from '../../../../server/src/core/project.ts';

const RULES: KnownRules = new Map([
  [
    'a/tuned',
    [
      { name: 'least', description: '…', type: 'number', default: 4, least: 2, most: 9, whole: true },
      { name: 'share', description: '…', type: 'number', default: 0.5, least: 0, most: 1 },
      { name: 'strict', description: '…', type: 'boolean', default: false },
      { name: 'words', description: '…', type: 'words', default: [] },
    ],
  ],
  ['a/plain', []],
]);

function read(rule: string, options: string) {
  const text = `{ "rules": { "${rule}": { "severity": "hint", "options": ${options} } } }`;
  const { project, problems } = parseProject(text, RULES);
  return {
    options: Object.fromEntries(project.rules.get(rule)?.options ?? []),
    severity: project.rules.get(rule)?.severity,
    problems: problems.map((p) => ({
      code: p.code,
      at: text.slice(p.start, p.end),
      says: p.message.template.replace(/\{(\d)\}/g, (_, n) => String(p.message.args[Number(n)])),
    })),
  };
}

describe('the options of a rule in a project file', () => {
  it('are read where they fit', () => {
    expect(
      read('a/tuned', '{ "least": 9, "share": 0.25, "strict": true, "words": ["Grab", "GoTo"] }'),
    ).toEqual({
      options: { least: 9, share: 0.25, strict: true, words: ['Grab', 'GoTo'] },
      severity: 'hint',
      problems: [],
    });
    expect(read('a/plain', '{}')).toMatchObject({ options: {}, problems: [] });
  });

  it.each([
    [
      '{ "leest": 3 }',
      '"leest"',
      'project/unknown-option',
      'The rule "a/tuned" has no option "leest". Do you mean "least"?',
    ],
    [
      '{ "__proto__": 3 }',
      '"__proto__"',
      'project/unknown-option',
      'The rule "a/tuned" has no option "__proto__": delete it. It has least, share, strict, words.',
    ],
    [
      '{ "least": 10 }',
      '10',
      'project/option-value',
      '"least" should be a whole number from 2 to 9. Until then 4 counts.',
    ],
    [
      '{ "least": 2.5 }',
      '2.5',
      'project/option-value',
      '"least" should be a whole number from 2 to 9. Until then 4 counts.',
    ],
    [
      '{ "least": "3" }',
      '"3"',
      'project/option-value',
      '"least" should be a whole number from 2 to 9. Until then 4 counts.',
    ],
    [
      '{ "share": -1 }',
      '-1',
      'project/option-value',
      '"share" should be a number from 0 to 1. Until then 0.5 counts.',
    ],
    [
      '{ "share": 1e999 }',
      '1e999',
      'project/option-value',
      '"share" should be a number from 0 to 1. Until then 0.5 counts.',
    ],
    [
      '{ "strict": 1 }',
      '1',
      'project/option-value',
      '"strict" should be true or false. Until then false counts.',
    ],
    [
      '{ "words": "Grab" }',
      '"Grab"',
      'project/option-value',
      '"words" should be a list like ["word", "another"]. Until then [] counts.',
    ],
    [
      '{ "words": ["Grab", 3] }',
      '["Grab", 3]',
      'project/option-value',
      '"words" should be a list like ["word", "another"]. Until then [] counts.',
    ],
    [
      '{ "words": [""] }',
      '[""]',
      'project/option-value',
      '"words" should be a list like ["word", "another"]. Until then [] counts.',
    ],
  ])('in %s are refused where they do not: the default counts', (options, at, code, says) => {
    expect(read('a/tuned', options)).toEqual({
      options: {},
      severity: 'hint',
      problems: [{ code, at, says }],
    });
  });

  it('count one by one: a wrong one takes nothing from the others', () => {
    expect(read('a/tuned', '{ "least": 1, "share": 1 }').options).toEqual({ share: 1 });
  });

  it('have no effect on a rule that has none', () => {
    expect(read('a/plain', '{ "least": 3, "most": 4 }')).toMatchObject({
      options: {},
      problems: [
        {
          code: 'project/no-options',
          at: '"a/plain"',
          says: 'The rule "a/plain" has no options: delete "options".',
        },
      ],
    });
  });

  it('of a rule that does not exist are not judged as well', () => {
    expect(read('a/tunned', '{ "x": 3 }').problems.map((p) => p.code)).toEqual(['project/unknown-key']);
  });
});
