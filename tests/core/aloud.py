"""A page to be read aloud, and a voice that writes down what it says."""

ALOUD = """{% load ot %}{% include "core/aloud.html" %}
<p id="told">Our river is <em>green. It</em> is long.</p>
<p lang="sl">Reka je lepa.</p><p hidden>Nobody hears this.</p>"""
VOICE = """
window.said = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
const voice = { speak(words) { this.last = words; said.push(`${words.lang}: ${words.text}`); },
  cancel() { this.last = null; } };
Object.defineProperty(window, "speechSynthesis", { value: voice, configurable: true });
window.marked = () => [...(CSS.highlights.get("ot-spoken") ?? [])].map(String).join();"""
