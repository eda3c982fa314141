using System.Buffers.Binary;
using System.Security.Cryptography;
using EnforcementCases.Transparency;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Recording;

/// <summary>Signed notes and checkpoints as others write them.</summary>
public sealed class SignedNoteTests
{
    /// <summary>A checkpoint of the public log of Sigstore, signed by its key of P-256.</summary>
    private const string Public =
        "rekor.sigstore.dev - 2605736670972794746\n90244708\nCOSIc1jqxpbuuTChPdiTqtZBBve7GAVJqTYjqAaM940=\n\n"
        + "— rekor.sigstore.dev wNI9ajBEAiAkKWVCpp/N5yF/GlQkAyKQxUsjc3Vpu04YyALJvrBsvAIgcZfXJsJdwLdgUAWwnekWg8YXS4gfz/DM1wVhhcouJBE=\n";

    private const string PublicKey =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2G2Y+2tabdTV5BcGiBIx0a9fAFwrkBbmLSGtks4L3qX6yYY0zufBnhC8Ur/iy55GhWP/9A/bY2LhC30M9+RYtw==";

    /// <summary>The example of the specification.</summary>
    private const string Example =
        "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n"
        + "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";

    [Fact]
    public void A_checkpoint_of_a_public_log_verifies_and_one_bit_of_it_changed_does_not()
    {
        using var key = new NoteKey("rekor.sigstore.dev", NoteKeyKind.Note, Convert.FromBase64String(PublicKey));
        key.Id.ShouldBe(0xc0d23d6a);
        var note = SignedNote.Read(Public)!;

        key.VerdictOn(note).ShouldBe(NoteVerdict.Signed);
        note.Write().ShouldBe(Public);
        var checkpoint = Checkpoint.Of(note)!;
        (checkpoint.Origin, checkpoint.Size).ShouldBe(("rekor.sigstore.dev - 2605736670972794746", 90_244_708));

        key.VerdictOn(SignedNote.Read(Public.Replace("90244708", "90244709", StringComparison.Ordinal))!).ShouldBe(NoteVerdict.Wrong);
        using var other = new NoteKey("another.example", NoteKeyKind.Note, Convert.FromBase64String(PublicKey));
        other.VerdictOn(note).ShouldBe(NoteVerdict.Missing);
    }

    [Fact]
    public void A_text_may_have_empty_lines_and_unknown_signatures_are_passed_over()
    {
        var note = SignedNote.Read(Example)!;

        note.Text.ShouldEndWith("ed è subito sera.\n");
        note.Write().ShouldBe(Example);
        note.Signatures.ShouldHaveSingleItem().KeyId.ShouldBe(0x367ba04bU);
        using var signer = Signer("log", NoteKeyKind.Note);
        using var key = signer.Verifier();
        key.VerdictOn(note).ShouldBe(NoteVerdict.Missing);
        key.VerdictOn(SignedNote.Read(note.With(signer.Sign(note, default)).Write())!).ShouldBe(NoteVerdict.Signed);
    }

    [Fact]
    public void A_witness_signs_the_time_with_the_text()
    {
        using var log = Signer("log", NoteKeyKind.Note);
        using var witness = Signer("witness", NoteKeyKind.Cosignature);
        var note = new Checkpoint("log", 3, TreeHash.Empty()).Note;
        note = note.With(log.Sign(note, default));
        var cosigned = note.With(witness.Sign(note, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)));

        using var key = NoteKey.Read(witness.Verifier().Text);
        key.Kind.ShouldBe(NoteKeyKind.Cosignature);
        var read = SignedNote.Read(cosigned.Write())!;
        key.VerdictOn(read).ShouldBe(NoteVerdict.Signed);
        BinaryPrimitives.ReadInt64BigEndian(read.Signatures[^1].Bytes).ShouldBe(1_700_000_000);

        var signature = cosigned.Signatures[^1];
        var later = signature with { Bytes = [.. signature.Bytes[..7], (byte)(signature.Bytes[7] ^ 1), .. signature.Bytes[8..]] };
        key.VerdictOn(note.With(later)).ShouldBe(NoteVerdict.Wrong);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\nno signature\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— na+me AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAA==\n")]
    [InlineData("text\n\n— name AAAAAAA=")]
    [InlineData("te\txt\n\n— name AAAAAAA=\n")]
    public void Nothing_else_is_a_note(string text) => SignedNote.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("log\n3\n")]
    [InlineData("log\n-3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("log\n03\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("log\n3\nAAAA\n")]
    [InlineData("\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    public void Nothing_else_is_a_checkpoint(string text) => Checkpoint.Of(new(text, [])).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("name+00000000")]
    [InlineData("name+00000000+AAAA")]
    [InlineData("name+00000000+AgAA")]
    [InlineData("na me+00000000+AgAA")]
    public void Nothing_else_is_a_key(string text) => Should.Throw<FormatException>(() => NoteKey.Read(text));

    private static NoteSigner Signer(string name, NoteKeyKind kind) => new(name, kind, ECDsa.Create(ECCurve.NamedCurves.nistP256));
}
