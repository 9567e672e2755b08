// @ts-check
/** Drop or paste files onto a file field; the button does the same. */

/** @param {HTMLElement} zone */
export function start(zone) {
  const field = /** @type {HTMLInputElement | null} */ (zone.querySelector("input[type=file]"));
  const names = zone.querySelector("[data-ot-drop-names]");
  if (!field) return;
  const say = () => {
    const files = [...(field.files ?? [])];
    if (!names) return;
    const several = (zone.dataset.otTextChosen ?? "").replace("{count}", String(files.length));
    names.textContent = files.length > 1 ? several : "";
  };
  /** @param {FileList | undefined} files */
  const take = (files) => {
    if (!files?.length) return;
    const held = new DataTransfer();
    for (const file of field.multiple ? files : [files[0]]) held.items.add(file);
    field.files = held.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  for (const kind of ["dragenter", "dragover"]) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("ot-drop--over");
    });
  }
  zone.addEventListener("dragleave", () => zone.classList.remove("ot-drop--over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("ot-drop--over");
    take(event.dataTransfer?.files);
  });
  document.addEventListener("paste", (event) => {
    const typing = /** @type {Element} */ (event.target).closest("textarea, input:not([type=file])");
    if (!typing && zone.isConnected) take(event.clipboardData?.files);
  });
  field.addEventListener("change", say);
}
