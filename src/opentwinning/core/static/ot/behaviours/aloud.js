// @ts-check
/**
 * Reads a part of the page aloud with a voice of the device, sentence by sentence, and marks the
 * sentence it reads. A second press stops. Where the device cannot speak the button stays hidden.
 */

/** @typedef {{ text: string, lang: string, range: Range }} Sentence */

const NAME = "ot-spoken";
let reading = 0; // a new number ends the reading that goes on

/** @param {HTMLElement} button */
export function start(button) {
  if (!("speechSynthesis" in window)) return;
  const label = button.querySelector("span") ?? button;
  const words = { read: label.textContent ?? "", stop: button.dataset.otTextStop ?? "" };
  const end = () => {
    reading += 1;
    speechSynthesis.cancel();
    mark(null);
    label.textContent = words.read;
    delete button.dataset.otSpeaking;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    if ("otSpeaking" in button.dataset) return end();
    const place = document.querySelector(button.dataset.otSpeak ?? "#main");
    if (!place) return;
    speechSynthesis.cancel();
    button.dataset.otSpeaking = "";
    label.textContent = words.stop || words.read;
    reading += 1;
    say(sentencesOf(place), reading, end);
  });
  window.addEventListener("pagehide", end);
}

/** @param {Sentence[]} left @param {number} mine @param {() => void} end */
function say(left, mine, end) {
  const next = left.shift();
  if (!next) return end();
  const words = new SpeechSynthesisUtterance(next.text);
  words.lang = next.lang;
  words.rate = 0.9;
  words.onend = () => mine === reading && say(left, mine, end);
  words.onerror = () => mine === reading && end();
  mark(next.range);
  speechSynthesis.speak(words);
}

/** Only the browser's own marking: the page itself is not changed. @param {Range | null} range */
function mark(range) {
  const marks = /** @type {any} */ (CSS).highlights;
  if (!marks) return;
  marks.delete(NAME);
  if (!range) return;
  marks.set(NAME, new /** @type {any} */ (window).Highlight(range));
  range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
}

/** What is seen, block by block. @param {Element} place @returns {Sentence[]} */
function sentencesOf(place) {
  /** @type {Map<Element, Text[]>} */
  const blocks = new Map();
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    const block = text.parentElement && isRead(text) && blockOf(text.parentElement);
    if (block) blocks.set(block, [...(blocks.get(block) ?? []), text]);
  }
  return [...blocks].flatMap(([block, texts]) => sentencesIn(block, texts));
}

/** @param {Text} text */
function isRead(text) {
  const holder = /** @type {Element} */ (text.parentElement);
  if (!text.data.trim() || holder.closest("script, style, svg, textarea, select, [data-ot-speak]")) return false;
  return holder.checkVisibility();
}

/** @param {Element} element @returns {Element} */
function blockOf(element) {
  const holder = element.parentElement;
  return getComputedStyle(element).display === "inline" && holder ? blockOf(holder) : element;
}

/** @param {Element} block @param {Text[]} texts @returns {Sentence[]} */
function sentencesIn(block, texts) {
  const holder = texts[0].parentElement?.closest("[lang]") ?? block;
  const lang = holder.getAttribute("lang") || document.documentElement.lang;
  const whole = texts.map((text) => text.data).join("");
  const found = [];
  for (const { segment, index } of new Intl.Segmenter(lang, { granularity: "sentence" }).segment(whole)) {
    const text = segment.trim();
    if (!text) continue;
    const range = document.createRange();
    const begin = index + segment.indexOf(text);
    range.setStart(...at(texts, begin));
    range.setEnd(...at(texts, begin + text.length));
    found.push({ text: text.replace(/\s+/g, " "), lang, range });
  }
  return found;
}

/** @param {Text[]} texts @param {number} offset @returns {[Text, number]} */
function at(texts, offset) {
  let rest = offset;
  for (const text of texts) {
    if (rest <= text.length) return [text, rest];
    rest -= text.length;
  }
  const last = texts[texts.length - 1];
  return [last, last.length];
}
