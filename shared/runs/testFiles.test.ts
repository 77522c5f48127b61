import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../base/index';
import { foldHistory } from '../history/index';
import { parseDocument } from '../workflow/index';
import { carryOut } from './carryOut';
import { defaultConfiguration } from './configuration';
import type { FileReaders } from './objects';
import { requestFor } from './request';
import { filesForTest, testFileBytes } from './testFiles';
import { judge, readTests, testOf } from './workflowTest';

const readers: FileReaders = {
  text: (bytes) => Promise.resolve(String.fromCodePoint(...bytes)),
  parquet: () => Promise.reject(new Error('none')),
};

const definition = {
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
        Parameters: { Bucket: 'b', Key: 'k.csv' },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Row',
        States: { Row: { Type: 'Pass', End: true } },
      },
      End: true,
    },
  },
};

describe('a saved test of a run over files', () => {
  it('keeps them, so that it gives the same where nobody has dropped them', async () => {
    const parsed = parseDocument({ text: JSON.stringify(definition), format: 'json', sidecar: null });
    if (!parsed.ok) throw new Error('unreadable');
    const document = parsed.value.document;
    const bytes = Uint8Array.from('id\n7\n8\n', (char) => char.charCodeAt(0));
    const basis = { name: 'w', startTime: 0 };
    const request = requestFor(
      document,
      { ...defaultConfiguration, objects: [{ bucket: 'b', key: 'k.csv', bytes }] },
      basis,
    );
    const ended = await carryOut(request, { readers });
    if (!ended.ok) throw new Error(ended.problem);
    const written = JSON.parse(
      JSON.stringify([testOf('rows', request, foldHistory(ended.value.events))]),
    ) as JsonValue[];
    const [test] = readTests(written);
    if (test === undefined) throw new Error('lost');
    expect(test.expected.output).toBe('[{"id":"7"},{"id":"8"}]');
    const again = await carryOut(requestFor(document, test, basis), { readers });
    expect(again.ok && (await judge(test, foldHistory(again.value.events)))).toEqual([]);
    const { files: _without, ...bare } = test;
    const other = await carryOut(requestFor(document, bare, basis), { readers });
    expect(other.ok && (await judge(test, foldHistory(other.value.events)))).not.toEqual([]);
  });

  it('does not keep what would swell its file', () => {
    expect(filesForTest([{ bucket: 'b', key: 'k', bytes: new Uint8Array(testFileBytes + 1) }])).toBeNull();
    expect(filesForTest([])).toEqual([]);
  });
});
