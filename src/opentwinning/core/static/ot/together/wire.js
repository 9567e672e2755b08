// @ts-check
/** Numbers and pieces of a message, as Yjs and our server write them. */

export const SYNC = 0;
export const AWARENESS = 1;
export const KEPT = 10;
export const REFUSED = 11;
export const STEP_1 = 0;
export const STEP_2 = 1;
export const UPDATE = 2;

/** @param {Uint8Array} data @param {number} at @returns {[number, number]} the number, the place behind it */
export function number(data, at) {
  let value = 0;
  let factor = 1;
  for (;;) {
    const byte = data[at++];
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at];
    factor *= 128;
  }
}

/** @param {Uint8Array} data @param {number} at */
export function block(data, at) {
  const [length, start] = number(data, at);
  return data.subarray(start, start + length);
}

/** @param {number[]} head @param {Uint8Array} body */
export function message(head, body) {
  const bytes = [...head];
  let length = body.length;
  while (length > 127) {
    bytes.push(128 | (length & 127));
    length = Math.floor(length / 128);
  }
  bytes.push(length);
  const whole = new Uint8Array(bytes.length + body.length);
  whole.set(bytes);
  whole.set(body, bytes.length);
  return whole;
}
