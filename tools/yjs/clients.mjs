// Reference clients of Yjs on one document. What to do comes as JSON in the first argument:
//   {"work": "wander" | "journal", "nodes": ["ws://…/live/page"], "ref": "pag_…", "origin": "…",
//    "people": [{"cookie": "…", "ticket": "…"}], "clients": 6, "seconds": 12, "seed": 1}
// The result goes to the standard output as one line of JSON.
import { readFileSync } from "node:fs";
import * as Y from "yjs";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import { readVarUint } from "lib0/decoding";

const asked = process.argv[2]; // or the name of a file with it, behind an @
const told = JSON.parse(asked.startsWith("@") ? readFileSync(asked.slice(1), "utf8") : asked);
process.setMaxListeners(0); // each client listens for the end of this process
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
let state = told.seed >>> 0 || 1;
function chance(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

function client(number, ref = told.ref, person = told.people[number % told.people.length]) {
  class Socket extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols, { headers: { cookie: person.cookie, origin: told.origin, "x-forwarded-for": person.from ?? "" } });
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(told.nodes[number % told.nodes.length], ref, doc, {
    WebSocketPolyfill: Socket,
    protocols: ["opentwinning", person.ticket],
    disableBc: true,
    maxBackoffTime: 400,
  });
  const made = { doc, provider, kept: 0, number };
  provider.messageHandlers[10] = (_encoder, decoder) => (made.kept = readVarUint(decoder));
  provider.messageHandlers[11] = () => {};
  provider.awareness.setLocalStateField("user", { name: `false name ${number}` });
  return made;
}

const body = (doc) => doc.getXmlFragment("default");

// No signs outside the basic plane: a place between their two halves makes the reference differ too.
function act({ doc, number }, step) {
  const all = body(doc);
  const kind = chance(10);
  if (kind < 3 || all.length === 0) {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(`c${number} s${step} žluťoučký `)]);
    all.insert(chance(all.length + 1), [paragraph]);
    return;
  }
  const element = all.get(chance(all.length));
  const text = element instanceof Y.XmlElement ? element.get(0) : undefined;
  if (kind === 3 && all.length > 4) all.delete(chance(all.length), 1);
  else if (text instanceof Y.XmlText && kind < 7) text.insert(chance(text.length + 1), `${number}.${step} `);
  else if (text instanceof Y.XmlText && text.length > 2 && kind < 9) {
    text.format(chance(text.length - 1), 2, { bold: chance(2) ? {} : null });
  } else if (text instanceof Y.XmlText && text.length > 6) text.delete(chance(text.length - 3), 2);
}

const shown = (doc) => body(doc).toString();
const vector = (doc) => Buffer.from(Y.encodeStateVector(doc)).toString("base64");
const sorted = (doc) => JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort((a, b) => a[0] - b[0]));

async function agreed(clients, seconds) {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    const first = clients[0];
    const same = clients.every(
      (each) => each.provider.synced && shown(each.doc) === shown(first.doc) && sorted(each.doc) === sorted(first.doc),
    );
    if (same) return true;
    await sleep(100);
  }
  return false;
}

/** Everybody writes at random, lines break at random; in the end all must hold the same. */
async function wander() {
  const clients = Array.from({ length: told.clients }, (_, number) => client(number));
  const until = Date.now() + told.seconds * 1000;
  let step = 0;
  while (Date.now() < until) {
    const one = clients[chance(clients.length)];
    if (chance(100) < 4) {
      if (one.provider.shouldConnect) one.provider.disconnect();
      else one.provider.connect();
    } else act(one, step++);
    await sleep(chance(12));
  }
  for (const each of clients) each.provider.connect();
  const same = await agreed(clients, 25);
  await sleep(1500);
  const fresh = client(told.clients);
  const alsoFresh = await agreed([...clients, fresh], 15);
  await sleep(500);
  const others = [...fresh.provider.awareness.getStates()].filter(([id]) => id !== fresh.doc.clientID);
  const names = others.map(([, each]) => each.user?.name ?? "");
  return {
    same, fresh: alsoFresh, steps: step, length: shown(fresh.doc).length, xml: shown(fresh.doc), names,
    sizes: clients.map((each) => [shown(each.doc).length, each.provider.synced, vector(each.doc).length]),
  };
}

const ready = (clients, seconds) => until(() => clients.every((each) => each.provider.synced), seconds);
async function until(is, seconds) {
  const end = Date.now() + seconds * 1000;
  while (!is() && Date.now() < end) await sleep(20);
  return is();
}
const part = (values, share) => values.sort((a, b) => a - b)[Math.floor(values.length * share)] ?? null;

/** Lines of their own, written at a steady pace; how long until the neighbour has each letter. */
async function paced(clients, rate, seconds) {
  const mark = (number) => `writer ${number}: `;
  const line = (one, number) =>
    body(one.doc).toArray().map((each) => each.get(0)).find((text) => `${text}`.startsWith(mark(number)));
  clients.forEach((one, number) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(mark(number))]);
    body(one.doc).insert(body(one.doc).length, [paragraph]);
  });
  const all = clients.map((_, number) => number);
  const whole = await until(() => clients.every((one) => all.every((number) => line(one, number))), 20);
  if (!whole) throw new Error("the lines did not reach everybody");
  const waits = [];
  const sent = clients.map(() => []);
  clients.forEach((_, number) => {
    const seen = line(clients[(number + 1) % clients.length], number);
    seen.observe(() => {
      while (sent[number].length && sent[number][0][0] <= seen.length) {
        waits.push(performance.now() - sent[number].shift()[1]);
      }
    });
  });
  console.log(JSON.stringify({ begins: true }));
  const end = performance.now() + seconds * 1000;
  let edits = 0;
  while (performance.now() < end) {
    const number = edits++ % clients.length;
    const text = line(clients[number], number);
    sent[number].push([text.length + 1, performance.now()]);
    text.insert(text.length, "x");
    await sleep(1000 / (rate * clients.length));
  }
  await until(() => sent.every((each) => each.length === 0), 10);
  console.log(JSON.stringify({ ends: true }));
  const lost = sent.flat().length;
  return { edits, lost, p50: part(waits, 0.5), p95: part(waits, 0.95) };
}

/** Several write one page. */
async function pace() {
  const clients = Array.from({ length: told.clients }, (_, number) => client(number));
  if (!(await ready(clients, 20))) throw new Error("not everybody came in");
  return paced(clients, told.rate, told.seconds);
}

/** Many pages are open at once, and two people write one of them. */
async function hold() {
  const began = performance.now();
  const clients = [];
  for (const [number, seat] of told.seats.entries()) {
    clients.push(client(number, seat.ref, seat));
    if (number % 20 === 19) await sleep(40);
  }
  const came = await ready(clients, 90);
  const opened = performance.now() - began;
  const neighbours = clients.filter((_, number) => told.seats[number].ref === told.seats[0].ref).slice(0, 2);
  await sleep(2000);
  const open = clients.filter((each) => each.provider.wsconnected && each.provider.synced).length;
  return { came, open, opened, ...(await paced(neighbours, 2, told.seconds)) };
}

/** One writer, who notes each line that was called kept and then vanishes without a word. */
async function journal() {
  const one = client(0);
  const kept = [];
  const until = Date.now() + told.seconds * 1000;
  const sent = () => one.sent ?? 0;
  one.sent = 0;
  one.provider.on("sync", (yes) => yes && (one.ready = true));
  while (!one.ready && Date.now() < until) await sleep(10);
  const start = one.kept; // the answer to the first question counts too
  let line = 0;
  while (Date.now() < until) {
    const words = `${told.seed}-${line++}`;
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    const before = one.kept;
    body(one.doc).insert(body(one.doc).length, [paragraph]);
    const patience = Date.now() + 3000;
    while (one.kept === before && Date.now() < patience && one.provider.wsconnected) await sleep(5);
    if (one.kept === before) break;
    // The first "kept" after a line may be that of the line before; the second one is its own.
    const again = one.kept;
    const next = new Y.XmlElement("paragraph");
    next.insert(0, [new Y.XmlText(".")]);
    body(one.doc).insert(body(one.doc).length, [next]);
    while (one.kept === again && Date.now() < patience && one.provider.wsconnected) await sleep(5);
    if (one.kept === again) break;
    kept.push(words);
    console.log(JSON.stringify({ kept: words }));
  }
  return { kept, start, sent: sent() };
}

const result = await { wander, journal, pace, hold }[told.work]();
console.log(JSON.stringify(result));
process.exit(0);
