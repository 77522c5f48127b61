/** A function as a signature shows it. */
export interface JsonataFunction {
  /** `?` ends the name of a parameter that may be left out, `...` begins that of any number. */
  readonly parameters: readonly string[];
  /** One sentence for completion and hover. */
  readonly help: string;
}

const rows: readonly (readonly [name: string, parameters: string, help: string])[] = [
  ['sum', 'numbers', 'The sum of a list of numbers.'],
  ['count', 'array', 'How many items there are; 0 of nothing.'],
  ['max', 'numbers', 'The greatest of a list of numbers.'],
  ['min', 'numbers', 'The least of a list of numbers.'],
  ['average', 'numbers', 'The mean of a list of numbers.'],
  ['string', 'value prettify?', 'The value as text: JSON of objects and lists.'],
  [
    'substring',
    'text start length?',
    'The part of a text from a place on, counted from 0; from the end where negative.',
  ],
  ['substringBefore', 'text mark', 'What stands before the first of a mark in a text; all of it where there is none.'],
  ['substringAfter', 'text mark', 'What stands after the first of a mark in a text; all of it where there is none.'],
  ['lowercase', 'text', 'The text in small letters.'],
  ['uppercase', 'text', 'The text in capital letters.'],
  ['length', 'text', 'How many characters a text has.'],
  ['trim', 'text', 'The text without blanks around it, and with one blank for several inside.'],
  ['pad', 'text width character?', 'The text filled up to a width, at its start where the width is negative.'],
  [
    'match',
    'text pattern limit?',
    'What of a text a regular expression matches: objects with match, index and groups.',
  ],
  ['contains', 'text pattern', 'Whether a text holds another one, or something that a regular expression matches.'],
  [
    'replace',
    'text pattern replacement limit?',
    'The text with what matches replaced by a text, or by what a function makes of it.',
  ],
  ['split', 'text separator limit?', 'The parts of a text between separators.'],
  ['join', 'texts separator?', 'A list of texts as one, with a separator between them.'],
  ['formatNumber', 'number picture options?', "The number as text by a picture such as '#,##0.00'."],
  ['formatBase', 'number radix?', 'The number as text in a base from 2 to 36.'],
  ['formatInteger', 'number picture', 'The integer as text: Roman numerals, words, ordinals.'],
  ['parseInteger', 'text picture', 'The integer that a text says in a picture.'],
  ['number', 'value', 'The number that a text or a boolean says.'],
  ['floor', 'number', 'The greatest integer that is not greater.'],
  ['ceil', 'number', 'The least integer that is not less.'],
  ['round', 'number precision?', 'The number rounded, halves to the even one.'],
  ['abs', 'number', 'The number without its sign.'],
  ['sqrt', 'number', 'The square root.'],
  ['power', 'base exponent', 'The base to the power of the exponent.'],
  ['random', 'seed?', 'A number from 0 up to and without 1. AWS takes a seed.'],
  ['boolean', 'value', 'The value as true or false: empty texts, lists and objects, 0 and null are false.'],
  ['not', 'value', 'The opposite of what the value is as a boolean.'],
  ['map', 'array function', 'What a function makes of each item of a list.'],
  ['zip', 'array ...arrays', 'Lists of the first items, the second items and so on of several lists.'],
  ['filter', 'array function', 'The items of a list that a function holds true for.'],
  [
    'single',
    'array function?',
    'The one item that a function holds true for; an error where there is not exactly one.',
  ],
  ['reduce', 'array function start?', 'One value out of a list: a function joins what there is with the next item.'],
  ['sift', 'object function', 'The members of an object that a function holds true for.'],
  ['keys', 'object', 'The names of the members of an object, or of the objects of a list.'],
  ['lookup', 'object key', 'The member of an object of a name.'],
  ['append', 'first second', 'Two lists as one.'],
  ['exists', 'value', 'Whether an expression gives a value.'],
  ['spread', 'object', 'An object as a list of objects of one member each.'],
  ['merge', 'objects', 'A list of objects as one; later members win.'],
  ['reverse', 'array', 'The list from its end to its start.'],
  ['each', 'object function', 'What a function makes of each member of an object.'],
  ['error', 'message?', 'Ends the expression with an error.'],
  ['assert', 'condition message?', 'Ends the expression with an error where a condition does not hold.'],
  [
    'type',
    'value',
    "The type of a value as text: 'null', 'number', 'string', 'boolean', 'array', 'object' or 'function'.",
  ],
  ['sort', 'array function?', 'The list in order; a function says of two items whether they change places.'],
  ['shuffle', 'array', 'The list in an order by chance.'],
  ['distinct', 'array', 'The list without items that occurred before.'],
  ['base64encode', 'text', 'The Base64 text of a text.'],
  ['base64decode', 'text', 'The text that a Base64 text stands for.'],
  ['encodeUrlComponent', 'text', 'The text with what a part of a URL may not hold escaped.'],
  ['encodeUrl', 'text', 'The text with what a URL may not hold escaped.'],
  ['decodeUrlComponent', 'text', 'The text of an escaped part of a URL.'],
  ['decodeUrl', 'text', 'The text of an escaped URL.'],
  ['toMillis', 'timestamp picture?', 'Milliseconds since 1970 of a time, in ISO 8601 or in a picture.'],
  ['fromMillis', 'number picture? timezone?', 'The time of milliseconds since 1970, in ISO 8601 or in a picture.'],
  ['clone', 'value', 'A copy of a value.'],
  ['now', 'picture? timezone?', 'The time now, in ISO 8601 or in a picture.'],
  ['millis', '', 'Milliseconds since 1970 now.'],
  ['partition', 'array size', 'The list in chunks of a size. A function of AWS.'],
  ['range', 'first last step', 'The numbers from a first to a last by a step. A function of AWS.'],
  ['hash', 'data algorithm', 'The MD5, SHA-1, SHA-256, SHA-384 or SHA-512 digest, in hexadecimal. A function of AWS.'],
  ['uuid', '', 'A random version 4 UUID. A function of AWS.'],
  ['parse', 'text', 'The value that a text of JSON says. A function of AWS.'],
];

/**
 * The functions that expressions of state machines may call, by name without `$`: those of JSONata 2.0.6, and those that
 * AWS adds. `$eval` is JSONata's and not there on AWS: calling it fails the state.
 * Source: AWS developer guide, "Transforming data with JSONata"; JSONata documentation, function library.
 */
export const jsonataFunctions: ReadonlyMap<string, JsonataFunction> = new Map(
  rows.map(([name, parameters, help]) => [name, { parameters: parameters === '' ? [] : parameters.split(' '), help }]),
);

export const functionNames: ReadonlySet<string> = new Set(jsonataFunctions.keys());

/** What JSONata has and AWS took away. */
export const missingFunction = 'eval';
