/** Who may import whom. Type imports count. The rooms are described in docs/ARCHITECTURE.md. */
const mayImport = {
  'shared/base': [],
  'shared/protocol': ['shared/base'],
  'shared/workflow': ['shared/base'],
  'shared/expressions': ['shared/base', 'shared/workflow'],
  'shared/services': ['shared/base', 'shared/workflow', 'shared/expressions'],
  'shared/states': ['shared/base', 'shared/workflow', 'shared/expressions', 'shared/services'],
  'shared/history': ['shared/base'],
  'shared/validation': ['shared/base', 'shared/workflow', 'shared/expressions', 'shared/services', 'shared/states'],
  'shared/graph': ['shared/base', 'shared/workflow', 'shared/expressions', 'shared/services', 'shared/states'],
  'shared/simulator': [
    'shared/base',
    'shared/workflow',
    'shared/expressions',
    'shared/services',
    'shared/states',
    'shared/history',
  ],
  'shared/patterns': ['shared/base', 'shared/workflow', 'shared/expressions', 'shared/services', 'shared/states'],
  'shared/triggers': ['shared/base', 'shared/services'],
  'electron/main': ['shared/base', 'shared/protocol'],
  'electron/preload': ['shared/base', 'shared/protocol'],
  'electron/server': ['shared/base', 'shared/protocol'],
  renderer: [
    'shared/base',
    'shared/protocol',
    'shared/workflow',
    'shared/expressions',
    'shared/services',
    'shared/states',
    'shared/history',
    'shared/validation',
    'shared/graph',
    'shared/simulator',
    'shared/patterns',
    'shared/triggers',
    'examples',
  ],
  // Drives the built app from outside, as a person would: a test that knew the source would test something else.
  e2e: [],
};

module.exports = { mayImport };
