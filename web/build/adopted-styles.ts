import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const replacement = fileURLToPath(new URL('../src/app/adoptedStyles.ts', import.meta.url));
const original = /@rc-component[\\/]util[\\/](?:es|lib)[\\/]Dom[\\/]dynamicCSS(?:\.js)?$/;

/**
 * Ant Design writes its styles through one module, rc-util's dynamicCSS, which appends <style> elements. A strict
 * content security policy refuses those. This puts src/app/adoptedStyles.ts in the module's place, which hands the
 * same text to constructable style sheets: script may make those under `style-src 'self'`.
 */
export function adoptedStyles(): Plugin {
  return {
    name: 'granary:adopted-styles',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined || importer === replacement || !source.includes('dynamicCSS')) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved !== null && original.test(resolved.id.split('?')[0] ?? '') ? replacement : null;
    },
  };
}
