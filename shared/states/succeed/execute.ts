import { compileFinish, compileJsonataFinish } from '../execution/outcome';
import { pathField } from '../execution/fields';
import type { CompileState } from '../compiling';

/** Succeed: ends its scope with its input, shaped by InputPath and OutputPath or by Output. */
export const compileSucceed: CompileState = (source) => {
  if (source.language === 'JSONata') {
    const finish = compileJsonataFinish(source);
    return (run) => finish(run, { input: run.input }, run.input);
  }
  const inputPath = pathField(source, 'InputPath');
  const finish = compileFinish(source);
  return (run) => {
    const value = inputPath === undefined ? run.input : inputPath(run.input, run);
    run.environment.hooks.inspect?.('afterInputPath', value);
    return finish(run, value, value, value === run.input ? run.inputText : undefined);
  };
};
