// @ts-check
/** The one entry: marks that script runs, then loads only the behaviours this page asks for. */

document.documentElement.classList.add("ot-js");
