/** Errors of calls that work on something which is there. */
export const applicationErrors: readonly string[] = [
  'EMRServerless.ValidationException',
  'EMRServerless.InternalServerException',
  'EMRServerless.ResourceNotFoundException',
  'States.TaskFailed',
];
