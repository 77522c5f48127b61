const { mayImport, packageHomes } = require('./scripts/lib/layers.cjs');

const rooms = Object.keys(mayImport);

/** A room is a folder, or a file that stands alone. */
const inRoom = (room) => (/\.tsx?$/.test(room) ? `^${room.replace('.', '\\.')}$` : `^${room}/`);

const layerRules = rooms.map((room) => ({
  name: `${room}-imports`,
  comment: `${room} may import ${mayImport[room].join(', ') || 'nothing but packages'}.`,
  severity: 'error',
  // Tests read reference data and may use Node.
  from: { path: inRoom(room), pathNot: '\\.test\\.tsx?$|/testing/' },
  to: {
    path: '^(shared|host|cli|electron|renderer|e2e|scripts|examples)/',
    pathNot: [room, ...mayImport[room]].map(inRoom),
  },
}));

/** How a room is entered. An edit is a door of its own: it is one name in a file of that name. */
const doors = ['^(shared|host)/[^/]+/index\\.ts$', '^shared/workflow/edits/(?!support|fragment)[a-zA-Z]+\\.ts$'];

const packageRules = packageHomes.map(({ name, packages, home }) => ({
  name,
  comment: `Only ${home} knows ${packages}.`,
  severity: 'error',
  from: { path: '^(shared|host|cli|electron|renderer)/', pathNot: [inRoom(home), '\\.test\\.tsx?$'] },
  to: { path: `node_modules/(${packages})/` },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'rooms-by-their-door',
      comment: 'What a room gives to others stands in its index; its files may change places.',
      severity: 'error',
      from: { path: '^(shared/[^/]+)/', pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: '^shared/[^/]+/', pathNot: ['^$1/', ...doors] },
    },
    {
      name: 'core-by-its-doors',
      comment: 'The same for those who stand on the core, and on what needs Node.',
      severity: 'error',
      from: { path: '^(host/[^/]+|cli|electron|renderer)/', pathNot: '\\.test\\.tsx?$|/testing/' },
      to: { path: '^(shared|host)/[^/]+/', pathNot: ['^$1/', ...doors] },
    },
    {
      name: 'no-cycles',
      comment: 'Modules that import each other cannot be understood apart.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'state-types-apart',
      comment: 'The folders of two state types do not know each other.',
      severity: 'error',
      from: { path: '^shared/states/([a-z]+)/' },
      // What all of them share to run lies in a folder of its own.
      to: { path: '^shared/states/[a-z]+/', pathNot: '^shared/states/($1|execution)/' },
    },
    {
      name: 'services-apart',
      comment: 'Two services do not know each other.',
      severity: 'error',
      from: {
        path: '^shared/services/(?!index|registry|contract|resource|argumentCheck|statements|pricing|serviceCharges|callArns|sdkCatalogue|answerMetadata|retriers|durations|lasts)([a-zA-Z]+)\\.ts$',
      },
      to: {
        path: '^shared/services/',
        pathNot:
          '^shared/services/((contract|resource|statements|pricing|serviceCharges|callArns|answerMetadata|retriers|lasts)\\.ts$|arns/|$1/)',
      },
    },
    ...packageRules,
    {
      name: 'core-is-pure',
      comment: 'shared/ has no DOM, no Node and no React.',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: 'node_modules/(react|react-dom|electron|zustand)/', dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      name: 'core-without-node',
      comment: 'shared/ runs in a worker and in a browser.',
      severity: 'error',
      from: { path: '^(shared|renderer)/', pathNot: '\\.test\\.tsx?$|/testing/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'product-without-tests',
      comment: 'Helpers of tests stay in tests.',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$|/testing/' },
      to: { path: '/testing/|\\.test\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
