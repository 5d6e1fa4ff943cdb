import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { adoptedStyles } from './build/adopted-styles.ts';
import { compress } from './build/compress.ts';

/** Where the server, or the mock of it, listens during development. */
const server = process.env.GRANARY_URL ?? 'http://127.0.0.1:5174';

export default defineConfig({
  plugins: [react(), adoptedStyles(), compress()],
  build: {
    target: 'es2022',
    // Small assets stay files: a data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // scripts/size.mjs reads which chunks a page needs.
    manifest: true,
    // ECharts is one lazily loaded chunk of about 600 kB before compression.
    chunkSizeWarningLimit: 800,
  },
  server: {
    port: 5173,
    proxy: {
      '/api': { target: server, changeOrigin: true, secure: false },
      '/openapi': { target: server, changeOrigin: true, secure: false },
    },
  },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], environment: 'node' },
});
