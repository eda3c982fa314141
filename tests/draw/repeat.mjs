// Repeats a random draw from what is published of it: node repeat.mjs DRAW.json (the answer of /api/v1/public/inspections/draws/{id}).
// Written apart from the program, by the description in the contract alone. 0: the same objects and officers; 1: others, or a hash does not fit; 4: bad input.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const hash = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const byHash = (ids, prefix) =>
    ids.map((id) => [hash(`${prefix}\n${id}`), id]).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, id]) => id);

let proof;
try {
    const read = JSON.parse(readFileSync(process.argv[2], 'utf8'));
    proof = read.proof ?? read;
} catch (error) {
    console.error(String(error));
    process.exit(4);
}
const { lists, secret, word, commitment, listsSha256, objectsToDraw, officersEach, drawn } = proof;
const fail = (why) => {
    console.log(why);
    process.exit(1);
};
if (secret === null) fail('not drawn yet');
if (hash(secret) !== commitment) fail('the secret is not the announced one');
const lines = [
    ...lists.objects.map((o) => `object ${o.id}`),
    ...lists.officers.map((o) => `officer ${o.id}`),
    ...lists.excluded.map((e) => `excluded ${e.objectId} ${e.officerId}`),
].sort();
if (hash(lines.join('\n')) !== listsSha256) fail('the lists are not the announced ones');
const seed = hash(`${secret}\n${word}\n${listsSha256}`);
const repeated = byHash(lists.objects.map((o) => o.id), `${seed}\nobject`)
    .slice(0, objectsToDraw)
    .map((objectId) => {
        const out = new Set(lists.excluded.filter((e) => e.objectId === objectId).map((e) => e.officerId));
        const eligible = lists.officers.map((o) => o.id).filter((id) => !out.has(id));
        return { objectId, officerIds: byHash(eligible, `${seed}\nofficer\n${objectId}`).slice(0, officersEach) };
    });
const plain = drawn.map(({ objectId, officerIds }) => ({ objectId, officerIds }));
if (JSON.stringify(repeated) !== JSON.stringify(plain)) fail('the draw gives other objects or officers');
console.log('the same objects and officers');
