// A handheld's day through the generated types: sign in, decide, retry, print, collect, one act of the ordinary procedure.
// Every call is checked by the compiler against the contract, and by its answer against what the contract promises.
import assert from "node:assert/strict";
import { createHmac, randomInt, randomUUID } from "node:crypto";
import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./contract.js";
import example from "../../src/EnforcementCases.Api/Examples/DecideOnTheSpot.json" with { type: "json" };

type Problem = components["schemas"]["Problem"];
type Decision = components["schemas"]["DecideOnTheSpotCommand"];

const [baseUrl = "http://127.0.0.1:8080", secretOfCashier = ""] = process.argv.slice(2);

function clientOf(token: () => string) {
  const client = createClient<paths>({ baseUrl });
  const signed: Middleware = {
    onRequest({ request }) {
      if (token() !== "") request.headers.set("Authorization", `Bearer ${token()}`);
      return request;
    },
  };
  client.use(signed);
  return client;
}

/** The answer of a call that succeeds. */
function done<T>(call: { data?: T | undefined; error?: unknown; response: Response }): T {
  assert.ok(call.data !== undefined, `${call.response.url} answered ${call.response.status}: ${JSON.stringify(call.error)}`);
  return call.data;
}

/** The code of the moment of an authenticator app (RFC 6238). */
function codeOf(secret: string): string {
  const bits = [...secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((b) => parseInt(b, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", key).update(counter).digest();
  return String((mac.readUInt32BE(mac.readUInt8(19) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function signIn(userName: string, secret: string) {
  const anybody = clientOf(() => "");
  const first = done(await anybody.POST("/api/v1/session", { body: { userName, password: "Demo-2026-pass" } }));
  if (first.step === "SecondFactor") {
    assert.ok(first.challenge);
    return done(await anybody.POST("/api/v1/session/challenge", { body: { challenge: first.challenge, code: codeOf(secret) } }));
  }
  assert.ok(first.accessToken && first.refreshToken);
  return { accessToken: first.accessToken, refreshToken: first.refreshToken };
}

// sign in; an old token says what to do; refresh
const session = await signIn("hg-officer1", "");
let token: string = session.accessToken ?? "";
const officer = clientOf(() => token);
const stranger = await clientOf(() => "eyJhbGciOiJFUzI1NiJ9.e30.c2ln").GET("/api/v1/session");
assert.equal(stranger.response.status, 401);
assert.equal(stranger.response.headers.get("WWW-Authenticate"), 'Bearer error="invalid_token"');
const refusal: Problem | undefined = stranger.error;
assert.match(refusal?.nextStep ?? "", /session\/refresh/);
const explained = await fetch(new URL(refusal?.type ?? "", stranger.response.url), { headers: { Accept: "application/json" } });
assert.equal(((await explained.json()) as { code: string }).code, "access.not-signed-in");
const renewed = done(await officer.POST("/api/v1/session/refresh", { body: { refreshToken: session.refreshToken ?? "" } }));
token = renewed.accessToken;

// decide
const body = example as Decision;
const key = randomUUID();
const decided = await officer.POST("/api/v1/simple-cases", { params: { header: { "Idempotency-Key": key } }, body });
const decision = done(decided);
assert.equal(decided.response.status, 201);

// retry with the same key: the same case
const again = await officer.POST("/api/v1/simple-cases", { params: { header: { "Idempotency-Key": key } }, body });
assert.equal(done(again).id, decision.id);
assert.equal(again.response.headers.get("Idempotency-Replayed"), "true");

// one fen too much is refused by its article
const refused = await officer.POST("/api/v1/simple-cases", {
  params: { header: { "Idempotency-Key": randomUUID() } },
  body: { ...body, amountFen: 20_001, notice: { ...body.notice, notifiedAmountFen: 20_001 } },
});
assert.equal(refused.response.status, 422);
assert.equal((refused.error as Problem).rule, "APL-51-1");

// print
const papers = done(await officer.GET("/api/v1/cases/{id}/documents", { params: { path: { id: decision.id } } }));
const paper = papers.find((p) => p.id === decision.documentId);
assert.ok(paper);
const print = done(
  await officer.POST("/api/v1/cases/{id}/documents/{documentId}/prints", {
    params: { path: { id: decision.id, documentId: paper.id }, header: { "Idempotency-Key": randomUUID() } },
    body: { format: "A4" },
  }),
);
assert.equal(print.count, 1);
const file = await officer.GET("/api/v1/cases/{id}/documents/{documentId}/file", {
  params: { path: { id: decision.id, documentId: paper.id }, query: { format: "A4" } },
  parseAs: "arrayBuffer",
});
assert.equal(Buffer.from(done(file)).subarray(0, 5).toString(), "%PDF-");

// collect: a receipt from the cashier's stock, then cash on the spot; a proxy may have made the tag weak
const cashierSession = await signIn("hg-cashier", secretOfCashier);
const cashier = clientOf(() => cashierSession.accessToken ?? "");
const number = `12${randomInt(1_000_000_000, 9_999_999_999)}`;
const inStock = "2021-01-04T09:00:00+08:00";
const batch = done(
  await cashier.POST("/api/v1/fines/receipt-batches", {
    params: { header: { "Idempotency-Key": randomUUID() } },
    body: { from: number, to: number, source: "滨海新区财政局", doneAt: inStock },
  }),
);
const seen = await cashier.GET("/api/v1/fines/receipt-batches/{id}", { params: { path: { id: batch.id } } });
const me = done(await officer.GET("/api/v1/session"));
done(
  await cashier.POST("/api/v1/fines/receipt-batches/{id}/movements", {
    params: { path: { id: batch.id }, header: { "Idempotency-Key": randomUUID(), "If-Match": seen.response.headers.get("ETag") ?? "" } },
    body: { move: "Issue", from: number, officerId: me.person.id, doneAt: inStock },
  }),
);
const read = await officer.GET("/api/v1/cases/{id}", { params: { path: { id: decision.id } } });
const tag = read.response.headers.get("ETag") ?? "";
done(
  await officer.POST("/api/v1/cases/{id}/acts/collect-on-the-spot", {
    params: { path: { id: decision.id }, header: { "Idempotency-Key": randomUUID(), "If-Match": tag.startsWith("W/") ? tag : `W/${tag}` } },
    body: { amountFen: decision.amountFen, ground: "SmallFine", reason: null, receiptNumber: number, doneAt: body.decidedAt },
  }),
);
const paid = done(await officer.GET("/api/v1/cases/{id}", { params: { path: { id: decision.id } } }));
assert.equal(paid.payment?.paidFen, decision.amountFen);

// an ordinary case, and its first act
const opened = done(
  await officer.POST("/api/v1/ordinary-cases", {
    params: { header: { "Idempotency-Key": randomUUID() } },
    body: {
      clue: {
        doneAt: "2024-03-05T09:00:00+08:00",
        source: "Inspection",
        receivedAt: "2024-03-05T08:30:00+08:00",
        content: "巡查发现当事人占用城市道路堆放建筑材料。",
        violationCode: body.violationCode,
        committedAt: "2024-03-05T08:00:00+08:00",
        place: { text: body.place.address, divisionCode: body.place.divisionCode },
      },
    },
  }),
);
const after = done(
  await officer.POST("/api/v1/cases/{id}/acts/identify-party", {
    params: { path: { id: opened.id }, header: { "Idempotency-Key": randomUUID(), "If-Match": await tagOf(opened.id) } },
    body: { doneAt: "2024-03-05T09:10:00+08:00", party: body.party },
  }),
);
assert.ok(after.version > opened.version);
const acts = done(await officer.GET("/api/v1/cases/{id}/acts", { params: { path: { id: opened.id }, query: { open: true } } }));
assert.ok(acts.acts.length > 0);

// lists are pages with a cursor, instants are Beijing time with milliseconds
const page = done(await officer.GET("/api/v1/cases", { params: { query: { limit: 1 } } }));
assert.equal(page.items.length, 1);
assert.ok(page.next);
assert.match(page.items[0]?.seq ?? "", /^[0-9]+$/);
assert.match(papers[0]?.issuedAt ?? "", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/);

console.log("signed in, decided, retried, printed, collected, one act of the ordinary procedure");

async function tagOf(id: string): Promise<string> {
  const found = await officer.GET("/api/v1/cases/{id}", { params: { path: { id } } });
  return found.response.headers.get("ETag") ?? "";
}
