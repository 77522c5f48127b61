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
    '!node_modules/**',
  ],
  asar: true,
  npmRebuild: false,
  // One size is enough: the sizes and forms that each system wants are derived from it. Made of icon.svg.
  icon: 'build/icon.png',
  fileAssociations: [
    {
      ext: ['asl.json', 'asl'],
      name: 'Amazon States Language',
      description: 'State machine in Amazon States Language',
      mimeType: 'application/vnd.stepwright.asl+json',
      role: 'Editor',
    },
    {
      ext: ['asl.yaml', 'asl.yml'],
      name: 'Amazon States Language (YAML)',
      description: 'State machine in Amazon States Language',
      mimeType: 'application/vnd.stepwright.asl+yaml',
      role: 'Editor',
    },
  ],
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Development',
    maintainer: 'The Stepwright authors',
    synopsis: 'Draw and run AWS Step Functions state machines',
  },
  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.developer-tools',
    hardenedRuntime: true,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
  },
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
};
