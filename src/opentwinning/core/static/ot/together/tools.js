// @ts-check
/** The tools over a text that several people write: one row of buttons, arrow keys inside it. */
import { ask, input } from "./ask.js";
import { PIECES } from "./pieces.js";

/** @type {Record<string, [(chain: any) => any, ((editor: any) => boolean)?]>} what a tool does, and when it is on */
const TOOLS = {
  bold: [(chain) => chain.toggleBold(), (editor) => editor.isActive("bold")],
  italic: [(chain) => chain.toggleItalic(), (editor) => editor.isActive("italic")],
  heading: [(chain) => chain.toggleHeading({ level: 2 }), (editor) => editor.isActive("heading", { level: 2 })],
  subheading: [(chain) => chain.toggleHeading({ level: 3 }), (editor) => editor.isActive("heading", { level: 3 })],
  list: [(chain) => chain.toggleBulletList(), (editor) => editor.isActive("bulletList")],
  numbers: [(chain) => chain.toggleOrderedList(), (editor) => editor.isActive("orderedList")],
  tasks: [(chain) => chain.toggleTaskList(), (editor) => editor.isActive("taskList")],
  quote: [(chain) => chain.toggleBlockquote(), (editor) => editor.isActive("blockquote")],
  line: [(chain) => chain.setHorizontalRule()],
  table: [(chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }), (editor) => editor.isActive("table")],
  row: [(chain) => chain.addRowAfter()],
  column: [(chain) => chain.addColumnAfter()],
  "row-away": [(chain) => chain.deleteRow()],
  "column-away": [(chain) => chain.deleteColumn()],
  "table-away": [(chain) => chain.deleteTable()],
  undo: [(chain) => chain.undo()],
  redo: [(chain) => chain.redo()],
};

/** @param {HTMLElement} bar @param {any} editor */
export function begin(bar, editor) {
  const buttons = /** @type {HTMLButtonElement[]} */ ([...bar.querySelectorAll("[data-ot-tool]")]);
  buttons.forEach((button, index) => (button.tabIndex = index ? -1 : 0));
  bar.hidden = false;
  bar.addEventListener("keydown", (event) => walk(event, buttons));
  bar.addEventListener("mousedown", (event) => event.preventDefault()); // the caret stays where it is
  bar.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-ot-tool]");
    const name = button?.getAttribute("data-ot-tool") ?? "";
    if (name === "link") link(bar, editor);
    else if (name in PIECES) piece(bar, editor, name);
    else if (name in TOOLS) TOOLS[name][0](editor.chain().focus()).run();
  });
  const show = () => {
    const inTable = editor.isActive("table");
    for (const button of buttons) {
      const name = button.dataset.otTool ?? "";
      const isOn = name === "link" || name in PIECES ? editor.isActive(name) : TOOLS[name]?.[1]?.(editor);
      if (isOn !== undefined) button.setAttribute("aria-pressed", String(isOn));
      if ("otInTable" in button.dataset) button.hidden = !inTable;
    }
  };
  editor.on("transaction", show);
  show();
}

/** @param {KeyboardEvent} event @param {HTMLButtonElement[]} all */
function walk(event, all) {
  const buttons = all.filter((button) => !button.hidden);
  const here = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const step = document.dir === "rtl" ? -1 : 1;
  const to = { ArrowRight: here + step, ArrowLeft: here - step, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || here < 0) return;
  event.preventDefault();
  const next = buttons[(to + buttons.length) % buttons.length];
  all.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
  next.focus();
}

/** @param {HTMLElement} bar @param {any} editor */
async function link(bar, editor) {
  const given = String(editor.getAttributes("link").href ?? "");
  const { dialog, body, insert } = ask(bar, bar.dataset.otTextAddress ?? "");
  const field = input(body, bar.dataset.otTextAddress ?? "", given || "https://");
  field.type = "url";
  insert(() => {
    const address = field.value.trim();
    const chain = editor.chain().focus().extendMarkRange("link");
    if (!address || address === "https://") chain.unsetLink().run();
    else if (editor.state.selection.empty && !given) {
      chain.insertContent({ type: "text", text: address, marks: [{ type: "link", attrs: { href: address } }] }).run();
    } else chain.setLink({ href: address }).run();
    return true;
  });
  dialog.showModal();
  field.select();
}

/** A block that holds more than words: a new one, or the chosen one anew.
 * @param {HTMLElement} bar @param {any} editor @param {string} name */
function piece(bar, editor, name) {
  const { $from, from, to } = editor.state.selection;
  const chosen = editor.state.selection.node?.type.name === name;
  const inside = $from.parent.type.name === name;
  const given = chosen ? editor.state.selection.node.toJSON() : inside ? $from.parent.toJSON() : null;
  const place = inside ? { from: $from.before(), to: $from.after() } : chosen ? { from, to } : null;
  PIECES[name](bar, given, (block) => {
    const chain = editor.chain().focus();
    if (place) chain.insertContentAt(place, block).run();
    else if (block.type === "image") chain.insertContent(block).run();
    else chain.insertContent([block, { type: "paragraph" }]).run();
  });
}
