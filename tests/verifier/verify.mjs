// Verifies an exported record: node verify.mjs BUNDLE TRUST
// Written apart from EnforcementCases.Verifier, in another language and with nothing of it: both must agree on every bundle, good or bad.
// 0 sound, 1 tampered, 2 unanchored, 3 unknown key, 4 bad input; the first bad entry is named.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const names = ['sound', 'tampered', 'unanchored', 'unknownkey', 'badinput'];
const HASH = 32;
const SALT = 16;

class Verdict extends Error {
    constructor(code, why, entry = null) {
        super(why);
        this.code = code;
        this.entry = entry;
    }
}
const badInput = (why) => new Verdict(4, why);

const sha256 = (...parts) => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest();
};
const leafHash = (data) => sha256(Buffer.from([0]), data);
const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);

// ---- reading -------------------------------------------------------------------------------------------------------

function base64(text, why) {
    if (typeof text !== 'string' || !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) throw badInput(why);
    return Buffer.from(text, 'base64');
}

function json(line, members) {
    let value;
    try {
        value = JSON.parse(line);
    } catch {
        throw badInput('input');
    }
    if (value === null || typeof value !== 'object' || Array.isArray(value)) throw badInput('input');
    for (const name of Object.keys(value)) if (!members.includes(name)) throw badInput('input');
    return value;
}

const whole = (value) => Number.isSafeInteger(value);

function readBundle(text) {
    if (!text.endsWith('\n')) throw badInput('input');
    const [first, ...rest] = text.slice(0, -1).split('\n');
    const head = json(first, ['format', 'chain', 'salt', 'checkpoint', 'entries']);
    if (head.format !== 'enforcementcases-record-v1' || typeof head.checkpoint !== 'string' || !whole(head.entries)) throw badInput('input');
    if (typeof head.chain !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(head.chain)) throw badInput('input');
    const salt = base64(head.salt, 'input');
    if (salt.length !== SALT) throw badInput('input');
    const entries = rest.map((line) => {
        const entry = json(line, ['seq', 'canonical', 'leaf', 'proof']);
        if (!whole(entry.seq) || !(entry.leaf === null || whole(entry.leaf)) || !Array.isArray(entry.proof)) throw badInput('input');
        const proof = entry.proof.map((hash) => base64(hash, 'input'));
        if (proof.some((hash) => hash.length !== HASH)) throw badInput('input');
        return { seq: entry.seq, canonical: base64(entry.canonical, 'input'), leaf: entry.leaf, proof };
    });
    return { chain: head.chain.toLowerCase(), salt, checkpoint: head.checkpoint, count: head.entries, entries };
}

const NOTE = Buffer.from([0x02]);
const COSIGNATURE = Buffer.concat([Buffer.from([0xff]), Buffer.from('enforcementcases/cosignature-p256/v1\n')]);

function readKey(text) {
    if (typeof text !== 'string') throw badInput('input');
    const [name, id, ...more] = text.split('+');
    const bytes = base64(more.join('+'), 'input');
    const type = [COSIGNATURE, NOTE].find((t) => bytes.subarray(0, t.length).equals(t));
    if (!name || /\s/.test(name) || !type) throw badInput('input');
    const spki = bytes.subarray(type.length);
    let key;
    try {
        key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    } catch {
        throw badInput('input');
    }
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw badInput('input');
    const hashed = type === NOTE ? sha256(spki) : sha256(Buffer.from(name), Buffer.from('\n'), type, spki);
    if (hashed.subarray(0, 4).toString('hex') !== id?.toLowerCase()) throw badInput('input');
    return { name, id: id.toLowerCase(), cosigns: type === COSIGNATURE, key };
}

function readTrust(text) {
    const trust = json(text, ['origin', 'logKeys', 'witnessKeys', 'witnesses']);
    if (typeof trust.origin !== 'string' || !Array.isArray(trust.logKeys) || !Array.isArray(trust.witnessKeys)) throw badInput('input');
    if (trust.logKeys.length === 0 || !whole(trust.witnesses) || trust.witnesses < 0 || trust.witnesses > trust.witnessKeys.length)
        throw badInput('input');
    for (const k of trust.logKeys) {
        if (k === null || typeof k !== 'object' || Array.isArray(k)) throw badInput('input');
        if (Object.keys(k).some((name) => !['key', 'from', 'until'].includes(name))) throw badInput('input');
        if (!(k.from === undefined || whole(k.from)) || !(k.until === undefined || k.until === null || whole(k.until))) throw badInput('input');
    }
    return {
        origin: trust.origin,
        logKeys: trust.logKeys.map((k) => ({ from: k.from ?? 0, until: k.until ?? null, key: readKey(k.key) })),
        witnessKeys: [...new Set(trust.witnessKeys)].map(readKey),
        witnesses: trust.witnesses,
    };
}

function readNote(text) {
    const end = text.lastIndexOf('\n\n');
    if (end < 0 || !text.endsWith('\n') || /[\x00-\x09\x0b-\x1f]/.test(text)) throw badInput('checkpoint');
    const lines = text.slice(end + 2, -1).split('\n');
    if (lines.length > 64) throw badInput('checkpoint');
    const signatures = lines.map((line) => {
        const [dash, name, encoded, ...more] = line.split(' ');
        if (dash !== '—' || !name || name.includes('+') || encoded === undefined || more.length > 0) throw badInput('checkpoint');
        const bytes = base64(encoded, 'checkpoint');
        if (bytes.length <= 4) throw badInput('checkpoint');
        return { name, id: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4) };
    });
    const body = text.slice(0, end + 1);
    const [origin, size, root] = body.split('\n');
    if (body.split('\n').length < 4 || !origin || !/^(0|[1-9][0-9]{0,17})$/.test(size)) throw badInput('checkpoint');
    const hash = base64(root, 'checkpoint');
    if (hash.length !== HASH) throw badInput('checkpoint');
    return { text: Buffer.from(body), signatures, origin, size: BigInt(size), root: hash };
}

// ---- signatures ----------------------------------------------------------------------------------------------------

function isSigned(note, by) {
    let signed = false;
    for (const signature of note.signatures.filter((s) => s.name === by.name && s.id === by.id)) {
        let [data, bytes] = [note.text, signature.bytes];
        if (by.cosigns) {
            if (bytes.length <= 8) throw new Verdict(1, 'signature');
            const time = bytes.readBigInt64BE(0);
            data = Buffer.concat([Buffer.from(`cosignature/v1\ntime ${time}\n`), note.text]);
            bytes = bytes.subarray(8);
        }
        let holds = false;
        try {
            holds = verify('sha256', data, by.key, bytes);
        } catch {
            holds = false;
        }
        if (!holds) throw new Verdict(1, 'signature');
        signed = true;
    }
    return signed;
}

// ---- the tree ------------------------------------------------------------------------------------------------------

// From the root downwards: at each split of the range, the proof's next hash (from its end) is the other half.
function rootFrom(index, size, leaf, proof) {
    const halves = [];
    let [from, to] = [0n, size];
    while (to - from > 1n) {
        let half = 1n;
        while (half * 2n < to - from) half *= 2n;
        const middle = from + half;
        halves.push(index < middle ? 'left' : 'right');
        if (index < middle) to = middle;
        else from = middle;
    }
    if (halves.length !== proof.length) return null;
    let hash = leaf;
    proof.forEach((sibling, i) => {
        hash = halves[halves.length - 1 - i] === 'left' ? nodeHash(hash, sibling) : nodeHash(sibling, hash);
    });
    return hash;
}

// ---- canonical bytes -----------------------------------------------------------------------------------------------

function text(value) {
    if (!value.isWellFormed() || value.normalize('NFC') !== value) throw new Error('not canonical');
    return JSON.stringify(value); // escapes quotation mark, backslash and control characters, as RFC 8785 does
}

function canonical(value, inList = false) {
    if (typeof value === 'string') return text(value);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
        const members = Object.keys(value).sort();
        if (members.some((name) => !/^[\x00-\x7f]*$/.test(name))) throw new Error('not canonical');
        return `{${members.map((name) => `${text(name)}:${canonical(value[name])}`).join(',')}}`;
    }
    if (inList) throw new Error('not canonical'); // a list holds texts, or groups
    if (value === null || typeof value === 'boolean') return String(value);
    if (typeof value === 'number' && whole(value) && !Object.is(value, -0)) return String(value);
    if (Array.isArray(value) && (value.every((v) => typeof v === 'string') || value.every((v) => v !== null && typeof v === 'object')))
        return `[${value.map((v) => canonical(v, true)).join(',')}]`;
    throw new Error('not canonical');
}

function readEntry(bytes) {
    try {
        const source = bytes.toString('utf8');
        if (!Buffer.from(source).equals(bytes)) return null;
        const content = JSON.parse(source);
        return content !== null && typeof content === 'object' && !Array.isArray(content) && canonical(content) === source ? content : null;
    } catch {
        return null;
    }
}

// ---- the whole -----------------------------------------------------------------------------------------------------

function checkEntries(bundle, note) {
    let previous = sha256(Buffer.from('enforcementcases-genesis-v1\n'), Buffer.from(bundle.chain));
    const reference = sha256(Buffer.from('enforcementcases-case-ref-v1\n'), bundle.salt, Buffer.from(bundle.chain)).toString('hex');
    bundle.entries.forEach((entry, i) => {
        const at = i + 1;
        if (entry.seq !== at) throw new Verdict(1, 'order', at);
        const content = readEntry(entry.canonical);
        if (content === null) throw new Verdict(1, 'bytes', at);
        if (content.chain !== bundle.chain || content.seq !== at) throw new Verdict(1, 'place', at);
        previous = sha256(Buffer.from('enforcementcases-event-v1\n'), previous, entry.canonical);
        if (entry.leaf === null) return;
        const data = JSON.stringify({
            case_ref: reference,
            case_seq: at,
            event_hash: previous.toString('hex'),
            origin: note.origin,
            v: 1,
        });
        const position = BigInt(entry.leaf);
        const root = position >= 0n && position < note.size ? rootFrom(position, note.size, leafHash(Buffer.from(data)), entry.proof) : null;
        if (root === null || !root.equals(note.root)) throw new Verdict(1, 'leaf', at);
    });
    if (bundle.entries.length !== bundle.count || bundle.count <= 0) throw new Verdict(1, 'count', bundle.entries.length + 1);
}

function check(bundleText, trustText) {
    const bundle = readBundle(bundleText);
    const trust = readTrust(trustText);
    const note = readNote(bundle.checkpoint);
    if (note.origin !== trust.origin) throw new Verdict(3, 'origin');
    const own = trust.logKeys
        .filter((k) => BigInt(k.from) <= note.size && (k.until === null || BigInt(k.until) >= note.size))
        .map((k) => isSigned(note, k.key));
    const cosigned = trust.witnessKeys.map((k) => isSigned(note, k));
    if (!own.includes(true)) throw new Verdict(3, 'key');
    checkEntries(bundle, note);
    const tail = bundle.entries.find((entry) => entry.leaf === null);
    if (tail) throw new Verdict(2, 'tail', tail.seq);
    if (cosigned.filter(Boolean).length < trust.witnesses) throw new Verdict(2, 'witnesses');
    return `${bundle.entries.length} entries`;
}

function read(file) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
    } catch {
        throw badInput('input');
    }
}

// Several bundles at once: node verify.mjs TRUST -- BUNDLE BUNDLE …, one line each; the exit code is that of the last.
const several = process.argv[3] === '--';
const bundles = several ? process.argv.slice(4) : [process.argv[2]];
const trustFile = several ? process.argv[2] : process.argv[3];
for (const bundle of bundles) {
    let result;
    try {
        result = new Verdict(0, check(read(bundle), read(trustFile)));
    } catch (error) {
        if (!(error instanceof Verdict)) throw error;
        result = error;
    }
    const entry = result.entry === null ? '' : `entry ${result.entry}: `;
    console.log(`${result.code} ${names[result.code]}: ${entry}${result.message}`);
    process.exitCode = result.code;
}
