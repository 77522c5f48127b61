const description = 'State machine in Amazon States Language';

/** Systems that match the end of a name, or its kind, let the app have its own endings and leave plain JSON to others. */
const byEnding = [
  {
    ext: ['asl.json', 'asl'],
    name: 'Amazon States Language',
    description,
    mimeType: 'application/vnd.stepwright.asl+json',
    role: 'Editor',
  },
  {
    ext: ['asl.yaml', 'asl.yml'],
    name: 'Amazon States Language (YAML)',
    description,
    mimeType: 'application/vnd.stepwright.asl+yaml',
    role: 'Editor',
  },
];

/**
 * Windows looks at what follows the last dot alone, so `asl.json` would never match there. Taking over `.json` would take
 * every JSON file: installer.nsh offers the app under "Open with" for those, by the name given here.
 */
const byLastExtension = [{ ext: 'asl', name: 'Stepwright.asl', description, role: 'Editor' }];

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'dev.stepwright.app',
  productName: 'Stepwright',
  directories: { buildResources: 'build', output: 'dist' },
  // Everything the app needs at run time is bundled into out/. The server is for the browser mode alone.
  files: [
    'out/main/**',
    '!out/main/server.cjs',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
    'LICENSE',
    'NOTICE',
    '!node_modules/**',
  ],
  asar: true,
  // Beside the archive too, where a person can read them. The third is written by scripts/dist.mjs from what was bundled.
  extraResources: ['LICENSE', 'NOTICE', { from: 'out/THIRD-PARTY-NOTICES.txt', to: 'THIRD-PARTY-NOTICES.txt' }],
  // Who can start the program or write beside it shall not get to run code under its name, with the rights and the trust that
  // it was given. The integrity of the archive is checked by Electron on macOS and Windows alone.
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  },
  npmRebuild: false,
  // One size is enough: the sizes and forms that each system wants are derived from it. Made of icon.svg.
  icon: 'build/icon.png',
  linux: {
    fileAssociations: byEnding,
    target: ['AppImage', 'deb'],
    category: 'Development',
    maintainer: 'The Stepwright authors',
    synopsis: 'Draw and run AWS Step Functions state machines',
  },
  mac: {
    fileAssociations: byEnding,
    target: ['dmg', 'zip'],
    category: 'public.app-category.developer-tools',
    hardenedRuntime: true,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
  },
  win: { target: ['nsis'], fileAssociations: byLastExtension },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
};
