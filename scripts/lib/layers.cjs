/** The rooms of the core, from the ground up. */
const core = [
  'base',
  'protocol',
  'asl',
  'workflow',
  'expressions',
  'services',
  'history',
  'states',
  'validation',
  'graph',
  'simulator',
  'cost',
  'conversion',
  'sdk',
  'patterns',
  'access',
  'triggers',
  'runs',
  'exporters',
  'importers',
].map((room) => `shared/${room}`);

const features = [
  'access',
  'canvas',
  'code',
  'cost',
  'inspector',
  'palette',
  'placeholders',
  'problems',
  'runs',
  'triggers',
];

const featureImports = [...core, 'renderer/ui', 'renderer/platform', 'renderer/editor'];

/** Who may import whom. Type imports count. The rooms are described in docs/ARCHITECTURE.md. */
const mayImport = {
  'shared/base': [],
  'shared/protocol': ['shared/base'],
  'shared/asl': ['shared/base'],
  'shared/workflow': ['shared/base', 'shared/asl'],
  'shared/expressions': ['shared/base', 'shared/asl', 'shared/workflow'],
  'shared/services': ['shared/base', 'shared/asl', 'shared/workflow', 'shared/expressions'],
  'shared/states': [
    'shared/base',
    'shared/asl',
    'shared/workflow',
    'shared/expressions',
    'shared/services',
    'shared/history',
  ],
  'shared/history': ['shared/base', 'shared/asl'],
  'shared/validation': [
    'shared/base',
    'shared/asl',
    'shared/workflow',
    'shared/expressions',
    'shared/services',
    'shared/states',
  ],
  'shared/graph': [
    'shared/base',
    'shared/asl',
    'shared/workflow',
    'shared/expressions',
    'shared/services',
    'shared/states',
  ],
  'shared/simulator': [
    'shared/base',
    'shared/asl',
    'shared/workflow',
    'shared/expressions',
    'shared/services',
    'shared/states',
    'shared/history',
  ],
  'shared/cost': ['shared/base', 'shared/asl', 'shared/workflow', 'shared/services', 'shared/history'],
  'shared/conversion': ['shared/base', 'shared/asl', 'shared/workflow', 'shared/expressions', 'shared/states'],
  'shared/sdk': ['shared/base', 'shared/asl', 'shared/services'],
  'shared/patterns': [
    'shared/base',
    'shared/asl',
    'shared/workflow',
    'shared/expressions',
    'shared/services',
    'shared/states',
  ],
  'shared/access': [
    'shared/base',
    'shared/asl',
    'shared/workflow',
    'shared/expressions',
    'shared/services',
    'shared/states',
  ],
  'shared/triggers': ['shared/base', 'shared/asl', 'shared/workflow', 'shared/services'],
  'shared/exporters': ['shared/base', 'shared/asl', 'shared/workflow'],
  'shared/importers': ['shared/base', 'shared/workflow'],
  'shared/runs': [
    'shared/base',
    'shared/asl',
    'shared/workflow',
    'shared/expressions',
    'shared/services',
    'shared/states',
    'shared/history',
    'shared/simulator',
    'shared/access',
    'shared/cost',
    'shared/triggers',
  ],
  // What needs Node but no Electron: the shell, the command line and an endpoint stand on it.
  'host/files': ['shared/base', 'shared/protocol'],
  'host/web': ['shared/base', 'shared/protocol'],
  'electron/main': ['shared/base', 'shared/protocol', 'host/files'],
  'electron/preload': ['shared/base', 'shared/protocol'],
  'renderer/ui': [...core],
  'renderer/platform': [...core],
  'renderer/editor': [...core, 'renderer/ui', 'renderer/platform'],
  // No feature knows another: they meet in what the editor declares and the app composes.
  ...Object.fromEntries(features.map((feature) => [`renderer/features/${feature}`, featureImports])),
  'renderer/app': [
    ...core,
    ...featureImports,
    ...features.map((feature) => `renderer/features/${feature}`),
    'examples',
  ],
  'renderer/main.tsx': ['renderer/app', 'renderer/ui'],
  // Drives the built app from outside, as a person would: a test that knew the source would test something else.
  e2e: [],
};

/** Packages that one room alone may know, so that they can be replaced there; patterns of their names. */
const packageHomes = [
  { name: 'react-flow-in-canvas-only', packages: '@xyflow/[^/]+', home: 'renderer/features/canvas' },
  { name: 'codemirror-in-code-only', packages: '@codemirror/[^/]+|@lezer/[^/]+', home: 'renderer/features/code' },
  { name: 'jsonata-in-expressions-only', packages: 'jsonata', home: 'shared/expressions' },
  { name: 'dagre-in-graph-only', packages: '@dagrejs/dagre', home: 'shared/graph' },
  { name: 'yaml-in-workflow-only', packages: 'yaml', home: 'shared/workflow' },
  { name: 'croner-in-triggers-only', packages: 'croner', home: 'shared/triggers' },
  { name: 'electron-in-electron-only', packages: 'electron', home: 'electron' },
];

module.exports = { mayImport, packageHomes };
