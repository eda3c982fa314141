using System.Buffers.Binary;
using System.Text;

namespace EnforcementCases.Transparency;

/// <summary>A signature line of a note.</summary>
/// <param name="Name">Name of the key.</param>
/// <param name="KeyId">The first four bytes of a hash over the key; with the name it identifies the key.</param>
/// <param name="Bytes">The signature.</param>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Bytes)
{
    /// <summary>The line, with its newline.</summary>
    public string Line
    {
        get
        {
            var bytes = new byte[4 + Bytes.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
            Bytes.CopyTo(bytes, 4);
            return $"— {Name} {Convert.ToBase64String(bytes)}\n";
        }
    }

    /// <summary>Reads a line without its newline; null if it is not one.</summary>
    internal static NoteSignature? Read(string line)
    {
        var parts = line.Split(' ');
        if (parts is not ["—", var name, var encoded] || !NoteKey.IsName(name))
            return null;
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) && length > 4
            ? new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[4..length])
            : null;
    }
}

/// <summary>A text with signatures, C2SP signed-note. Its text counts only after a signature by a known key was verified.</summary>
/// <param name="Text">The text that is signed; ends with a newline.</param>
/// <param name="Signatures">The signatures, in their order.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>Most signatures that are read.</summary>
    public const int MostSignatures = 64;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes that are signed.</summary>
    public byte[] TextBytes => Utf8.GetBytes(Text);

    /// <summary>Reads a note; null if it is not written as the format requires.</summary>
    public static SignedNote? Read(string note)
    {
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || note.Length < end + 3 || !note.EndsWith('\n') || note.Any(c => c < ' ' && c != '\n'))
            return null;
        var lines = note[(end + 2)..^1].Split('\n');
        if (lines.Length > MostSignatures)
            return null;
        var signatures = lines.Select(NoteSignature.Read).ToList();
        return signatures.Any(s => s is null) ? null : new(note[..(end + 1)], [.. signatures.OfType<NoteSignature>()]);
    }

    /// <summary>The note with one more signature; one of the same key is replaced.</summary>
    public SignedNote With(NoteSignature signature) =>
        this with
        {
            Signatures = [.. Signatures.Where(s => s.Name != signature.Name || s.KeyId != signature.KeyId), signature],
        };

    /// <summary>The note as it is published.</summary>
    public string Write() => $"{Text}\n{string.Concat(Signatures.Select(s => s.Line))}";
}
