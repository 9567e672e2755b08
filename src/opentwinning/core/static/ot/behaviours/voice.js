// @ts-check
/**
 * Speak instead of writing: record, listen, record again. What was recorded lies in the file field
 * beside the files somebody chose, and goes with the form like them.
 */

// What every browser plays comes first.
const KINDS = [
  ["audio/mp4", "m4a"],
  ["audio/webm", "weba"],
  ["audio/ogg", "ogg"],
];

/** @param {HTMLElement} root */
export function start(root) {
  const field = /** @type {HTMLInputElement | null} */ (
    document.getElementById(root.dataset.otVoice ?? "")
  );
  const kind = window.MediaRecorder && KINDS.find(([type]) => MediaRecorder.isTypeSupported(type));
  if (field && kind && navigator.mediaDevices) new Voice(root, field, kind).begin();
}

class Voice {
  /** @param {HTMLElement} root @param {HTMLInputElement} field @param {string[]} kind */
  constructor(root, field, [type, ending]) {
    this.root = root;
    this.field = field;
    this.type = type;
    this.ending = ending;
    this.longest = Number(root.dataset.otLongest) * 1000;
    const part = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (root.querySelector(`[data-ot-voice-${name}]`));
    this.record = part("record");
    this.stop = part("stop");
    this.away = part("away");
    this.state = part("state");
    this.sound = /** @type {HTMLAudioElement} */ (part("play"));
    /** @type {File | null} */
    this.file = null;
    /** @type {MediaRecorder | null} */
    this.recorder = null;
    this.since = 0;
  }

  begin() {
    this.root.hidden = false;
    this.record.addEventListener("click", () => this.speak());
    this.stop.addEventListener("click", () => this.recorder?.stop());
    this.away.addEventListener("click", () => this.forget());
    // Choosing other files replaces all of a field; what was recorded stays with them.
    this.field.addEventListener("change", () => this.keep());
    window.addEventListener("pagehide", () => this.recorder?.stop());
  }

  async speak() {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      this.state.textContent = this.root.dataset.otBlocked ?? "";
      return;
    }
    this.forget();
    /** @type {Blob[]} */
    const pieces = [];
    this.recorder = new MediaRecorder(stream, { mimeType: this.type });
    this.recorder.ondataavailable = (event) => pieces.push(event.data);
    this.recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      this.have(new Blob(pieces, { type: this.type }));
    };
    this.recorder.start();
    this.since = Date.now();
    this.shows(true);
    this.stop.focus();
    this.count();
  }

  /** Says how long it is now, and ends it in time. */
  count() {
    if (this.recorder?.state !== "recording") return;
    const passed = Date.now() - this.since;
    const words = this.root.dataset.otRecording ?? "";
    this.state.textContent = words.replace("{seconds}", String(Math.floor(passed / 1000)));
    if (passed >= this.longest) this.recorder.stop();
    else window.setTimeout(() => this.count(), 1000);
  }

  /** @param {boolean} speaking */
  shows(speaking) {
    this.record.hidden = speaking;
    this.stop.hidden = !speaking;
    this.away.hidden = this.sound.hidden = speaking || !this.file;
  }

  /** @param {Blob} sound */
  have(sound) {
    const name = `${this.root.dataset.otName}.${this.ending}`;
    this.file = new File([sound], name, { type: this.type });
    this.sound.src = URL.createObjectURL(sound);
    this.state.textContent = this.root.dataset.otReady ?? "";
    this.shows(false);
    this.keep();
    this.record.focus();
  }

  keep() {
    const files = [...(this.field.files ?? [])];
    if (!this.file || files.includes(this.file)) return;
    this.put([...files, this.file]);
  }

  forget() {
    if (!this.file) return;
    const gone = this.file;
    this.file = null;
    URL.revokeObjectURL(this.sound.src);
    this.put([...(this.field.files ?? [])].filter((each) => each !== gone));
    this.state.textContent = "";
    this.shows(false);
  }

  /** @param {File[]} files */
  put(files) {
    const held = new DataTransfer();
    for (const file of files) held.items.add(file);
    this.field.files = held.files;
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
