import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, transform } from 'esbuild';

/** How the parts of a split bundle are called. */
const PART = /^part-.*\.js(?:\.map)?$/;

/**
 * Builds a bundle whose dynamic imports lie in files of their own (`part-….js`) beside it: they are read when they are
 * needed first. esbuild splits ES modules only, so each of them is then made CommonJS.
 * @param {import('esbuild').BuildOptions & { outfile: string, absWorkingDir: string }} options
 * @returns {Promise<import('esbuild').BuildResult>} as esbuild's `build` gives it, with what was written
 */
export async function buildSplit({ outfile, ...options }) {
  const folder = dirname(outfile);
  const { banner, target, minify = false, sourcemap } = options;
  const result = await build({
    ...options,
    // Each file gets it once, by the second step.
    banner: {},
    entryNames: basename(outfile, '.js'),
    chunkNames: 'part-[name]-[hash]',
    outdir: folder,
    format: 'esm',
    splitting: true,
    write: false,
    // The second step knows the sources by it.
    sourcemap: sourcemap ? 'inline' : false,
  });
  const place = join(options.absWorkingDir, folder);
  for (const file of readdirSync(place)) if (PART.test(file)) rmSync(join(place, file));
  for (const { path, text } of result.outputFiles) {
    const { code, map } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target,
      minify,
      banner: banner?.js ?? '',
      legalComments: 'none',
      sourcefile: basename(path),
      sourcemap: sourcemap ? 'external' : false,
      // Else Node would load the parts as ES modules.
      supported: { 'dynamic-import': false },
    });
    writeFileSync(path, sourcemap ? `${code}//# sourceMappingURL=${basename(path)}.map\n` : code);
    if (sourcemap) writeFileSync(`${path}.map`, map);
  }
  return result;
}
