import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ORDINARY_NAMES } from '../../server/src/core/entities/ordinaryNames.ts';
import { parseProject } from '../../server/src/core/project.ts';
import { sampleEntities } from '../support/sampleEntities.ts';

const ROOT = join(import.meta.dirname, '../..');
const { entities, problems } = sampleEntities(ROOT);

/** Names that two entities bear on purpose, folded to small letters: none so far. */
const SHARED: ReadonlySet<string> = new Set<string>();
/** Abbreviations that are stop words in small letters: short names are found exactly as they are written. */
const ABBREVIATIONS = ['IS', 'WHO'];

/** Words that open sentences or are written like names in headlines, in the three languages of the samples. */
const STOP_WORDS = new Set(
  `the a an and or of in on at to for from by with is it he she we they you i am are was were be been has have had not no
  yes this that these those who what where when why how all any some more most many much may can will would should
  yang dan di ke dari untuk pada dengan ini itu ada tidak akan telah sudah kami kita dia ia mereka saya juga atau para
  và của là có không được cho với các những một này đó khi đã sẽ đang người ông bà anh chị em tôi chúng họ nước`.split(
    /\s+/u,
  ),
);

describe('the sample entities', () => {
  it('are at least three hundred, without problems, each under an id of its own', () => {
    expect(problems).toEqual([]);
    expect(entities.length).toBeGreaterThanOrEqual(320);
    const ids = entities.map((entity) => entity.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('have names and a sentence in three languages, and a label of the project', () => {
    const { project } = parseProject(readFileSync(join(ROOT, 'seeds/pressmark.json'), 'utf8'));
    const labels = new Set(project.labels.map((label) => label.name));
    for (const entity of entities) {
      expect(labels.has(entity.type), entity.id).toBe(true);
      for (const language of ['en', 'id', 'vi']) {
        expect(entity.names.get(language)?.length, `${entity.id} ${language}`).toBeGreaterThan(0);
        expect(entity.description.get(language), `${entity.id} ${language}`).toMatch(/^\S.{3,}\.$/u);
      }
    }
  });

  it('are of many kinds', () => {
    const count = (type: string) => entities.filter((entity) => entity.type === type).length;
    expect(count('PER')).toBeGreaterThanOrEqual(100);
    expect(count('ORG')).toBeGreaterThanOrEqual(100);
    expect(count('GPE')).toBeGreaterThanOrEqual(60);
    expect(count('NORP')).toBeGreaterThanOrEqual(20);
    for (const type of ['LOC', 'FAC', 'EVENT']) expect(count(type), type).toBeGreaterThanOrEqual(8);
  });

  it('bear a Wikidata id only where SOURCES.md names the source, and their own kind of id otherwise', () => {
    const table = readFileSync(join(ROOT, 'seeds/entities/SOURCES.md'), 'utf8');
    const vouched = new Map(
      [...table.matchAll(/^\| (Q\d+) \| (.+?) \| (.+?) \| `(.+?)` \|$/gmu)].map((row) => [row[1], row[2]]),
    );
    const wikidata = entities.filter((entity) => /^Q\d+$/u.test(entity.id));
    expect(wikidata.length).toBeGreaterThanOrEqual(150);
    for (const entity of wikidata) {
      expect(vouched.get(entity.id), entity.id).toBe(entity.name);
      expect(entity.url).toBe(`https://www.wikidata.org/wiki/${entity.id}`);
    }
    expect(vouched.size).toBe(wikidata.length);
    for (const entity of entities.filter(({ id }) => !/^Q\d+$/u.test(id))) {
      expect(entity.id).toMatch(/^(?:person|org|place|people|event):[a-z\d]+(?:-[a-z\d]+)*$/u);
    }
  });

  it('share no name by mistake', () => {
    const bearers = new Map<string, Set<string>>();
    for (const entity of entities) {
      for (const name of new Set([...entity.names.values()].flat())) {
        const key = name.normalize('NFC').toLowerCase();
        bearers.set(key, (bearers.get(key) ?? new Set()).add(entity.id));
      }
    }
    const shared = [...bearers].filter(([name, ids]) => ids.size > 1 && !SHARED.has(name));
    expect(shared.map(([name, ids]) => `${name}: ${[...ids].join(', ')}`)).toEqual([]);
  });

  it('have no name that is a stop word or an ordinary word', () => {
    const bad: string[] = [];
    for (const entity of entities) {
      for (const [language, names] of entity.names) {
        for (const name of names) {
          const small = name.toLowerCase();
          if (STOP_WORDS.has(small) && !ABBREVIATIONS.includes(name)) bad.push(`${name} ${language}`);
          if (ORDINARY_NAMES.has(small)) bad.push(`${name} ${language}`);
        }
      }
    }
    expect(bad).toEqual([]);
  });

  it('are written with a capital in languages that write names so', () => {
    const small = entities.flatMap((entity) =>
      ['en', 'id'].flatMap((language) =>
        (entity.names.get(language) ?? []).filter(
          (name) => name === name.toLowerCase() && /^\p{L}/u.test(name),
        ),
      ),
    );
    expect(small).toEqual(['dpa', 'dpa', 'detikcom', 'detikcom']);
  });
});
