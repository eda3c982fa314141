using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain.Recording;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;

namespace EnforcementCases.Domain.Tests.Recording;

/// <summary>The bytes that are hashed and the chain that they make: another program must come to the same.</summary>
public sealed class RecordChainTests
{
    private static readonly Guid ChainId = new("00000000-0000-0000-0000-0000000000c1");

    [Fact]
    public void Each_entry_hashes_its_bytes_together_with_the_hash_before_it()
    {
        var chain = new RecordChain(ChainId, "/hg/");
        var (first, second) = ("{}"u8.ToArray(), "{\"a\":1}"u8.ToArray());
        var genesis = Sha256("enforcementcases-genesis-v1\n00000000-0000-0000-0000-0000000000c1");

        (chain.Id, chain.OrganisationPath, chain.LastSeq).ShouldBe((ChainId, "/hg/", 0));
        chain.LastHash.ShouldBe(genesis);
        var id = Guid.NewGuid();
        var one = new RecordEntry(id, 11, chain, "filed", first, At("2024-07-10"), At("2024-07-11"));
        var two = new RecordEntry(Guid.NewGuid(), 12, chain, "served", second, At("2024-07-12"), At("2024-07-12"));

        one.ShouldHave(
            new
            {
                Id = id,
                Seq = 11L,
                ChainId,
                ChainSeq = 1,
                OrganisationPath = "/hg/",
                Type = "filed",
                Canonical = first,
                ClaimedAt = At("2024-07-10"),
                RecordedAt = At("2024-07-11"),
                PreviousHash = genesis,
                Hash = Sha256("enforcementcases-event-v1\n", genesis, first),
            }
        );
        (two.ChainSeq, chain.LastSeq).ShouldBe((2, 2));
        two.PreviousHash.ShouldBe(one.Hash);
        two.Hash.ShouldBe(Sha256("enforcementcases-event-v1\n", one.Hash, second));
        chain.LastHash.ShouldBe(two.Hash);
    }

    [Fact]
    public void A_commitment_hides_its_value_behind_a_salt()
    {
        var salt = new byte[Commitment.SaltBytes];

        Commitment
            .Of(salt, "\"王某\""u8)
            .ShouldBe(Convert.ToHexStringLower(Sha256("enforcementcases-commitment-v1\n", salt, Encoding.UTF8.GetBytes("\"王某\""))));
        var secret = new RecordSecret(ChainId, [1, 2]);
        secret.EntryId.ShouldBe(ChainId);
        secret.Payload.ShouldBe([1, 2]);
    }

    /// <summary>RFC 8785: names sorted, nothing but what must be escaped is escaped.</summary>
    [Fact]
    public void The_canonical_form_is_that_of_the_standard()
    {
        var fields = new RecordFields()
            .Add("text", "汉沽 \"引\" \\ / é 😀")
            .Add("control", "\b\t\n\f\r\u0001\u001f\u007f")
            .Add("none", (string?)null)
            .Add("number", 9_007_199_254_740_991)
            .Add("negative", -9_007_199_254_740_991)
            .Add("yes", true)
            .Add("no", (bool?)false)
            .Add("money", Money.Yuan(1))
            .Add("day", new DateOnly(2024, 9, 8))
            .Add("at", DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123))
            .Add("kind", DayOfWeek.Monday)
            .Add("id", (Guid?)ChainId)
            .Add("list", ["b", "a"])
            .Add("Group", new RecordFields().Add("z", 1).Add("a", 2))
            .Add("groups", [new RecordFields()])
            .Add("noGroup", (RecordFields?)null);

        Text(fields)
            .ShouldBe(
                """
                {"Group":{"a":2,"z":1},"at":1700000000123,"control":"\b\t\n\f\r\u0001\u001fDEL","day":"2024-09-08","groups":[{}],
                "id":"00000000-0000-0000-0000-0000000000c1","kind":"Monday","list":["b","a"],"money":100,"negative":-9007199254740991,
                "no":false,"noGroup":null,"none":null,"number":9007199254740991,"text":"汉沽 \"引\" \\ / é 😀","yes":true}
                """.ReplaceLineEndings("").Replace("DEL", "\u007f", StringComparison.Ordinal)
            );
        new RecordFields().IsEmpty.ShouldBeTrue();
        fields.IsEmpty.ShouldBeFalse();
        Text(RecordFields.Single("a", "b")).ShouldBe("""{"a":"b"}""");
    }

    [Fact]
    public void A_long_text_is_escaped_wherever_it_needs_it()
    {
        var text = string.Concat(Enumerable.Repeat("占道经营\n\u0002", 500));

        Text(new RecordFields().Add("text", text))
            .ShouldBe(
                $$"""{"text":"{{text.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\u0002", "\\u0002", StringComparison.Ordinal)}}"}"""
            );
    }

    [Fact]
    public void What_has_no_canonical_form_is_refused()
    {
        Write("a", 9_007_199_254_740_992L).ShouldThrow<ArgumentException>().Message.ShouldContain("Int64");
        Write("a", -9_007_199_254_740_992L).ShouldThrow<ArgumentException>();
        Write("a", 1.5m).ShouldThrow<ArgumentException>().Message.ShouldContain("Decimal");
        Write("名", "x").ShouldThrow<ArgumentException>().Message.ShouldContain("名");
        Write("a", "\ud800").ShouldThrow<ArgumentException>(); // half a character
        new Action(() => new RecordFields().Add("a", 1).Add("a", 2)).ShouldThrow<ArgumentException>();

        static Action Write(string name, object value) => () => CanonicalJson.Write(RecordFields.Single(name, value));
    }

    private static string Text(RecordFields fields) => Encoding.UTF8.GetString(CanonicalJson.Write(fields));

    private static byte[] Sha256(string prefix, params byte[][] parts) =>
        SHA256.HashData([.. Encoding.ASCII.GetBytes(prefix), .. parts.SelectMany(p => p)]);
}
