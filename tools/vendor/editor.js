// What the editor of pages is made of; vendor.sh bundles it into one module for the browser.
// The markup each node and mark leaves is ours, since the server renders the same text:
// src/opentwinning/workspace/pages/static/pages/schema.js.
export { Editor, Extension, Mark, Node, mergeAttributes } from "@tiptap/core";
export { default as StarterKit } from "@tiptap/starter-kit";
export { Image } from "@tiptap/extension-image";
export { TaskItem, TaskList } from "@tiptap/extension-list";
export { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
export { Collaboration } from "@tiptap/extension-collaboration";
export { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
export * as Y from "yjs";
export { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
