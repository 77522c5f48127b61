import { awsAnswer } from './awsAnswer';
import { cdk } from './cdk';
import { cloudFormation } from './cloudFormation';
import type { Importer } from './contract';
import { sam } from './sam';
import { serverless } from './serverless';
import { terraform } from './terraform';

/** Every format; the first that recognises a file has it. To add one, add its file and a line here. */
export const importers: readonly Importer[] = [awsAnswer, sam, cdk, cloudFormation, serverless, terraform];
