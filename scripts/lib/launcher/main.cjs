// Makes a packaged Electron behave like the one of the electron package: it runs the app folder given as argument.
const { app } = require('electron');
const { existsSync } = require('node:fs');
const { join, resolve } = require('node:path');

const argument = process.argv.slice(1).find((each) => !each.startsWith('-') && existsSync(join(each, 'package.json')));
if (argument === undefined) {
  console.error('Give the folder of the app as argument.');
  app.exit(2);
} else {
  const folder = resolve(argument);
  const { main, productName, name, version } = require(join(folder, 'package.json'));
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setAppPath(folder);
  require(join(folder, main));
}
