import { expect, it } from 'vitest';
import { projectTemplate } from '../../../client/src/commands/projectTemplate.ts';
import { parseProject } from '../../../server/src/core/project.ts';

it('is a project file without a problem, and changes no default', () => {
  const { problems, project } = parseProject(projectTemplate);
  expect(problems).toEqual([]);
  expect(project).toEqual(parseProject('{}').project);
});
