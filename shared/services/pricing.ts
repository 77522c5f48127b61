import { isArray, valueAt } from '../base/index';
import type { Assumption, Charge, PricedCall, PriceModel, TypicalDuration } from './contract';

/** A price made of charges. */
export function priced(
  assumptions: readonly Assumption[],
  charges: (call: PricedCall) => readonly Charge[],
  leavesOut?: string,
): PriceModel {
  return { kind: 'priced', assumptions, charges, ...(leavesOut === undefined ? {} : { leavesOut }) };
}

/** The call itself has no price, or none that can be known. */
export function noPrice(why: string): PriceModel {
  return { kind: 'noPrice', why };
}

/** A number that a person may set. */
export function assumed(name: string, label: string, unit: string, value: number, help?: string): Assumption {
  return { name, label, unit, default: value, ...(help === undefined ? {} : { help }) };
}

/** How long a job runs that the state does not wait for: as long as it typically does where the state waits. */
export function jobTime({ seconds }: TypicalDuration): Assumption {
  const help = 'Used where the state does not wait for the job, or the run took no time.';
  return assumed('jobMinutes', 'Run time of the job', 'min', seconds / 60, help);
}

/** Hours of a job: those of the attempt when the state waited for it and it took time, else what is assumed. */
export function jobHours(call: PricedCall): number {
  return call.pattern === 'sync' && call.seconds > 0 ? call.seconds / 3600 : call.assume('jobMinutes') / 60;
}

/** Begun chunks of so many KB in a payload; at least one. */
export function chunks(bytes: number, kilobytes: number): number {
  return Math.max(1, Math.ceil(bytes / (kilobytes * 1024)));
}

/** Begun chunks of each entry of a list among the arguments; of the whole request where the list is not known. */
export function entryUnits(call: PricedCall, list: string, kilobytes: number): number {
  const entries = valueAt(call.arguments, [list]);
  if (!isArray(entries) || entries.length === 0) return chunks(call.inputBytes, kilobytes);
  // The history has the size of the whole: each entry is taken to have the share that its text has.
  const lengths = entries.map((entry) => JSON.stringify(entry).length);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.reduce((sum, length) => sum + chunks((call.inputBytes * length) / whole, kilobytes), 0);
}

/** A number among the arguments, by dotted path; numbers as text count. */
export function numberIn(call: PricedCall, path: string): number | undefined {
  const value = valueAt(call.arguments, path.split('.'));
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export function textIn(call: PricedCall, path: string): string | undefined {
  const value = valueAt(call.arguments, path.split('.'));
  return typeof value === 'string' ? value : undefined;
}

/** A task on Fargate (Linux, x86): at least a minute. Source: AWS Fargate pricing. */
export function fargate(call: PricedCall, vcpu: number, memoryGB: number): readonly Charge[] {
  const hours = Math.max(jobHours(call), 1 / 60);
  return [
    { price: 'fargate.vcpuHour', units: hours * vcpu },
    { price: 'fargate.gbHour', units: hours * memoryGB },
  ];
}

/** Hours of SageMaker machines; type and number stand in the arguments below `path`. */
export function instanceHours(call: PricedCall, path: string): readonly Charge[] {
  const type = textIn(call, `${path}.InstanceType`) ?? 'ml.m5.xlarge';
  const count = numberIn(call, `${path}.InstanceCount`) ?? call.assume('instances');
  return [{ price: `sagemaker.${type}`, units: jobHours(call) * count }];
}
