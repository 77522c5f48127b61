import type { Charge, PricedCall } from './contract';
import { fargate, jobHours, numberIn, textIn } from './pricing';

/** Data processing units of one worker. Source: AWS Glue pricing and "Worker types". */
const dpuOfWorker: Readonly<Record<string, number>> = {
  Standard: 1,
  'G.025X': 0.25,
  'G.1X': 1,
  'G.2X': 2,
  'G.4X': 4,
  'G.8X': 8,
  'G.12X': 12,
  'G.16X': 16,
  'R.1X': 1,
  'R.2X': 2,
  'R.4X': 4,
  'R.8X': 8,
  'Z.2X': 2,
};

/** A Glue job: at least a minute, by DPU. */
export function glueHours(call: PricedCall): readonly Charge[] {
  const workers = numberIn(call, 'NumberOfWorkers');
  const perWorker = dpuOfWorker[textIn(call, 'WorkerType') ?? 'G.1X'] ?? 1;
  const dpu = workers === undefined ? (numberIn(call, 'MaxCapacity') ?? call.assume('dpu')) : workers * perWorker;
  const flex = textIn(call, 'ExecutionClass') === 'FLEX';
  const memory = textIn(call, 'WorkerType')?.startsWith('R.') === true;
  return [
    {
      price: memory ? 'glue.memoryDpuHour' : flex ? 'glue.dpuHourFlex' : 'glue.dpuHour',
      units: Math.max(jobHours(call), 1 / 60) * dpu,
    },
  ];
}

/** A task of ECS: on Fargate by vCPU and GB, on EC2 by the share of a machine that it takes. */
export function ecsTime(call: PricedCall): readonly Charge[] {
  const units = numberIn(call, 'Overrides.Cpu');
  const megabytes = numberIn(call, 'Overrides.Memory');
  const count = numberIn(call, 'Count') ?? 1;
  if (textIn(call, 'LaunchType') === 'EXTERNAL') return [];
  if (textIn(call, 'LaunchType') === 'EC2') {
    return [{ price: 'ec2.m5.large', units: jobHours(call) * call.assume('machineShare') * count }];
  }
  return fargate(
    call,
    (units === undefined ? call.assume('vcpu') : units / 1024) * count,
    (megabytes === undefined ? call.assume('memoryGB') : megabytes / 1024) * count,
  );
}

/** An EMR cluster over the time that it is assumed to stand. */
export function clusterTime(call: PricedCall): readonly Charge[] {
  const hours =
    (call.assume('clusterMinutes') / 60) * (numberIn(call, 'Instances.InstanceCount') ?? call.assume('machines'));
  return [
    { price: 'emr.m5.xlarge', units: hours },
    { price: 'ec2.m5.xlarge', units: hours },
  ];
}

const models = ['claude-3-haiku', 'claude-3-5-sonnet', 'nova-lite', 'nova-pro', 'titan-text-lite'];

/** Tokens of a model; one that the price table does not have is left without a price, which the estimate says. */
export function tokens(call: PricedCall): readonly Charge[] {
  const id = textIn(call, 'ModelId') ?? '';
  const model = models.find((name) => id.includes(name)) ?? (id === '' ? 'claude-3-haiku' : id);
  return [
    { price: `bedrock.${model}.input`, units: call.assume('inputTokens') },
    { price: `bedrock.${model}.output`, units: call.assume('outputTokens') },
  ];
}
