/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'dev.stepwright.app',
  productName: 'Stepwright',
  directories: { buildResources: 'build', output: 'dist' },
  // Everything the app needs at run time is bundled into out/.
  files: ['out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json', '!node_modules/**'],
  asar: true,
  npmRebuild: false,
  fileAssociations: [{ ext: 'asl.json', name: 'Amazon States Language', role: 'Editor' }],
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Development',
    icon: 'build/icon.png',
    maintainer: 'The Stepwright authors',
  },
  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.developer-tools',
    icon: 'build/icon.png',
    hardenedRuntime: true,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
  },
  win: { target: ['nsis'], icon: 'build/icon.png' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
};
