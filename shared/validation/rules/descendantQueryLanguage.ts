import { scopeFields } from '../../asl/index';
import { type JsonObject, type JsonPath, isArray, isObject, own } from '../../base/index';
import type { Report, Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

/** The query language of a Map or Parallel does not reach the states inside it, which keep that of the machine. */
export const descendantQueryLanguage: Rule = {
  name: 'MISSING_DESCENDANT_QUERY_LANGUAGE',
  code: 'MISSING_DESCENDANT_QUERY_LANGUAGE',
  severity: 'warning',
  source: 'AWS: MISSING_DESCENDANT_QUERY_LANGUAGE; "QueryLanguage" of a state is not inherited by the states inside it',
  state({ state, type, machineLanguage }, report) {
    if (machineLanguage === 'JSONata' || type === null || own(state, 'QueryLanguage') !== 'JSONata') return;
    for (const { field, holds } of scopeFields) {
      const value = own(state, field);
      if (holds === 'processor' && isObject(value)) judge(value, [field], report);
      if (holds === 'branches' && isArray(value))
        for (const [index, branch] of value.entries()) if (isObject(branch)) judge(branch, [field, index], report);
    }
  },
};

function judge(holder: JsonObject, at: JsonPath, report: Report): void {
  const states = own(holder, 'States');
  if (!isObject(states)) return;
  for (const name of Object.keys(states)) {
    const state = states[name];
    if (isObject(state) && !Object.hasOwn(state, 'QueryLanguage'))
      report(
        [...at, 'States', name],
        `"${name}" uses JSONPath: the QueryLanguage of the state around it does not reach it. Give it its own.`,
      );
  }
}

const parallel = (state: JsonObject, more: JsonObject = {}) => ({
  Type: 'Parallel',
  Branches: [machineOf({ B: { Type: 'Pass', ...state, End: true } })],
  ...more,
  End: true,
});

export const samples: RuleSamples = {
  valid: {
    'states inside that name theirs': machineOf({
      P: parallel({ QueryLanguage: 'JSONPath' }, { QueryLanguage: 'JSONata' }),
    }),
    'a machine of JSONata': machineOf({ P: parallel({}, { QueryLanguage: 'JSONata' }) }, { QueryLanguage: 'JSONata' }),
    'a container of JSONPath': machineOf({ P: parallel({}) }),
  },
  invalid: {
    'states inside that name none': {
      definition: machineOf({ P: parallel({}, { QueryLanguage: 'JSONata' }) }),
      breaches: ['/States/P/Branches/0/States/B'],
    },
  },
};
