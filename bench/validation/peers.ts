import { createRequire } from 'node:module';
import { join } from 'node:path';
import aslValidator from 'asl-validator';
import { benchFolder } from '../folders';

/** Another validator: judges the text of a definition, JSON.parse included. */
export interface Peer {
  readonly name: string;
  judge(text: string): unknown;
}

/** Installed into bench/peer, so they are found from there and not among the dependencies of the project. */
const packages = { linter: '@wmfs/statelint', languageService: 'amazon-states-language-service' };
const require = createRequire(join(benchFolder, 'peer/package.json'));

interface LanguageService {
  getLanguageService(parameters: object): {
    parseJSONDocument(document: unknown): unknown;
    doValidation(document: unknown, parsed: unknown): Promise<readonly unknown[]>;
  };
  readonly TextDocument: { create(uri: string, language: string, version: number, text: string): unknown };
}

/** The ASL linter in JavaScript; it does not know JSONata. */
export function statelint(): Peer {
  const make = require(packages.linter) as () => { validate(definition: unknown): readonly unknown[] };
  const linter = make();
  return { name: 'statelint', judge: (text) => linter.validate(JSON.parse(text)) };
}

/** AWS's own, which the AWS Toolkit for VS Code uses. */
export function awsLanguageService(): Peer {
  const { getLanguageService, TextDocument } = require(packages.languageService) as LanguageService;
  const service = getLanguageService({});
  return {
    name: "AWS's language service",
    judge(text) {
      const document = TextDocument.create('workflow.asl.json', 'asl', 1, text);
      return service.doValidation(document, service.parseJSONDocument(document));
    },
  };
}

export function secondOpinion(): Peer {
  return { name: 'asl-validator', judge: (text) => aslValidator(JSON.parse(text) as Record<string, unknown>) };
}
