import { own } from '../../base/index';
import type { CompileState } from '../compiling';
import { compileFinish, compileJsonataFinish } from '../execution/outcome';
import { pathField, resultPathField, templateField } from '../execution/fields';

/** Pass: its literal Result, or its input shaped by InputPath and Parameters; in JSONata its Output. */
export const compilePass: CompileState = (source) => {
  if (source.language === 'JSONata') {
    const finish = compileJsonataFinish(source);
    const plain = !('Output' in source.definition) && !('Assign' in source.definition);
    if (plain) {
      const next = own(source.definition, 'Next') as string | undefined;
      return (run) => ({ next, output: run.input, outputText: run.inputText });
    }
    return (run) => finish(run, { input: run.input }, run.input);
  }
  const inputPath = pathField(source, 'InputPath');
  const parameters = templateField(source, 'Parameters');
  const result = own(source.definition, 'Result');
  const resultPath = resultPathField(source);
  const replaces = own(source.definition, 'ResultPath') === undefined || own(source.definition, 'ResultPath') === '$';
  const keeps = own(source.definition, 'ResultPath') === null;
  const finish = compileFinish(source);
  return (run) => {
    const raw = run.input;
    let value = raw;
    if (inputPath !== undefined) value = inputPath(value, run);
    if (result === undefined) run.environment.hooks.inspect?.('afterInputPath', value);
    if (parameters !== undefined) value = parameters(value, run);
    if (result === undefined) run.environment.hooks.inspect?.('afterParameters', value);
    else {
      value = result;
      run.environment.hooks.inspect?.('result', value);
    }
    run.environment.hooks.inspect?.('afterResultSelector', value);
    const output = replaces ? value : resultPath(raw, value);
    run.environment.hooks.inspect?.('afterResultPath', output);
    const same = output === raw && (replaces || keeps);
    return finish(run, value, output, same ? run.inputText : undefined);
  };
};
