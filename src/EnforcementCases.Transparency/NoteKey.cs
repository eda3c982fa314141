using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EnforcementCases.Transparency;

/// <summary>What a key signs.</summary>
public enum NoteKeyKind
{
    /// <summary>The text of a note: ECDSA over P-256, C2SP signature type 0x02.</summary>
    Note,

    /// <summary>The text of a checkpoint with the time at which a witness saw it: as C2SP tlog-cosignature, but ECDSA over P-256. That has no type of its own, so it is of type 0xff.</summary>
    Cosignature,
}

/// <summary>The outcome of looking for the signature of a key.</summary>
public enum NoteVerdict
{
    /// <summary>The key has not signed the note.</summary>
    Missing,

    /// <summary>A signature by the key is not one over this text.</summary>
    Wrong,

    /// <summary>The key has signed the note.</summary>
    Signed,
}

/// <summary>A key that verifies signatures of notes: ECDSA over P-256.</summary>
public sealed class NoteKey : IDisposable
{
    private const byte NoteType = 0x02;
    private const byte OtherType = 0xff;
    private const int TimeBytes = 8;

    private static readonly byte[] CosignatureType = "enforcementcases/cosignature-p256/v1\n"u8.ToArray();

    private readonly ECDsa key;

    /// <param name="name">Name of the key: of a log, its origin.</param>
    /// <param name="publicKey">The key in SubjectPublicKeyInfo form.</param>
    /// <exception cref="FormatException">The name is empty or contains a space or a plus sign, or the key is not one of P-256.</exception>
    public NoteKey(string name, NoteKeyKind kind, ReadOnlySpan<byte> publicKey)
    {
        if (!IsName(name))
            throw new FormatException("The name of a key is not empty and contains neither space nor plus sign.");
        (Name, Kind, PublicKey) = (name, kind, publicKey.ToArray());
        key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out var length);
            if (length != publicKey.Length || key.KeySize != 256)
                throw new FormatException("The key is not one of P-256.");
        }
        catch (CryptographicException error)
        {
            key.Dispose();
            throw new FormatException("The key is not one of P-256.", error);
        }
        Id = IdOf(name, kind, PublicKey);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What it signs.</summary>
    public NoteKeyKind Kind { get; }

    /// <summary>The four bytes that identify it, together with the name.</summary>
    public uint Id { get; }

    /// <summary>The key in SubjectPublicKeyInfo form.</summary>
    public byte[] PublicKey { get; }

    /// <summary>The key as a trust file holds it: <c>name+id+base64(type ‖ key)</c>.</summary>
    public string Text => $"{Name}+{Id:x8}+{Convert.ToBase64String([.. TypeOf(Kind), .. PublicKey])}";

    /// <summary>Reads what <see cref="Text"/> writes.</summary>
    /// <exception cref="FormatException">It is not a key, or its id is not that of the key.</exception>
    public static NoteKey Read(string text)
    {
        var parts = text.Split('+', 3);
        if (parts.Length != 3 || !uint.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id))
            throw new FormatException("A key is written as name+id+base64.");
        var bytes = Convert.FromBase64String(parts[2]);
        var kind = bytes.AsSpan().StartsWith(TypeOf(NoteKeyKind.Cosignature)) ? NoteKeyKind.Cosignature : NoteKeyKind.Note;
        var type = TypeOf(kind);
        if (!bytes.AsSpan().StartsWith(type))
            throw new FormatException("The type of the key is not known.");
        var read = new NoteKey(parts[0], kind, bytes.AsSpan(type.Length));
        if (read.Id == id && parts[1].Length == 8)
            return read;
        read.Dispose();
        throw new FormatException("The id is not that of the key.");
    }

    /// <summary>Whether the key has signed the note.</summary>
    public NoteVerdict VerdictOn(SignedNote note)
    {
        var verdict = NoteVerdict.Missing;
        foreach (var signature in note.Signatures.Where(s => s.Name == Name && s.KeyId == Id))
        {
            if (!IsBy(note, signature.Bytes))
                return NoteVerdict.Wrong;
            verdict = NoteVerdict.Signed;
        }
        return verdict;
    }

    /// <inheritdoc />
    public void Dispose() => key.Dispose();

    /// <summary>Whether it can be the name of a key.</summary>
    internal static bool IsName(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    internal static uint IdOf(string name, NoteKeyKind kind, byte[] publicKey) =>
        BinaryPrimitives.ReadUInt32BigEndian(
            SHA256.HashData(
                kind == NoteKeyKind.Note ? publicKey : [.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. TypeOf(kind), .. publicKey]
            )
        );

    /// <summary>What a witness signs: the time and the text of the checkpoint.</summary>
    internal static byte[] Cosigned(SignedNote note, long seconds) =>
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n")), .. note.TextBytes];

    private static byte[] TypeOf(NoteKeyKind kind) =>
        kind switch
        {
            NoteKeyKind.Note => [NoteType],
            NoteKeyKind.Cosignature => [OtherType, .. CosignatureType],
        };

    private bool IsBy(SignedNote note, byte[] signature) =>
        Kind switch
        {
            NoteKeyKind.Note => Verifies(note.TextBytes, signature),
            NoteKeyKind.Cosignature => signature.Length > TimeBytes
                && BinaryPrimitives.ReadInt64BigEndian(signature) is var seconds
                && Verifies(Cosigned(note, seconds), signature.AsSpan(TimeBytes)),
        };

    private bool Verifies(byte[] data, ReadOnlySpan<byte> signature) =>
        key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}

/// <summary>A key that signs notes.</summary>
public sealed class NoteSigner(string name, NoteKeyKind kind, ECDsa key) : IDisposable
{
    private readonly byte[] publicKey = key.ExportSubjectPublicKeyInfo();

    /// <summary>The key with which its signatures are verified.</summary>
    public NoteKey Verifier() => new(name, kind, publicKey);

    /// <summary>Signs a note.</summary>
    /// <param name="at">Enters the signature of a witness; not used by others.</param>
    public NoteSignature Sign(SignedNote note, DateTimeOffset at)
    {
        var id = NoteKey.IdOf(name, kind, publicKey);
        if (kind == NoteKeyKind.Note)
            return new(name, id, Sign(note.TextBytes));
        var seconds = at.ToUnixTimeSeconds();
        var time = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, seconds);
        return new(name, id, [.. time, .. Sign(NoteKey.Cosigned(note, seconds))]);
    }

    /// <inheritdoc />
    public void Dispose() => key.Dispose();

    private byte[] Sign(byte[] data) => key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}
