// tsx scripts/generatedWorkflows.ts COUNT: prints that many generated workflows as JSON, for tests that drive the built app and
// know nothing of its source.
import { generatedWorkflow } from '../shared/graph/testing/generatedWorkflow';

const count = Number(process.argv[2]);
process.stdout.write(JSON.stringify(Array.from({ length: count }, (_, seed) => generatedWorkflow(seed))));
