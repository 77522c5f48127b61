import { cdkExporter } from './cdk/exporter';
import { pythonStack } from './cdk/python';
import { snakeName } from './stack/names';

/** Source: AWS CDK API reference for Python. */
export const cdkPython = cdkExporter({
  id: 'cdk-python',
  label: 'AWS CDK in Python',
  description: 'The stack of the TypeScript form as a module of Python, with the definition in a file beside it.',
  extension: 'py',
  fileName: (name) => `${snakeName(name)}_stack.py`,
  write: pythonStack,
});
