import { ApiError, activityMissing } from '../apiError';
import { checkName, readArn } from '../arns';
import { seconds, type ApiState } from '../apiState';
import { arnIn, isIn, type Handlers } from '../call';
import { pageOf } from '../paging';
import type { ActivityRecord } from '../records';
import { checkEncryption, withTags } from './configurations';

export const activities: Handlers<
  'CreateActivity' | 'DescribeActivity' | 'DeleteActivity' | 'ListActivities' | 'GetActivityTask'
> = {
  CreateActivity(call, { name, tags, encryptionConfiguration }) {
    const { state } = call;
    checkName(name);
    const arn = arnIn(call, 'activity', name);
    const encryption = checkEncryption(encryptionConfiguration);
    const existing = state.activities.get(arn);
    if (existing !== undefined) {
      // Source: AWS API reference, CreateActivity: idempotent by name and encryption; tags are not compared.
      if (JSON.stringify(existing.encryptionConfiguration) !== JSON.stringify(encryption))
        throw new ApiError('ActivityAlreadyExists', `Activity Already Exists: '${arn}'`);
      return { activityArn: arn, creationDate: seconds(existing.creationDate) };
    }
    if (state.activities.size >= state.limits.activities)
      throw new ApiError('ActivityLimitExceeded', `Activity Limit Exceeded: '${state.limits.activities}'`);
    const creationDate = state.now();
    state.activities.put(arn, {
      arn,
      name,
      creationDate,
      encryptionConfiguration: encryption,
      tags: withTags(tags, arn, state.limits.tags),
    });
    return { activityArn: arn, creationDate: seconds(creationDate) };
  },

  DescribeActivity({ state }, { activityArn }) {
    const { arn, name, creationDate, encryptionConfiguration } = activityOf(state, activityArn);
    return { activityArn: arn, name, creationDate: seconds(creationDate), encryptionConfiguration };
  },

  DeleteActivity({ state }, { activityArn }) {
    readArn(activityArn, ['activity']);
    state.activities.remove(activityArn);
    return {};
  },

  ListActivities(call, request) {
    const { state } = call;
    const own = [...state.activities.values()].filter(({ arn }) => isIn(call, arn));
    const { items, ...next } = pageOf(request, 'activities', state.now(), own, ({ arn }) => arn);
    return {
      activities: items.map(({ arn, name, creationDate }) => ({
        activityArn: arn,
        name,
        creationDate: seconds(creationDate),
      })),
      ...next,
    };
  },

  async GetActivityTask({ state, running, gone }, { activityArn, workerName }) {
    activityOf(state, activityArn);
    const task = await running.desk.take(activityArn, workerName, gone);
    return task === undefined ? {} : { taskToken: task.token, input: task.input };
  },
};

/** @throws ApiError InvalidArn, ActivityDoesNotExist */
function activityOf(state: ApiState, arn: string): ActivityRecord {
  readArn(arn, ['activity']);
  const activity = state.activities.get(arn);
  if (activity === undefined) throw activityMissing(arn);
  return activity;
}
