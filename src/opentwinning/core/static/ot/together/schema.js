// @ts-check
/**
 * What a page may hold. The server knows the same names (core/livetext) and makes the same markup
 * (core/richtext); tests/journeys/test_together.py compares every node.
 */
import {
  Collaboration, CollaborationCaret, Extension, Image, Node, StarterKit, Table, TableCell, TableHeader, TableRow, TaskItem, TaskList,
} from "../vendor/editor.min.js";

/** @param {(ref: string) => Promise<string>} addressOf the picture behind ``file:fil_…`` */
function picture(addressOf) {
  return Image.extend({
    addNodeView() {
      return (/** @type {any} */ { node }) => {
        const dom = document.createElement("img");
        dom.alt = node.attrs.alt ?? "";
        dom.className = "ot-cowriting__picture";
        addressOf(String(node.attrs.src ?? "")).then((address) => address && (dom.src = address));
        return { dom };
      };
    },
  }).configure({ inline: true });
}

/** Pictures side by side; each may be moved and deleted like a letter. */
const Gallery = Node.create({
  name: "gallery",
  group: "block",
  content: "image*",
  isolating: true,
  parseHTML: () => [{ tag: "div.ot-gallery" }],
  renderHTML: () => ["div", { class: "ot-gallery" }, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { $from } = this.editor.state.selection;
        if ($from.parent.type.name !== "gallery") return false;
        const below = $from.after();
        return this.editor.chain().insertContentAt(below, { type: "paragraph" }).focus(below + 1).run();
      },
    };
  },
});

/**
 * A block that is one thing: its values stand in ``data-`` attributes, its look is drawn by ``draw``.
 * @param {string} name @param {string} tag @param {string} css @param {string[]} held
 * @param {(dom: HTMLElement, held: Record<string, string>) => void} draw
 */
function thing(name, tag, css, held, draw) {
  const values = (/** @type {any} */ node) =>
    Object.fromEntries(held.map((each) => [each, String(node.attrs[each] ?? "")]));
  return Node.create({
    name,
    group: "block",
    atom: true,
    draggable: true,
    addAttributes: () =>
      Object.fromEntries(
        held.map((each) => [
          each,
          {
            default: null,
            parseHTML: (/** @type {HTMLElement} */ element) => element.getAttribute(`data-${each}`),
            renderHTML: (/** @type {any} */ attrs) => (attrs[each] ? { [`data-${each}`]: attrs[each] } : {}),
          },
        ]),
      ),
    parseHTML: () => [{ tag: `${tag}.${css}[data-${held[0]}]`, priority: 60 }],
    renderHTML: (/** @type {any} */ { HTMLAttributes, node }) =>
      [tag, { ...HTMLAttributes, class: css }, String(node.attrs.title ?? "")],
    addNodeView: () => (/** @type {any} */ { node }) => {
      const dom = document.createElement(tag);
      dom.className = css;
      draw(dom, values(node));
      return { dom };
    },
  });
}

/** @param {HTMLElement} parent @param {string} tag @param {string} css @param {string} words */
function part(parent, tag, css, words) {
  const made = document.createElement(tag);
  made.className = css;
  made.textContent = words;
  parent.append(made);
  return made;
}

/** @param {Page} page */
function things(page) {
  return [
    Gallery,
    thing("video", "figure", "ot-film", ["src", "title", "poster", "captions", "spoken"], (dom, held) => {
      const face = part(dom, "div", "ot-film__face", "");
      if (held.poster) {
        const image = document.createElement("img");
        image.alt = "";
        page.addressOf(held.poster).then((address) => address && (image.src = address));
        face.append(image);
      }
      part(dom, "figcaption", "", held.title);
    }),
    thing("file", "p", "ot-attached", ["src", "title"], (dom, held) => {
      part(dom, "span", "ot-attached__kind", page.file);
      part(dom, "span", "ot-attached__name", held.title);
    }),
    thing("embed", "figure", "ot-embed", ["src", "title"], (dom, held) => {
      const words = part(dom, "figcaption", "", "");
      part(words, "span", "ot-embed__name", held.title || held.src);
      part(words, "span", "ot-embed__site", held.src.replace(/^https:\/\/(www\.)?/, "").split("/")[0]);
    }),
  ];
}

const Tasks = TaskList.extend({
  renderHTML: () => ["ul", { class: "ot-tasks" }, 0],
  parseHTML: () => [{ tag: "ul.ot-tasks", priority: 60 }],
});

/** An item with a box that is pressed, also by keyboard. @param {string} name what the box is called */
function task(name) {
  return TaskItem.extend({
    renderHTML: (/** @type {any} */ { node }) => ["li", { "data-checked": String(node.attrs.checked) }, 0],
    parseHTML: () => [{ tag: "li[data-checked]", priority: 60 }],
  }).configure({ nested: true, a11y: { checkboxLabel: () => name } });
}

/** Deeper in a list and back by keys of their own, since Tab leaves the text. */
const Deeper = Extension.create({
  name: "deeper",
  addKeyboardShortcuts() {
    const each = (/** @type {string} */ act) => () =>
      ["listItem", "taskItem"].some((kind) => this.editor.commands[act](kind));
    return { "Mod-]": each("sinkListItem"), "Mod-[": each("liftListItem") };
  },
});

/** @typedef {{ addressOf: (ref: string) => Promise<string>, done: string, file: string }} Page */

/**
 * @param {any} shared the document of Yjs
 * @param {any} awareness
 * @param {Page} page
 */
export function extensions(shared, awareness, page) {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3, 4] },
      link: { openOnClick: false, HTMLAttributes: { target: null, rel: null, class: null } },
      underline: false,
      undoRedo: false,
    }),
    Deeper,
    picture(page.addressOf),
    ...things(page),
    Tasks,
    task(page.done),
    Table.configure({ resizable: false, renderWrapper: false }),
    TableRow,
    TableHeader.extend({ content: "paragraph" }),
    TableCell.extend({ content: "paragraph" }),
    Collaboration.configure({ document: shared, field: "default" }),
    CollaborationCaret.configure({ provider: { awareness }, user: {}, render: caret, selectionRender: () => ({ class: "ot-caret__selection" }) }),
  ];
}

/** Where somebody writes: a line in her colour, with her name. Styles are set one by one, since the
 * policy of the page allows no style attribute.
 * @param {{ name?: string, color?: string }} user */
function caret(user) {
  const line = document.createElement("span");
  line.className = "ot-caret";
  const name = document.createElement("span");
  name.className = "ot-caret__name";
  name.textContent = user.name ?? "";
  if (/^#[0-9a-f]{6}$/.test(user.color ?? "")) {
    line.style.borderColor = user.color ?? "";
    name.style.backgroundColor = user.color ?? "";
  }
  line.append(name);
  return line;
}
