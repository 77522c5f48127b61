import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { listPackages } from './scripts/lib/notices.mjs';
import { pagePolicy } from './shared/protocol/contentSecurity';

// The oldest Electron that the app runs on, in development and tests, is 25: Chromium 114 and Node 18.
const chromium = 'chrome114';
const node = 'node18';

// Everything is bundled, so that the packaged app needs no node_modules.
const bundled = { externalizeDeps: false } as const;

/** Only in a build: the development server runs scripts of its own inside the page. */
const policyInPage: Plugin = {
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: pagePolicy() },
      injectTo: 'head-prepend',
    },
  ],
};

const inMain = listPackages('main');
const inPreload = listPackages('preload');
const inRenderer = listPackages('renderer');

export default defineConfig({
  main: {
    plugins: [inMain()],
    build: {
      ...bundled,
      outDir: 'out/main',
      target: node,
      rollupOptions: {
        input: { index: resolve('electron/main/index.ts'), server: resolve('host/web/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
  },
  preload: {
    plugins: [inPreload()],
    build: {
      ...bundled,
      outDir: 'out/preload',
      target: node,
      rollupOptions: {
        input: { index: resolve('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), policyInPage, inRenderer()],
    worker: { format: 'es', plugins: () => [inRenderer()] },
    build: {
      outDir: resolve('out/renderer'),
      emptyOutDir: true,
      target: chromium,
      modulePreload: false,
      assetsInlineLimit: 0,
      minify: 'esbuild',
      chunkSizeWarningLimit: 3000,
      rollupOptions: { input: resolve('renderer/index.html') },
    },
  },
});
