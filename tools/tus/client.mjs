// The public client of tus on one file, over a line that is cut at random. What to do comes as JSON in
// the first argument:
//   {"port": 8000, "creation": "/spaces/…/files/uploads/", "headers": {…}, "metadata": {…},
//    "path": "film.mp4", "piece": 1048576, "cuts": 5, "seed": 1}
// Prints {"at": bytes} now and then, and at the end {"done": true, "cuts": n, "url": "…"}.
import fs from "node:fs";
import net from "node:net";
import * as tus from "tus-js-client";

const told = JSON.parse(process.argv[2]);
let state = told.seed >>> 0 || 1;
function chance(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

// A line of its own between the client and the site: only here it can be cut.
const lines = new Set();
const line = net.createServer((near) => {
  const far = net.connect(told.port, "127.0.0.1");
  for (const end of [near, far]) {
    lines.add(end);
    end.on("error", () => {});
    end.on("close", () => {
      lines.delete(end);
      near.destroy();
      far.destroy();
    });
  }
  near.pipe(far);
  far.pipe(near);
});
await new Promise((ready) => line.listen(0, "127.0.0.1", ready));

const size = fs.statSync(told.path).size;
const places = Array.from({ length: told.cuts }, () => chance(size)).sort((a, b) => a - b);
let cuts = 0;
let said = 0;

function cutAt(sent) {
  if (cuts < places.length && sent >= places[cuts]) {
    cuts += 1;
    for (const end of [...lines]) end.destroy();
  }
}

const upload = new tus.Upload(fs.createReadStream(told.path), {
  endpoint: `http://127.0.0.1:${line.address().port}${told.creation}`,
  headers: told.headers,
  metadata: told.metadata,
  chunkSize: told.piece || Infinity,
  uploadSize: size,
  retryDelays: Array.from({ length: 60 }, () => 200),
  storeFingerprintForResuming: false,
  onShouldRetry: (problem) => ![400, 403, 404, 413, 415, 422].includes(problem.originalResponse?.getStatus()),
  onProgress: (sent) => {
    if (sent - said >= 1_000_000) console.log(JSON.stringify({ at: (said = sent) }));
    cutAt(sent);
  },
  onError: (problem) => {
    console.error(String(problem));
    process.exit(1);
  },
  onSuccess: () => {
    console.log(JSON.stringify({ done: true, cuts, url: upload.url }));
    process.exit(0);
  },
});
upload.start();
