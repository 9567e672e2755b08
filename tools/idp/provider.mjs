// @ts-check
/** A certified OpenID Connect provider for the journeys: real code, invented people. It keeps
 * everything in memory, listens on this machine only, and ends with the test.
 *
 * Environment: PORT, CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, PEOPLE (JSON: name → claims). */

import http from "node:http";

import { exportJWK, generateKeyPair } from "jose";
import { Provider } from "oidc-provider";

const { PORT, CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, PEOPLE = "{}" } = process.env;
const issuer = `http://127.0.0.1:${PORT}`;
/** @type {Record<string, object>} */
const people = JSON.parse(PEOPLE);
const keys = await Promise.all(
  ["RS256", "ES256"].map(async (alg) => {
    const { privateKey } = await generateKeyPair(alg, { extractable: true });
    return { ...(await exportJWK(privateKey)), alg, use: "sig", kid: `key-${alg}` };
  }),
);

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      redirect_uris: [REDIRECT_URI],
      grant_types: ["authorization_code"],
      response_types: ["code"],
      id_token_signed_response_alg: "ES256",
    },
  ],
  jwks: { keys },
  cookies: { keys: ["only for journeys"] },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  // Nobody is asked for consent: the provider and the site belong to one programme.
  loadExistingGrant: async (context) => {
    const { client, session } = context.oidc;
    const grant = new context.oidc.provider.Grant({
      clientId: client.clientId,
      accountId: session.accountId,
    });
    grant.addOIDCScope("openid email profile");
    await grant.save();
    return grant;
  },
});

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>School Net</title>
<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"></head>
<body><main><h1>School Net</h1><form method="post"><p><label for="who">Your name</label>
<input id="who" name="who" autocomplete="username"></p>
<button>Sign in here</button> <button name="stop" value="1">Stop</button></form></main></body></html>`;

/** @param {http.IncomingMessage} request */
async function posted(request) {
  let text = "";
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
}

const serve = provider.callback();
http
  .createServer(async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return serve(request, response);
    if (request.method !== "POST") {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      return response.end(page);
    }
    const said = await posted(request);
    const who = said.get("who") ?? "";
    const result = said.has("stop") || !people[who]
      ? { error: "access_denied", error_description: "Nobody signed in." }
      : { login: { accountId: who } };
    return provider.interactionFinished(request, response, result);
  })
  .listen(Number(PORT), "127.0.0.1");
