// @ts-check
/** A question over a text: a dialog with fields, one button to insert, one to leave. */

/** @param {HTMLElement} bar @param {string} heading */
export function ask(bar, heading) {
  const dialog = document.createElement("dialog");
  dialog.className = "ot-dialog";
  const form = document.createElement("form");
  form.method = "dialog";
  form.noValidate = true;
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
        event.stopPropagation();
        if (act()) dialog.close();
      }),
  };
}

/** @param {HTMLElement} body @param {string} name @param {string} value */
export function input(body, name, value) {
  const field = document.createElement("input");
  field.className = "ot-input";
  field.dir = "auto";
  field.value = value;
  labelled(body, name, field);
  return field;
}

/** @param {HTMLElement} body @param {string} name @param {[string, string][]} options address and name
 * @param {string} value */
export function select(body, name, options, value) {
  const field = document.createElement("select");
  field.className = "ot-input";
  for (const [address, words] of options) field.add(new Option(words, address, false, address === value));
  labelled(body, name, field);
  return field;
}

/** @param {HTMLElement} body @param {string} name @param {HTMLElement} field */
function labelled(body, name, field) {
  const label = document.createElement("label");
  label.className = "ot-field__label";
  label.textContent = name;
  label.append(field);
  body.append(label);
}

/** Say below the fields what is wrong, and go there. @param {HTMLElement} field @param {string} words */
export function wrong(field, words) {
  const body = /** @type {HTMLElement} */ (field.closest(".ot-dialog__body"));
  let note = body.querySelector("[role=alert]");
  if (!note) {
    note = document.createElement("p");
    note.className = "ot-field__error";
    note.setAttribute("role", "alert");
    body.append(note);
  }
  note.textContent = words;
  field.setAttribute("aria-invalid", "true");
  field.focus();
}

/** @param {string} name @param {string} kind */
export function button(name, kind) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `ot-button ot-button--${kind}`;
  made.textContent = name;
  return made;
}
