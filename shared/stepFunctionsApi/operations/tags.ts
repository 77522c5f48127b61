import { resourceMissing } from '../apiError';
import { readArn } from '../arns';
import type { ApiState } from '../apiState';
import type { Handlers } from '../call';
import type { Tags } from '../records';
import { withTags } from './configurations';

export const tags: Handlers<'TagResource' | 'UntagResource' | 'ListTagsForResource'> = {
  TagResource({ state }, { resourceArn, tags: given }) {
    const tagged = taggedBy(state, resourceArn);
    tagged.put(withTags(given, resourceArn, state.limits.tags, tagged.tags));
    return {};
  },

  UntagResource({ state }, { resourceArn, tagKeys }) {
    const tagged = taggedBy(state, resourceArn);
    tagged.put(Object.fromEntries(Object.entries(tagged.tags).filter(([key]) => !tagKeys.includes(key))));
    return {};
  },

  ListTagsForResource({ state }, { resourceArn }) {
    return { tags: Object.entries(taggedBy(state, resourceArn).tags).map(([key, value]) => ({ key, value })) };
  },
};

/** What can have tags: machines and activities, not versions and aliases. @throws ApiError InvalidArn, ResourceNotFound */
function taggedBy(state: ApiState, arn: string): { readonly tags: Tags; put(tags: Tags): void } {
  readArn(arn, ['stateMachine', 'activity']);
  const machine = state.machines.get(arn);
  if (machine !== undefined)
    return {
      tags: machine.tags,
      put: (next) => {
        state.machines.put(arn, { ...machine, tags: next });
      },
    };
  const activity = state.activities.get(arn);
  if (activity === undefined) throw resourceMissing(arn);
  return {
    tags: activity.tags,
    put: (next) => {
      state.activities.put(arn, { ...activity, tags: next });
    },
  };
}
