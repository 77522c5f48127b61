import { describe, expect, it } from 'vitest';
import { commands } from '#shared/protocol/index';
import { paletteItems, rankedValueOf, searchItems, searchWords } from './items';
import { rank, rankedValue } from './rank';
import { synonyms } from './synonyms';

describe('searching what can be added', () => {
  it.each([
    ['loop', 'state.Map'],
    ['for each', 'state.Map'],
    ['if', 'state.Choice'],
    ['delay', 'state.Wait'],
    ['email', 'sns.publish'],
    ['queue', 'sqs.sendMessage'],
    ['cron', 'scheduler.createSchedule'],
    ['query', 'athena.startQueryExecution'],
    ['container', 'ecs.runTask'],
    ['train', 'sagemaker.createTrainingJob'],
    ['lambda', 'lambda.invoke'],
    ['start job', 'glue.startJobRun'],
    ['parallel', 'state.Parallel'],
  ])('%s finds %s first', (query, id) => {
    expect(searchItems(query)[0]?.id).toBe(id);
  });

  it('has other names only for what there is, and none twice', () => {
    const ids = new Set(paletteItems.map(({ id }) => id));
    expect(Object.keys(synonyms).filter((id) => !ids.has(id))).toEqual([]);
    for (const words of Object.values(synonyms)) expect(new Set(words).size).toBe(words.length);
  });

  it('keeps what is found by its description alone, behind the rest', () => {
    expect(searchItems('Spark ETL')).not.toEqual([]);
    expect(searchItems('qqq')).toEqual([]);
    expect(searchItems('')).toEqual(paletteItems);
  });
});

describe('the command palette', () => {
  const everything = [
    ...Object.entries(commands).map(([id, { label }]) => ({ value: rankedValue('command', id), words: [label] })),
    ...paletteItems.map((item) => ({ value: rankedValueOf(item), words: searchWords(item) })),
    ...['Export orders', 'Save', 'Load'].map((name) => ({
      value: rankedValue('state', `/States/${name}`),
      words: [name],
    })),
  ];
  const first = (query: string) =>
    everything
      .map((entry) => ({ ...entry, score: rank(entry.value, query, entry.words) }))
      .sort((a, b) => b.score - a.score)[0];

  it('answers the whole name of a command with that command', () => {
    for (const [id, { label }] of Object.entries(commands)) {
      const same = Object.values(commands).filter((each) => each.label === label).length;
      if (same === 1) expect(first(label)?.value, label).toBe(rankedValue('command', id));
    }
  });

  it('has commands before states, and states before what can be added', () => {
    expect(first('save')?.value).toBe('command file.save');
    expect(first('export o')?.value).toBe('state /States/Export orders');
  });

  it('finds nothing for letters that are scattered over a name', () => {
    expect(rank('add x', 'export', ['Expire old report'])).toBe(0);
    expect(rank('add x', 'zzz', ['Lambda Invoke', 'function'])).toBe(0);
  });
});
