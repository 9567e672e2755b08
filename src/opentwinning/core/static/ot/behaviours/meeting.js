// @ts-check
/**
 * A small meeting: everybody's browser connects with everybody's. The page asks every two seconds
 * who is there and carries offers and answers; the server says whom to connect with, and a page it
 * does not hear from hangs up. Who offers when is settled as in "perfect negotiation" (WebRTC §10.7).
 */

const EVERY = 2000;
const SOON = 250;
const LOST = 12000;
const WANTED = { audio: true, video: { width: { ideal: 640 }, height: { ideal: 360 } } };

/** @param {HTMLElement} element */
export function start(element) {
  new Meeting(element).begin();
}

/** @typedef {{seat: string, tab: string, name: string, country: string}} Person */
/** @typedef {{id: number, from: string, tab: string, data: string}} Letter */
/** @typedef {{state: string, why?: string, seat?: string, people?: Person[], letters?: Letter[],
 *   door?: string, ways?: RTCConfiguration, again?: boolean}} News */

class Meeting {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    const part = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (root.querySelector(`[data-ot-meet-${name}]`));
    this.before = part("before");
    this.line = part("state");
    this.grid = part("grid");
    this.own = part("own");
    this.tools = part("tools");
    this.door = part("door");
    this.tile = /** @type {HTMLTemplateElement | null} */ (part("tile"));
    this.isLarge = root.dataset.otLarge !== undefined;
    this.tab = [...crypto.getRandomValues(new Uint8Array(12))]
      .map((each) => each.toString(16).padStart(2, "0"))
      .join("");
    this.seat = "";
    this.after = 0;
    /** @type {{to: string, tab: string, data: string}[]} */
    this.letters = [];
    /** @type {Map<string, Peer>} */
    this.peers = new Map();
    /** @type {MediaStream | null} */
    this.stream = null;
    this.state = "before";
    this.heard = Date.now();
    this.timer = 0;
    this.busy = false;
  }

  begin() {
    this.wireDoor();
    if (this.isLarge) return;
    this.button("come")?.addEventListener("click", () => this.come());
    this.button("try")?.addEventListener("click", () => this.open());
    for (const kind of /** @type {const} */ (["audio", "video"])) {
      this.button(kind)?.addEventListener("click", () => this.turn(kind));
    }
    window.addEventListener("pagehide", () => this.leave());
  }

  /** @param {string} name */
  button(name) {
    return /** @type {HTMLButtonElement | null} */ (
      this.root.querySelector(`[data-ot-meet-${name}]`)
    );
  }

  get token() {
    const held = /** @type {HTMLInputElement} */ (
      document.querySelector("#door input[name=csrfmiddlewaretoken]")
    );
    return held.value;
  }

  /** Letting in and sending out leave the page where it is. */
  wireDoor() {
    const form = /** @type {HTMLFormElement} */ (document.getElementById("door"));
    form.addEventListener("submit", async (event) => {
      const pressed = /** @type {HTMLButtonElement | null} */ (event.submitter);
      if (this.state !== "in" || !pressed || !this.door?.contains(pressed)) return;
      event.preventDefault();
      const response = await fetch(pressed.formAction, {
        method: "POST",
        headers: { Accept: "application/json", "X-CSRFToken": this.token },
      });
      if (response.status === 422 || response.status === 403) {
        this.say((await response.json()).error);
      }
      this.next(0);
    });
  }

  async open() {
    if (!this.stream) {
      this.stream = await this.devices();
      if (this.stream && this.root.dataset.otQuiet !== undefined) {
        for (const track of this.stream.getTracks()) track.enabled = false;
      }
    }
    const shows = Boolean(this.stream);
    this.own.hidden = !shows;
    this.tools.hidden = !shows && this.state === "before";
    const video = /** @type {HTMLVideoElement} */ (this.own.querySelector("video"));
    video.srcObject = this.stream;
    this.press();
    if (!shows) this.say(this.root.dataset.otBlocked);
  }

  /** @returns {Promise<MediaStream | null>} */
  async devices() {
    for (const wish of [WANTED, { audio: true }, { video: true }]) {
      try {
        return await navigator.mediaDevices.getUserMedia(wish);
      } catch {
        continue; // without a camera the microphone alone, and the other way round
      }
    }
    return null;
  }

  /** @param {"audio" | "video"} kind */
  turn(kind) {
    for (const track of this.tracks(kind)) track.enabled = !track.enabled;
    this.press();
  }

  /** @param {"audio" | "video"} kind */
  tracks(kind) {
    return this.stream?.getTracks().filter((track) => track.kind === kind) ?? [];
  }

  press() {
    for (const kind of /** @type {const} */ (["audio", "video"])) {
      const button = this.button(kind);
      const tracks = this.tracks(kind);
      button?.toggleAttribute("disabled", !tracks.length);
      button?.setAttribute("aria-pressed", String(tracks.some((track) => track.enabled)));
    }
  }

  async come() {
    this.button("come")?.toggleAttribute("disabled", true);
    await this.open();
    this.before.hidden = true;
    this.tools.hidden = false;
    this.say(this.root.dataset.otConnecting);
    await this.ask(true);
  }

  /** @param {number} [wait] */
  next(wait = EVERY) {
    clearTimeout(this.timer);
    if (this.root.isConnected) this.timer = window.setTimeout(() => this.ask(false), wait);
  }

  /** @param {boolean} comes */
  async ask(comes) {
    if (this.busy) return this.next(SOON);
    this.busy = true;
    const sent = this.letters.splice(0, 50);
    let waits = EVERY;
    try {
      const response = await fetch(this.root.dataset.otMeet ?? "", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.token },
        body: JSON.stringify({ tab: this.tab, comes, after: this.after, letters: sent }),
      });
      if (!response.ok || response.redirected) {
        if (response.status < 500) return location.reload(); // signed out: the page says so
        throw new Error(String(response.status));
      }
      this.heard = Date.now();
      const news = await response.json();
      if (news.again) this.letters.unshift(...sent);
      waits = await this.hear(news);
    } catch {
      this.letters.unshift(...sent);
      this.say(this.root.dataset.otLost);
      // H8: a page that nobody watches over keeps nobody connected.
      if (Date.now() - this.heard > LOST) this.hangUp();
    } finally {
      this.busy = false;
    }
    if (waits) this.next(waits);
  }

  /** @param {News} news @returns {Promise<number>} when to ask again; 0: never */
  async hear(news) {
    if (this.door && news.door !== undefined && this.door.innerHTML.trim() !== news.door.trim()) {
      if (!this.door.contains(document.activeElement)) this.door.innerHTML = news.door;
    }
    this.state = news.state;
    this.seat = news.seat ?? this.seat;
    if (news.state !== "in") this.hangUp();
    if (news.state === "waiting") {
      this.say(this.root.dataset.otWaiting);
      return EVERY;
    }
    if (news.state !== "in") {
      this.over(news.why);
      return 0;
    }
    this.say(this.root.dataset.otIn);
    this.meet(news.people ?? [], news.ways ?? {});
    for (const letter of news.letters ?? []) {
      this.after = Math.max(this.after, letter.id);
      await this.peers.get(`${letter.from}/${letter.tab}`)?.hear(JSON.parse(letter.data));
    }
    return !news.again && (this.letters.length || news.letters?.length) ? SOON : EVERY;
  }

  /** @param {Person[]} people @param {RTCConfiguration} ways */
  meet(people, ways) {
    const there = new Set(people.map((each) => `${each.seat}/${each.tab}`));
    for (const [key, peer] of this.peers) {
      if (!there.has(key)) {
        peer.end();
        this.peers.delete(key);
      }
    }
    for (const person of people) {
      const key = `${person.seat}/${person.tab}`;
      if (person.tab && !this.peers.has(key)) this.peers.set(key, new Peer(this, person, ways));
    }
  }

  /** @param {Person} person @param {unknown} data */
  send(person, data) {
    this.letters.push({ to: person.seat, tab: person.tab, data: JSON.stringify(data) });
    if (!this.busy) this.next(SOON);
  }

  hangUp() {
    for (const peer of this.peers.values()) peer.end();
    this.peers.clear();
    this.letters = [];
  }

  /** @param {string | undefined} why */
  over(why) {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.own.hidden = this.tools.hidden = true;
    this.before.hidden = false;
    this.button("come")?.toggleAttribute("disabled", false);
    this.say(why);
  }

  leave() {
    if (!["in", "waiting"].includes(this.state)) return;
    const told = new FormData();
    told.set("tab", this.tab);
    told.set("csrfmiddlewaretoken", this.token);
    navigator.sendBeacon(this.root.dataset.otLeave ?? "", told);
    this.hangUp();
  }

  /** @param {string | undefined} words */
  say(words) {
    if (words && this.line.textContent !== words) this.line.textContent = words;
  }
}

class Peer {
  /** @param {Meeting} meeting @param {Person} person @param {RTCConfiguration} ways */
  constructor(meeting, person, ways) {
    this.meeting = meeting;
    this.person = person;
    this.polite = meeting.seat < person.seat;
    this.offering = false;
    this.ignores = false;
    this.figure = this.shown();
    this.pc = new RTCPeerConnection(ways);
    this.pc.onnegotiationneeded = () => this.offer();
    this.pc.onicecandidate = ({ candidate }) => candidate && meeting.send(person, { candidate });
    this.pc.oniceconnectionstatechange = () => {
      if (this.pc.iceConnectionState === "failed") this.pc.restartIce();
    };
    this.pc.ontrack = ({ streams, track }) => {
      const video = /** @type {HTMLVideoElement} */ (this.figure.querySelector("video"));
      video.srcObject = streams[0] ?? new MediaStream([track]);
      video.play().catch(() => undefined); // a browser that waits for a press plays at the next one
    };
    const tracks = meeting.stream?.getTracks() ?? [];
    for (const track of tracks) {
      this.pc.addTrack(track, /** @type {MediaStream} */ (meeting.stream));
    }
    for (const kind of ["audio", "video"]) {
      if (!tracks.some((track) => track.kind === kind)) {
        this.pc.addTransceiver(kind, { direction: "recvonly" });
      }
    }
  }

  shown() {
    const copy = /** @type {DocumentFragment} */ (
      /** @type {HTMLTemplateElement} */ (this.meeting.tile).content.cloneNode(true)
    );
    const figure = /** @type {HTMLElement} */ (copy.querySelector("figure"));
    const caption = /** @type {HTMLElement} */ (copy.querySelector("figcaption"));
    caption.textContent = `${this.person.name} · ${this.person.country}`;
    figure.dataset.otSeat = this.person.seat;
    this.meeting.grid.append(figure);
    return figure;
  }

  async offer() {
    try {
      this.offering = true;
      await this.pc.setLocalDescription();
      this.meeting.send(this.person, { description: this.pc.localDescription });
    } catch {
      return; // closed meanwhile
    } finally {
      this.offering = false;
    }
  }

  /** @param {{description?: RTCSessionDescription, candidate?: RTCIceCandidateInit}} said */
  async hear({ description, candidate }) {
    try {
      if (description) {
        const collides =
          description.type === "offer" && (this.offering || this.pc.signalingState !== "stable");
        this.ignores = !this.polite && collides;
        if (this.ignores) return;
        await this.pc.setRemoteDescription(description);
        if (description.type === "offer") {
          await this.pc.setLocalDescription();
          this.meeting.send(this.person, { description: this.pc.localDescription });
        }
      } else if (candidate) {
        await this.pc.addIceCandidate(candidate);
      }
    } catch (problem) {
      if (!this.ignores && this.pc.signalingState !== "closed") console.warn(problem);
    }
  }

  end() {
    this.pc.close();
    this.figure.remove();
  }
}
