/** The form that AWS gives names of state machines. Source: Step Functions API reference, CreateStateMachine: 1 to 80 characters. */
export function machineName(name: string): string {
  return (
    name
      .replace(/[^\w-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'workflow'
  );
}

/** A name as logical ids of CloudFormation are written: letters and digits alone, each word with a capital. */
export function logicalName(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(joined) ? joined : `X${joined}`;
}

/** A name as Terraform and Python write theirs: `order_pipeline`. */
export function snakeName(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').split(/[^A-Za-z0-9]+/);
  const joined = words
    .filter((word) => word !== '')
    .join('_')
    .toLowerCase();
  return /^[a-z_]/.test(joined) ? joined : `x_${joined}`;
}

/** The name, or the name with the first number behind it that is not taken; it is taken then. */
export function unusedName(name: string, taken: Set<string>): string {
  let unused = name;
  for (let number = 2; taken.has(unused); number++) unused = `${name}${number}`;
  taken.add(unused);
  return unused;
}
