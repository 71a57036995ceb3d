import { describe, expect, test } from 'vitest';
import {
  namesOf,
  parseProject,
  personAt,
  personCalled,
  personNamed,
} from '../../../../server/src/core/project.ts';

const parsed = (annotators: unknown) => parseProject(JSON.stringify({ annotators }));
const codes = (annotators: unknown) => parsed(annotators).problems.map((p) => p.code);
const names = (annotators: unknown) => parsed(annotators).project.annotators;

describe('annotators', () => {
  test('are names, or people with what git knows them by', () => {
    const { project, problems } = parsed([
      'ana',
      { name: 'budi', title: 'Budi S.', email: 'B@x.org', formerly: ['bud'], active: false },
      { name: '__proto__', email: ['p@x.org', 'P@X.org'] },
    ]);
    expect(problems).toEqual([]);
    expect(project.people).toEqual([
      { name: 'ana', title: 'ana', emails: [], formerly: [], active: true },
      { name: 'budi', title: 'Budi S.', emails: ['b@x.org'], formerly: ['bud'], active: false },
      { name: '__proto__', title: '__proto__', emails: ['p@x.org'], formerly: [], active: true },
    ]);
    expect(project.annotators).toEqual(['ana', 'budi', '__proto__']);
  });

  test.each<[unknown, string[], string[]]>([
    [['ana', 'ana'], ['project/doubled-annotator'], ['ana']],
    [['Ana', 'ana'], ['project/doubled-annotator'], ['Ana']],
    [['hà', 'hÀ', 'budi'], ['project/doubled-annotator'], ['hà', 'budi']],
    [['gold', 'Gold', 'SHARED', 'ana'], Array(3).fill('project/value'), ['ana']],
    [['a.b', { name: '../x' }, { title: 'x' }, 7, 'ana'], Array(4).fill('project/value'), ['ana']],
    [[{ name: 'ana', email: 'nobody' }], ['project/value'], []],
    [[{ name: 'ana', mail: 'a@x' }], ['project/unknown-key'], ['ana']],
    ['ana', ['project/value'], []],
  ])('%j has the problems %j and leaves %j', (annotators, expected, left) => {
    expect(codes(annotators)).toEqual(expected);
    expect(names(annotators)).toEqual(left);
  });

  test('an address of two people tells who the first of them is only', () => {
    const annotators = [
      { name: 'ana', email: 'team@x.org' },
      { name: 'budi', email: ['TEAM@x.org', 'b@x.org'] },
    ];
    const { project, problems } = parsed(annotators);
    expect(problems.map((p) => p.code)).toEqual(['project/doubled-email']);
    expect(personAt(project.people, 'team@x.org')?.name).toBe('ana');
    expect(personAt(project.people, ' B@X.ORG ')?.name).toBe('budi');
    expect(personAt(project.people, '')).toBeUndefined();
  });

  test.each<[unknown, string[][]]>([
    [
      [{ name: 'ana', formerly: ['budi'] }, 'budi'],
      [[], []],
    ],
    [[{ name: 'ana', formerly: ['Ana'] }], [[]]],
    [
      [
        { name: 'ana', formerly: ['an', 'x'] },
        { name: 'budi', formerly: ['An'] },
      ],
      [['an', 'x'], []],
    ],
  ])('a former name of %j that is somebody’s does not count', (annotators, formerly) => {
    expect(codes(annotators)).toEqual(['project/former-name']);
    expect(parsed(annotators).project.people.map((p) => p.formerly)).toEqual(formerly);
  });

  test('are found by present and former names, by titles, and not where two are called so', () => {
    const { people } = parsed([
      { name: 'ana', title: 'Ana Wijaya', formerly: ['an'] },
      { name: 'budi', title: 'Ana Wijaya' },
      { name: 'hà', title: 'Trần Thị Hà' },
    ]).project;
    expect(namesOf(people)).toEqual(['ana', 'budi', 'hà', 'an']);
    expect(personNamed(people, 'an')?.name).toBe('ana');
    expect(personNamed(people, 'AN')).toBeUndefined();
    expect(personCalled(people, 'AN')?.name).toBe('ana');
    expect(personCalled(people, 'Ana Wijaya')).toBeUndefined();
    expect(personCalled(people, ' trần thị hà '.normalize('NFD'))?.name).toBe('hà');
    expect(personCalled(people, 'constructor')).toBeUndefined();
  });
});
