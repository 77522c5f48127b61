import { javaText } from './javaText';
import { IntrinsicError, textArgument, type IntrinsicFunction } from './contract';

export const format: IntrinsicFunction = {
  name: 'States.Format',
  givesText: true,
  help: 'Text with each {} replaced by the next argument; \\{ and \\} stand for braces.',
  parameters: ['template', '...values'],
  minArguments: 1,
  maxArguments: undefined,
  apply(args) {
    let next = 1;
    const text = textArgument(args, 0).replace(/\\([\\{}'])|\{\}|[{}]/g, (whole, escaped: string | undefined) => {
      if (escaped !== undefined) return escaped;
      // AWS's words for the opening brace (a public report); the language asks for a backslash before either.
      if (whole === '{') throw new IntrinsicError("matching '}' not found for '{'");
      if (whole === '}') throw new IntrinsicError("matching '{' not found for '}'");
      const value = args[next++];
      if (value === undefined) throw new IntrinsicError('There are more placeholders than arguments');
      return javaText(value);
    });
    if (next < args.length) throw new IntrinsicError('There are more arguments than placeholders');
    return text;
  },
};
