// What the bundle of vendor.sh exports; typed loosely, since its own types stay with its sources.
export const Editor: any, Extension: any, Mark: any, Node: any, mergeAttributes: any;
export const StarterKit: any, Image: any, TaskItem: any, TaskList: any;
export const Table: any, TableCell: any, TableHeader: any, TableRow: any;
export const Collaboration: any, CollaborationCaret: any, Y: any;
export const Awareness: any, applyAwarenessUpdate: any, encodeAwarenessUpdate: any, removeAwarenessStates: any;
