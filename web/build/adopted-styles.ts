import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const replacement = fileURLToPath(new URL('../src/app/adoptedStyles.ts', import.meta.url));
const originals = /(?:@rc-component[\\/]util[\\/](?:es|lib)[\\/]Dom[\\/]dynamicCSS|@ant-design[\\/]icons[\\/](?:es|lib)[\\/]cssUtils)(?:\.js)?$/;

/**
 * Ant Design writes its styles through two modules, rc-util's dynamicCSS and the icons' copy of it, which append <style>
 * elements. A strict content security policy refuses those. This puts src/app/adoptedStyles.ts in their place, which
 * hands the same text to constructable style sheets: script may make those under `style-src 'self'`.
 */
export function adoptedStyles(): Plugin {
  return {
    name: 'granary:adopted-styles',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined || importer === replacement || !/dynamicCSS|cssUtils/.test(source)) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved !== null && originals.test(resolved.id.split('?')[0] ?? '') ? replacement : null;
    },
  };
}
