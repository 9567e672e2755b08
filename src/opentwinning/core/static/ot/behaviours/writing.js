// @ts-check
/** What a page for writing needs: a form that saves itself, and the toolbar over its text. */
import * as autosave from "./autosave.js";
import * as toolbar from "./toolbar.js";

export { autosave, toolbar };
