// @ts-check
/** The tools over a text that several people write: one row of buttons, arrow keys inside it. */

/** @typedef {{ name: string, url: string, thumb?: string, alt?: string }} Picture */

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

/** @param {HTMLElement} bar @param {any} editor @param {Picture[]} pictures */
export function begin(bar, editor, pictures) {
  const buttons = /** @type {HTMLButtonElement[]} */ ([...bar.querySelectorAll("[data-ot-tool]")]);
  buttons.forEach((button, index) => (button.tabIndex = index ? -1 : 0));
  bar.hidden = false;
  bar.addEventListener("keydown", (event) => walk(event, buttons));
  bar.addEventListener("mousedown", (event) => event.preventDefault()); // the caret stays where it is
  bar.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-ot-tool]");
    const name = button?.getAttribute("data-ot-tool") ?? "";
    if (name === "link") link(bar, editor);
    else if (name === "image") picture(bar, editor, pictures);
    else if (name in TOOLS) TOOLS[name][0](editor.chain().focus()).run();
  });
  const show = () => {
    const inTable = editor.isActive("table");
    for (const button of buttons) {
      const name = button.dataset.otTool ?? "";
      const isOn = name === "link" ? editor.isActive("link") : TOOLS[name]?.[1]?.(editor);
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

/** @param {HTMLElement} bar @param {any} editor @param {Picture[]} pictures */
function picture(bar, editor, pictures) {
  const { dialog, body, insert } = ask(bar, bar.dataset.otTextPictures ?? "");
  const grid = document.createElement("div");
  grid.className = "ot-editor__images";
  if (!pictures.length) grid.textContent = bar.dataset.otTextNone ?? "";
  let chosen = /** @type {Picture | null} */ (null);
  for (const each of pictures) {
    const button = document.createElement("button");
    button.type = "button";
    const image = document.createElement("img");
    image.src = each.thumb ?? "";
    image.alt = each.alt || each.name;
    image.loading = "lazy";
    button.append(image);
    button.addEventListener("click", () => {
      chosen = each;
      alt.value ||= each.alt ?? "";
      for (const other of grid.children) other.setAttribute("aria-pressed", String(other === button));
      alt.focus();
    });
    grid.append(button);
  }
  body.append(grid);
  const alt = input(body, bar.dataset.otTextAlt ?? "", "");
  insert(() => {
    if (!chosen) return void grid.querySelector("button")?.focus();
    if (!alt.value.trim()) return void alt.focus();
    editor.chain().focus().setImage({ src: chosen.url, alt: alt.value.trim() }).run();
    return true;
  });
  dialog.showModal();
}

/** @param {HTMLElement} body @param {string} name @param {string} value */
function input(body, name, value) {
  const label = document.createElement("label");
  label.className = "ot-field__label";
  label.textContent = name;
  const field = document.createElement("input");
  field.className = "ot-input";
  field.dir = "auto";
  field.value = value;
  label.append(field);
  body.append(label);
  return field;
}

/** @param {HTMLElement} bar @param {string} heading */
function ask(bar, heading) {
  const dialog = document.createElement("dialog");
  dialog.className = "ot-dialog";
  const form = document.createElement("form");
  form.method = "dialog";
  const title = document.createElement("h2");
  title.className = "ot-dialog__title";
  title.id = "ot-ask";
  title.textContent = heading;
  dialog.setAttribute("aria-labelledby", title.id);
  const body = document.createElement("div");
  body.className = "ot-dialog__body";
  const acts = document.createElement("div");
  acts.className = "ot-actions";
  const yes = button(bar.dataset.otTextInsert ?? "", "primary");
  yes.type = "submit";
  const no = button(bar.dataset.otTextClose ?? "", "quiet");
  no.addEventListener("click", () => dialog.close());
  acts.append(yes, no);
  form.append(title, body, acts);
  dialog.append(form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  return {
    dialog,
    body,
    /** @param {() => true | void} act */
    insert: (act) =>
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (act()) dialog.close();
      }),
  };
}

/** @param {string} name @param {string} kind */
function button(name, kind) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `ot-button ot-button--${kind}`;
  made.textContent = name;
  return made;
}
