// @ts-check
/**
 * What a page may hold. The server knows the same names (core/livetext) and makes the same markup
 * (core/richtext); tests/journeys/test_together.py compares every node.
 */
import {
  Collaboration, CollaborationCaret, Extension, Image, StarterKit, Table, TableCell, TableHeader, TableRow, TaskItem, TaskList,
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

/**
 * @param {any} shared the document of Yjs
 * @param {any} awareness
 * @param {{ addressOf: (ref: string) => Promise<string>, done: string }} page
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
