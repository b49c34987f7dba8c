// SPDX-License-Identifier: EUPL-1.2
// The service worker: the app itself, whole, so that it opens without a network. Of what the server
// knows it keeps nothing. web/build/offline.ts puts VERSION and FILES in front of it.
/* global VERSION, FILES */
const CACHE = `lgnet-${VERSION}`;
const PAGE = "index.html";

// All of this version, or none of it: half an app is worse than the one before.
addEventListener("install", (event) => {
    event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

// It takes over when nobody uses the one before, or when somebody has said so.
addEventListener("message", (event) => {
    if (event.data === "take over") void skipWaiting();
});

addEventListener("activate", (event) => {
    const old = (name) => name.startsWith("lgnet-") && name !== CACHE;
    event.waitUntil(
        caches
            .keys()
            .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
            .then(() => clients.claim()),
    );
});

// What the server alone answers: the API, and the pages for everybody, of which nothing is kept.
const OF_THE_SERVER = /^(api|rete)(\/|$)/;

addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    const isOurs = url.origin === location.origin && request.method === "GET";
    const below = url.pathname.slice(new URL(registration.scope).pathname.length);
    if (!isOurs || OF_THE_SERVER.test(below)) return;
    const wanted = request.mode === "navigate" ? PAGE : request;
    event.respondWith(
        caches
            .open(CACHE)
            .then((cache) => cache.match(wanted, { ignoreSearch: true, ignoreVary: true }))
            .then((kept) => kept ?? fetch(request)),
    );
});
