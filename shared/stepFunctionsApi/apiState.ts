import { jsonText, parseJsonText, randomUuid } from '../base/index';
import { compile, type Program } from '../simulator/index';
import { machineMissing, ApiError } from './apiError';
import type { Records, RecordKind, RevisionRecord } from './records';
import { usualLimits, type ApiLimits, type ApiSettings } from './settings';

/** A table of records that is written through to the store. */
class Table<Kind extends RecordKind> {
  private readonly records = new Map<string, Records[Kind]>();

  constructor(
    private readonly kind: Kind,
    private readonly settings: ApiSettings,
  ) {
    for (const [key, text] of settings.store.all(kind))
      this.records.set(key, parseJsonText(text) as unknown as Records[Kind]);
  }

  get size(): number {
    return this.records.size;
  }

  get(key: string): Records[Kind] | undefined {
    return this.records.get(key);
  }

  values(): Iterable<Records[Kind]> {
    return this.records.values();
  }

  put(key: string, record: Records[Kind]): void {
    this.settings.store.put(this.kind, key, jsonText(record));
    this.records.set(key, record);
  }

  remove(key: string): void {
    this.settings.store.remove(this.kind, key);
    this.records.delete(key);
  }
}

/** Everything that the endpoint knows, but for the executions that go on. */
export class ApiState {
  readonly limits: ApiLimits;
  readonly machines: Table<'machine'>;
  readonly versions: Table<'version'>;
  readonly aliases: Table<'alias'>;
  readonly activities: Table<'activity'>;
  readonly executions: Table<'execution'>;
  private readonly revisions: Table<'revision'>;
  /** Compiled when a revision is run first. */
  private readonly programs = new Map<string, Program>();

  constructor(readonly settings: ApiSettings) {
    this.limits = { ...usualLimits, ...settings.limits };
    this.machines = new Table('machine', settings);
    this.revisions = new Table('revision', settings);
    this.versions = new Table('version', settings);
    this.aliases = new Table('alias', settings);
    this.activities = new Table('activity', settings);
    this.executions = new Table('execution', settings);
  }

  now(): number {
    return this.settings.now();
  }

  uuid(): string {
    return randomUuid(() => this.settings.random());
  }

  /** @throws ApiError StateMachineDoesNotExist */
  machine(arn: string): Records['machine'] {
    const machine = this.machines.get(arn);
    if (machine === undefined) throw machineMissing(arn);
    return machine;
  }

  /** A machine that something new may be made of. @throws ApiError StateMachineDoesNotExist, StateMachineDeleting */
  activeMachine(arn: string): Records['machine'] {
    const machine = this.machine(arn);
    if (machine.status === 'DELETING') throw new ApiError('StateMachineDeleting', `State Machine Deleting: '${arn}'`);
    return machine;
  }

  revision(machineArn: string, revisionId: string): RevisionRecord {
    const revision = this.revisions.get(revisionKey(machineArn, revisionId));
    if (revision === undefined) throw machineMissing(machineArn);
    return revision;
  }

  putRevision(revision: RevisionRecord): void {
    this.revisions.put(revisionKey(revision.machineArn, revision.revisionId), revision);
  }

  /** What a revision was compiled to; it was compiled before it was taken. */
  program({ machineArn, revisionId, definition }: RevisionRecord): Program {
    const key = revisionKey(machineArn, revisionId);
    const known = this.programs.get(key);
    if (known !== undefined) return known;
    const compiled = compile(definition);
    if (!compiled.ok)
      throw new ApiError('InvalidDefinition', compiled.problem.map(({ message }) => message).join('; '));
    this.programs.set(key, compiled.value);
    return compiled.value;
  }

  /** A machine is gone: its versions, aliases and the revisions that no execution needs go with it. */
  removeMachine(arn: string): void {
    for (const { arn: version, machineArn } of [...this.versions.values()])
      if (machineArn === arn) this.versions.remove(version);
    for (const { arn: alias, machineArn } of [...this.aliases.values()])
      if (machineArn === arn) this.aliases.remove(alias);
    this.machines.remove(arn);
    this.programs.clear();
  }

  versionsOf(machineArn: string): readonly Records['version'][] {
    return [...this.versions.values()]
      .filter((version) => version.machineArn === machineArn)
      .sort((a, b) => b.number - a.number);
  }

  aliasesOf(machineArn: string): readonly Records['alias'][] {
    return [...this.aliases.values()].filter((alias) => alias.machineArn === machineArn);
  }
}

const revisionKey = (machineArn: string, revisionId: string): string => `${machineArn}@${revisionId}`;

/** Times on the wire are seconds. */
export const seconds = (ms: number): number => ms / 1000;
