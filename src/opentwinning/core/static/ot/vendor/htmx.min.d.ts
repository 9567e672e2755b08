// For the type checker: htmx is loaded for its effect; nothing is imported from it.
export {};
