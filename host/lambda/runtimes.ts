/**
 * What a child process does that has the code of a function: events come in as lines of JSON by descriptor 3, answers go out by
 * 4, so that whatever the code prints is its log. Each is given the file and the name of the handler.
 */

/** Source of the shapes of errors: AWS Lambda developer guide, "Error handling" of each runtime. */
export const nodeRuntime = `
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [file, name] = process.argv.slice(-2);
const answers = new Socket({ fd: 4 });
const answer = (value) => new Promise((resolve) => answers.write(JSON.stringify(value) + '\\n', resolve));
const failure = (error, type) => ({
  error: {
    errorType: type ?? error?.name ?? 'Error',
    errorMessage: error?.message ?? String(error),
    trace: String(error?.stack ?? error).split('\\n'),
  },
});

let handler;
let broken;
try {
  const module = await import(pathToFileURL(file).href);
  handler = module[name] ?? module.default?.[name];
  if (typeof handler !== 'function')
    broken = failure(new Error(file + ' has no function ' + name), 'Runtime.HandlerNotFound');
} catch (error) {
  broken = failure(error, error instanceof SyntaxError ? 'Runtime.UserCodeSyntaxError' : 'Runtime.ImportModuleError');
}

const invoke = (event, context) =>
  new Promise((resolve, reject) => {
    const returned = handler(event, context, (error, result) => (error ? reject(error) : resolve(result)));
    if (typeof returned?.then === 'function') returned.then(resolve, reject);
    else if (handler.length < 3) resolve(returned);
  });

for await (const line of createInterface({ input: new Socket({ fd: 3 }) })) {
  const { event, context, deadline } = JSON.parse(line);
  context.getRemainingTimeInMillis = () => Math.max(0, deadline - Date.now());
  await answer(broken ?? (await invoke(event, context).then((result) => ({ result: result ?? null }), (error) => failure(error))));
}
`;

export const pythonRuntime = `
import importlib.util, json, os, sys, time, traceback

file, name = sys.argv[-2:]
events = os.fdopen(3, "r", encoding="utf-8")
answers = os.fdopen(4, "w", encoding="utf-8")

def answer(value):
    answers.write(json.dumps(value) + "\\n")
    answers.flush()

def failure(error, kind=None):
    return {"error": {
        "errorMessage": str(error),
        "errorType": kind or type(error).__name__,
        "requestId": "",
        "stackTrace": traceback.format_tb(error.__traceback__)[1:],
    }}

class Context:
    def __init__(self, given, deadline):
        self.function_name = given["functionName"]
        self.function_version = given["functionVersion"]
        self.invoked_function_arn = given["invokedFunctionArn"]
        self.memory_limit_in_mb = given["memoryLimitInMB"]
        self.aws_request_id = given["awsRequestId"]
        self.log_group_name = given["logGroupName"]
        self.log_stream_name = given["logStreamName"]
        self.identity = self.client_context = None
        self._deadline = deadline

    def get_remaining_time_in_millis(self):
        return max(0, int(self._deadline - time.time() * 1000))

handler = broken = None
try:
    sys.path.insert(0, os.path.dirname(file))
    spec = importlib.util.spec_from_file_location("lambda_function", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    handler = getattr(module, name, None)
    if handler is None:
        broken = failure(Exception(f"Handler '{name}' missing on module '{file}'"), "Runtime.HandlerNotFound")
except SyntaxError as error:
    broken = failure(error, "Runtime.UserCodeSyntaxError")
except BaseException as error:
    broken = failure(error, "Runtime.ImportModuleError")

for line in events:
    given = json.loads(line)
    if broken:
        answer(broken)
        continue
    try:
        answer({"result": handler(given["event"], Context(given["context"], given["deadline"]))})
    except BaseException as error:
        answer(failure(error))
`;
