// node scripts/pythonClients.mjs: installs boto3 and aws into the cache, where the tests of the endpoint find them.
import { pythonClients } from './lib/pythonClients.mjs';

console.log(pythonClients().python);
