import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { swcOptions } from './swc-options.js';

const root = new URL('../../', import.meta.url);

/** `./x.js` means `./x.ts` where that is what there is; `#lib` means the library's source, not dist. */
export async function resolve(specifier, context, nextResolve) {
  if (specifier.startsWith('#')) return asSource(new URL(`libs/${specifier.slice(1)}/index.ts`, root));
  if (/^\.{1,2}\/.*\.js$/.test(specifier)) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return asSource(source);
  }
  if (specifier.endsWith('.ts')) return asSource(new URL(specifier, context.parentURL));
  return nextResolve(specifier, context);
}

export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts')) return nextLoad(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), {
    ...swcOptions,
    filename,
    swcrc: false,
    sourceMaps: 'inline',
  });
  return { format: 'module', shortCircuit: true, source: code };
}

function asSource(url) {
  return { url: url.href, format: 'module', shortCircuit: true };
}
