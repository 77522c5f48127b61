import { type ArnShapeId, parseArn, shapeOf } from '#shared/services/index';
import { readSetting, writeSetting } from '../platform/storage';

const most = 40;

/** ARNs of a shape that were used last, newest first. */
export function recentArns(shape: ArnShapeId): readonly string[] {
  return (readSetting('recentArns') ?? []).filter((text) => parseArn(text, shape).ok);
}

/** Keeps an ARN that was chosen or typed to its end. Templates with placeholders are kept as well. */
export function rememberArn(text: string): void {
  if (!text.startsWith('arn:') || shapeOf(text) === null) return;
  const others = (readSetting('recentArns') ?? []).filter((each) => each !== text);
  writeSetting('recentArns', [text, ...others].slice(0, most));
}
