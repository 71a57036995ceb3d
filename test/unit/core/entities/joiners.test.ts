import { describe, expect, it } from 'vitest';
import { readEntityLine } from '../../../../server/src/core/entities/entityLine.ts';
import { buildGazetteer } from '../../../../server/src/core/entities/gazetteer.ts';

const NON_JOINER = '\u200c';
const JOINER = '\u200d';

/** What is read of a name of a language: the entity, and the codes of what is wrong with it. */
function read(name: string, language: string) {
  const problems: string[] = [];
  const line = JSON.stringify({ id: 'x', type: 'ORG', name: 'Some One', names: { [language]: [name] } });
  const entity = readEntityLine(line, { kind: 'built-in' }, (_severity, code) => problems.push(code), false);
  return { entity, problems };
}

describe('joiners in names', () => {
  it.each([
    ['fa', `حزب${NON_JOINER}الله`],
    ['fa', `علی خامنه${NON_JOINER}ای`],
    ['ne', `श्री${NON_JOINER}मान`],
    ['si', `ශ්${JOINER}රී ලංකා`],
    ['ml', `അവന്${JOINER}`],
  ])('belong to the spelling in %s: %s is found with it, without it and with a blank', (language, name) => {
    const { entity, problems } = read(name, language);
    expect(problems).toEqual([]);
    expect(entity?.names.get(language)).toEqual([name]);
    const gazetteer = buildGazetteer(entity ? [entity] : []);
    const joiners = new RegExp(`${NON_JOINER}|${JOINER}`, 'g');
    for (const written of [name, name.replace(joiners, ''), name.replace(joiners, ' ').trim()]) {
      expect(gazetteer.candidates(`(${written})`, language)).toHaveLength(1);
    }
  });

  it.each([
    ['en', `Al${NON_JOINER}pha`],
    ['fa', `${NON_JOINER}حزب`],
    ['fa', `حزب${NON_JOINER}`],
    ['hi', `दिल्ली ${JOINER}नई`],
    ['fa', 'حزب\u200eالله'],
  ])('are hidden characters anywhere else, as in %s %j', (language, name) => {
    const { entity, problems } = read(name, language);
    expect(problems).toEqual(['entities/bad-name']);
    expect(entity?.names.size).toBe(0);
  });
});
