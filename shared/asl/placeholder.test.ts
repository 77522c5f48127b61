import { expect, it } from 'vitest';
import { hasPlaceholder, isPlaceholder } from './placeholder';

it.each([
  ['arn:${AWS::Partition}:states:::sqs:sendMessage', true],
  ['arn:aws:lambda:#{AWS::Region}:#{AWS::AccountId}:function:Resize', true],
  ['${max}', true],
  ['arn:aws:states:::sqs:sendMessage', false],
  ['{% $states.input %}', false],
  ['$.a', false],
  ['${}', false],
])('%s is filled in on deployment: %s', (text, expected) => {
  expect(hasPlaceholder(text)).toBe(expected);
});

it.each([
  ['${max}', true],
  [{ Ref: 'Queue' }, true],
  [{ 'Fn::GetAtt': ['Function', 'Arn'] }, true],
  [{ Ref: 'Queue', more: 1 }, false],
  [{ a: 1 }, false],
  [{}, false],
  [['${max}'], false],
  [7, false],
  [null, false],
])('%j is decided on deployment: %s', (value, expected) => {
  expect(isPlaceholder(value)).toBe(expected);
});
