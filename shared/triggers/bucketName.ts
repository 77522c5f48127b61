/**
 * What is wrong with the name of a bucket; null when nothing is. Names with a placeholder are taken.
 * Source: Amazon S3 user guide, "General purpose bucket naming rules".
 */
export function bucketNameProblem(name: string): string | null {
  if (/[$#]\{[^}]+\}/.test(name)) return null;
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) {
    return 'A bucket name has 3 to 63 lower-case letters, digits, dots and hyphens.';
  }
  if (name.includes('..')) return 'A bucket name has no two dots beside each other.';
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)) return 'A bucket name must not look like an IP address.';
  const kept = reserved.find((each) => each.test(name));
  return kept === undefined ? null : 'S3 keeps this beginning or ending of a bucket name for itself.';
}

const reserved = [/^xn--/, /^sthree-/, /^amzn-s3-demo-/, /-s3alias$/, /--ol-s3$/, /\.mrap$/, /--x-s3$/, /--table-s3$/];
