// @ts-check
/**
 * Blocks that hold more than words: pictures side by side, a film, a file, another site. Each is asked for in a
 * dialog and comes back as a node of the editor; ``markdown`` writes it as core/blocks.py reads it.
 */
import { ask, input, select, wrong } from "./ask.js";

/** @typedef {{ name: string, url: string, thumb?: string, alt?: string, size?: string }} Offered */
/** @typedef {{ type: string, attrs?: Record<string, string>, content?: any[] }} Block */
/** @typedef {(block: Block) => void} Done */

/** @type {Record<string, (bar: HTMLElement, given: Block | null, done: Done) => Promise<void>>} */
export const PIECES = { image, gallery, video, file, embed };

/** @param {HTMLElement} bar @param {string} kind @returns {Promise<Offered[]>} what may be chosen */
async function offered(bar, kind = "image") {
  const address = bar.dataset.otImages ?? "";
  try {
    const response = await fetch(`${address}?kind=${kind}`, { headers: { Accept: "application/json" } });
    return response.ok ? await response.json() : [];
  } catch {
    return [];
  }
}

/** @param {Offered} picture */
function face(picture) {
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-pressed", "false");
  const image = document.createElement("img");
  image.src = picture.thumb ?? "";
  image.alt = picture.alt || picture.name;
  image.loading = "lazy";
  button.append(image);
  return button;
}

/** One picture and what is in it.
 * @param {HTMLElement} bar @param {Block | null} given @param {Done} done */
async function image(bar, given, done) {
  const words = bar.dataset;
  const found = await offered(bar);
  const { dialog, body, insert } = ask(bar, words.otTextPictures ?? "");
  const grid = document.createElement("div");
  grid.className = "ot-editor__images";
  if (!found.length) grid.textContent = words.otTextNone ?? "";
  body.append(grid);
  const alt = input(body, words.otTextAlt ?? "", given?.attrs?.alt ?? "");
  let chosen = given?.attrs?.src ?? "";
  for (const picture of found) {
    const button = face(picture);
    button.setAttribute("aria-pressed", String(picture.url === chosen));
    button.addEventListener("click", () => {
      chosen = picture.url;
      alt.value ||= picture.alt ?? "";
      for (const other of grid.children) other.setAttribute("aria-pressed", String(other === button));
      alt.focus();
    });
    grid.append(button);
  }
  insert(() => {
    if (!chosen) return void grid.querySelector("button")?.focus();
    if (!alt.value.trim()) return wrong(alt, words.otTextDescribe ?? "");
    done({ type: "image", attrs: { src: chosen, alt: alt.value.trim() } });
    return true;
  });
  dialog.showModal();
}

/** @param {HTMLElement} bar @param {Block | null} given @param {Done} done */
async function gallery(bar, given, done) {
  const words = bar.dataset;
  const found = await offered(bar);
  const { dialog, body, insert } = ask(bar, words.otTextGallery ?? "");
  const grid = document.createElement("div");
  grid.className = "ot-editor__images";
  if (!found.length) grid.textContent = words.otTextNone ?? "";
  const list = document.createElement("ol");
  list.className = "ot-editor__chosen";
  body.append(grid, list);
  /** @type {Map<string, { item: HTMLElement, field: HTMLInputElement }>} */
  const chosen = new Map();
  const describe = (/** @type {Offered} */ picture, /** @type {string} */ alt) => {
    const item = document.createElement("li");
    const field = input(item, `${words.otTextAlt ?? ""} (${picture.name})`, alt);
    list.append(item);
    chosen.set(picture.url, { item, field });
    return field;
  };
  const before = new Map((given?.content ?? []).map((each) => [each.attrs?.src, each.attrs?.alt ?? ""]));
  for (const [url, alt] of before) {
    describe(found.find((each) => each.url === url) ?? { name: alt || url, url }, alt);
  }
  for (const picture of found) {
    const button = face(picture);
    button.setAttribute("aria-pressed", String(chosen.has(picture.url)));
    button.addEventListener("click", () => {
      const here = chosen.get(picture.url);
      here?.item.remove();
      if (here) chosen.delete(picture.url);
      else describe(picture, picture.alt ?? "");
      button.setAttribute("aria-pressed", String(!here));
    });
    grid.append(button);
  }
  insert(() => {
    if (!chosen.size) return void grid.querySelector("button")?.focus();
    const bare = [...chosen.values()].find(({ field }) => !field.value.trim());
    if (bare) return wrong(bare.field, words.otTextDescribe ?? "");
    const content = [...chosen].map(([src, { field }]) => ({ type: "image", attrs: { src, alt: field.value.trim() } }));
    done({ type: "gallery", content });
    return true;
  });
  dialog.showModal();
}

/** @param {HTMLElement} bar @param {Block | null} given @param {Done} done */
async function video(bar, given, done) {
  const words = bar.dataset;
  const [films, pictures, texts] = await Promise.all([offered(bar, "video"), offered(bar), offered(bar, "vtt")]);
  const { dialog, body, insert } = ask(bar, words.otTextVideo ?? "");
  const attrs = given?.attrs ?? {};
  const film = oneOf(bar, body, words.otTextFilm ?? "", films, attrs.src);
  const title = input(body, words.otTextTitle ?? "", attrs.title ?? "");
  const poster = perhaps(bar, body, words.otTextPoster ?? "", pictures, attrs.poster);
  const captions = perhaps(bar, body, words.otTextCaptions ?? "", texts, attrs.captions);
  const spoken = input(body, words.otTextSpoken ?? "", attrs.spoken ?? "");
  insert(() => {
    if (!film.value) return wrong(film, words.otTextNothing ?? "");
    if (!title.value.trim()) return wrong(title, words.otTextNameit ?? "");
    const said = { poster: poster.value, captions: captions.value, spoken: captions.value && spoken.value.trim() };
    const kept = Object.fromEntries(Object.entries(said).filter(([, value]) => value));
    done({ type: "video", attrs: { src: film.value, title: title.value.trim(), ...kept } });
    return true;
  });
  dialog.showModal();
}

/** @param {HTMLElement} bar @param {Block | null} given @param {Done} done */
async function file(bar, given, done) {
  const words = bar.dataset;
  const files = await offered(bar, "any");
  const { dialog, body, insert } = ask(bar, words.otTextFile ?? "");
  const chosen = oneOf(bar, body, words.otTextWhich ?? "", files, given?.attrs?.src);
  const title = input(body, words.otTextTitle ?? "", given?.attrs?.title ?? "");
  chosen.addEventListener("change", () => {
    const name = files.find((each) => each.url === chosen.value)?.name ?? "";
    title.value ||= name.replace(/\.[^.]+$/, "");
  });
  insert(() => {
    if (!chosen.value) return wrong(chosen, words.otTextNothing ?? "");
    if (!title.value.trim()) return wrong(title, words.otTextNameit ?? "");
    done({ type: "file", attrs: { src: chosen.value, title: title.value.trim() } });
    return true;
  });
  dialog.showModal();
}

/** @param {HTMLElement} bar @param {Block | null} given @param {Done} done */
async function embed(bar, given, done) {
  const words = bar.dataset;
  const { dialog, body, insert } = ask(bar, words.otTextEmbed ?? "");
  const hint = document.createElement("p");
  hint.textContent = words.otTextSites ?? "";
  body.append(hint);
  const address = input(body, words.otTextAddress ?? "", given?.attrs?.src ?? "https://");
  address.type = "url";
  const title = input(body, words.otTextTitle ?? "", given?.attrs?.title ?? "");
  insert(() => {
    const src = address.value.trim().replace(/[()<>\\"\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
    if (!/^https:\/\/[^/]+\.[^/]+/.test(src)) return wrong(address, words.otTextHttps ?? "");
    if (!title.value.trim()) return wrong(title, words.otTextNameit ?? "");
    done({ type: "embed", attrs: { src, title: title.value.trim() } });
    return true;
  });
  dialog.showModal();
}

/** One of the files; when there is none, it says where they come from.
 * @param {HTMLElement} bar @param {HTMLElement} body @param {string} name @param {Offered[]} files @param {string} [value] */
function oneOf(bar, body, name, files, value) {
  const first = files.length ? bar.dataset.otTextChoose : bar.dataset.otTextNofiles;
  return select(body, name, [["", first ?? ""], ...options(files, value)], value ?? "");
}

/** @param {HTMLElement} bar @param {HTMLElement} body @param {string} name @param {Offered[]} files @param {string} [value] */
function perhaps(bar, body, name, files, value) {
  return select(body, name, [["", bar.dataset.otTextWithout ?? ""], ...options(files, value)], value ?? "");
}

/** @param {Offered[]} files @param {string} [value] @returns {[string, string][]} */
function options(files, value) {
  /** @type {[string, string][]} */
  const found = files.map((each) => [each.url, each.size ? `${each.name} (${each.size})` : each.name]);
  return value && !files.some((each) => each.url === value) ? [...found, [value, value]] : found;
}

/** @param {Block} block @returns {string} */
export function markdown(block) {
  if (block.type === "image") return `!${link(block.attrs?.alt ?? "", block.attrs?.src ?? "")}`;
  const { src = "", title = "", poster = "", captions = "", spoken = "" } = block.attrs ?? {};
  const lines = (block.content ?? []).map((each) => `!${link(each.attrs.alt ?? "", each.attrs.src)}`);
  if (src) lines.push(link(title, src));
  if (poster) lines.push(`!${link(title, poster)}`);
  if (captions) lines.push(link(spoken, captions));
  return [`:::${block.type}`, ...lines, ":::"].join("\n");
}

/** @param {string} words @param {string} address */
function link(words, address) {
  return `[${words.replace(/[\\`*_[\]<>&~!]/g, "\\$&")}](${address})`;
}
