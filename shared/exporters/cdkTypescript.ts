import { cdkExporter } from './cdk/exporter';
import { typescriptStack } from './cdk/typescript';

/** Source: AWS CDK API reference, aws-stepfunctions and the constructs of the first level. */
export const cdkTypescript = cdkExporter({
  id: 'cdk-typescript',
  label: 'AWS CDK in TypeScript',
  description: 'A stack as a class, with the role written out and the definition in a file beside it.',
  extension: 'ts',
  fileName: (name) => `${name}-stack.ts`,
  write: typescriptStack,
});
