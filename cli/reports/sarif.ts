import type { Finding } from '../workflows/finding';

/**
 * Findings as a log of SARIF 2.1.0, which code scanning of GitHub and others read.
 * Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; GitHub, "SARIF support for code scanning".
 */
export function sarifLog(findings: readonly Finding[], version: string): unknown {
  const ids = [...new Set(findings.map(ruleId))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Stepwright', version, rules: ids.map((id) => ({ id, shortDescription: { text: id } })) },
        },
        // Columns of SARIF count UTF-16 units unless a run says otherwise; so do ours, and we say it.
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => {
          const { file, line, column, severity, code, message, machine, state } = finding;
          return {
            ruleId: ruleId(finding),
            ruleIndex: ids.indexOf(ruleId(finding)),
            level: severity,
            message: { text: message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: uriOf(file) },
                  region: { startLine: line, startColumn: column },
                },
                ...(machine === null && state === null
                  ? {}
                  : { logicalLocations: [{ fullyQualifiedName: logical(finding) }] }),
              },
            ],
            properties: { code },
          };
        }),
      },
    ],
  };
}

const ruleId = ({ rule, code }: Finding) => rule ?? code;
const logical = ({ machine, state }: Finding) => [machine, state].filter((each) => each !== null).join('/');

/** A path as a relative reference of RFC 3986, or a file address where it begins at the root. */
function uriOf(file: string): string {
  const path = encodeURI(file.replaceAll('\\', '/')).replaceAll('#', '%23').replaceAll('?', '%3F');
  if (/^[a-z]:\//i.test(path)) return `file:///${path}`;
  return path.startsWith('/') ? `file://${path}` : path.replace(/^\.\//, '');
}
