import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { withOptions } from '../../../../scripts/rulePages.mjs';
import { CATALOGUE } from '../../../../server/src/core/checks/catalogue.ts';
import { fits } from '../../../../server/src/core/checks/options.ts';

const FOLDER = join(import.meta.dirname, '../../../../docs/rules');
const HEADINGS = ['What it reports', 'Marked', 'Not marked', 'When it may be wrong'];
const LAST = 'If it does not suit your corpus';

const pages = globSync('*/*.md', { cwd: FOLDER, absolute: true }).map((file) =>
  relative(FOLDER, file).split(sep).join('/').replace(/\.md$/, ''),
);

describe.each(CATALOGUE.map((rule) => [rule.code, rule] as const))('the page of %s', (code, rule) => {
  test('says what it is, when it may be wrong and how to turn it off', () => {
    expect(pages, `docs/rules/${code}.md is missing`).toContain(code);
    const page = readFileSync(join(FOLDER, `${code}.md`), 'utf8');
    const headings = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    expect(page.split('\n')[0]).toBe(`# ${rule.title}`);
    expect(headings).toEqual([...HEADINGS, ...(rule.options ? ['Options'] : []), LAST]);
    expect(page).toContain(`Code \`${code}\``);
    expect(page).toContain(`"${code}": "off"`);
    expect(page).toMatch(/dismiss/i);
    for (const section of page.split(/^## .+$/m)) expect(section.trim()).not.toBe('');
  });

  test('lists the options as the rule declares them (`npx node scripts/rulePages.mjs` writes them)', () => {
    const page = readFileSync(join(FOLDER, `${code}.md`), 'utf8');
    expect(page).toBe(withOptions(page, rule));
    expect(new Set(rule.options?.map((option) => option.name)).size).toBe(rule.options?.length ?? 0);
    for (const option of rule.options ?? []) {
      expect(option.name).toMatch(/^[a-z][A-Za-z]*$/);
      expect(option.description).toMatch(/^[A-Z].*[.]$/);
      expect(fits(option, option.default), `the default of ${option.name}`).toBe(true);
    }
  });
});

test('no page is without its rule, and no code occurs twice', () => {
  const codes = CATALOGUE.map((rule) => rule.code);
  // The signals of a page are shown beside the findings; they are no rule.
  expect(pages.filter((page) => !codes.includes(page))).toEqual(['page/quality']);
  expect(new Set(codes).size).toBe(codes.length);
  expect([...codes].sort()).toEqual(codes);
  for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/);
});
