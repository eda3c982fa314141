using System.Text;
using System.Text.Json.Nodes;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Recording;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Recording.Stored;

/// <summary>Versions of stored content, and what a golden file notices, on small types of the tests.</summary>
public sealed class StoredFormatTests
{
    private const string Stored = """{"v":1,"words":"放弃","ways":["Written"],"by":{"name":"甲","certificate":"020107001"},"pages":3}""";

    [Theory]
    [InlineData(typeof(Waiver), null)]
    [InlineData(typeof(WaiverWithoutPages), "pages")]
    [InlineData(typeof(WaiverWithNewRequired), "place")]
    [InlineData(typeof(WaiverWithNewRequiredParameter), "by")]
    [InlineData(typeof(WaiverWithNewOptional), "remark")]
    [InlineData(typeof(WaiverWithOtherName), "words")]
    [InlineData(typeof(WaiverWithOtherWay), "ways")]
    [InlineData(typeof(WaiverWithPagesAsText), "pages")]
    public void A_golden_file_notices_a_member_that_is_gone_new_or_renamed_and_a_renamed_name_of_an_enum(Type now, string? changed)
    {
        var fault = GoldenFile.FaultOf(StoredFormat.Of(now), Bytes(Stored));

        if (changed is null)
            fault.ShouldBeNull();
        else
            fault.ShouldNotBeNull(changed);
    }

    [Fact]
    public void The_version_is_the_first_member_and_the_rest_is_as_it_was()
    {
        var content = new Waiver
        {
            Words = "放弃",
            Ways = [Way.Written],
            By = new("甲", "020107001"),
            Pages = 3,
        };

        Encoding.UTF8.GetString(StoredFormat.Write(content)).ShouldBe(Stored);
        Encoding.UTF8.GetString(StoredFormat.Write(new Nothing())).ShouldBe("""{"v":1}""");
        StoredFormat.Read<Nothing>(Bytes("""{"v":1}""")).ShouldBe(new());
        StoredFormat.Read<Nothing>(Bytes("{}")).ShouldBe(new());
    }

    [Theory]
    [InlineData(Stored, 1)]
    [InlineData("""{ "v" : 12 , "words": "" }""", 12)]
    [InlineData("""{"words":"放弃","v":1}""", 0)]
    [InlineData("""{"v":"1"}""", 0)]
    [InlineData("""{"v":0}""", 0)]
    [InlineData("""{"v":-1}""", 0)]
    [InlineData("[1]", 0)]
    [InlineData("", 0)]
    [InlineData("{", 0)]
    public void Bytes_whose_first_member_is_no_version_are_of_version_0(string stored, int version) =>
        StoredFormat.VersionOf(Bytes(stored)).ShouldBe(version);

    [Theory]
    [InlineData("""{"fen":700}""")]
    [InlineData("""{"v":1,"fen":700}""")]
    [InlineData("""{"v":2,"fine":{"fen":700}}""")]
    [InlineData("""{"v":3,"amount":{"fen":700},"currency":"CNY"}""")]
    public void Content_goes_through_every_step_from_its_version_to_the_present_one(string stored)
    {
        StoredFormat.Of(typeof(Fine)).Version.ShouldBe(3);

        StoredFormat.Read<Fine>(Bytes(stored)).ShouldBe(new(new(700), "CNY"));
    }

    [Fact]
    public void Content_of_a_later_version_is_refused_by_name()
    {
        var refusal = Should.Throw<DomainException>(() => StoredFormat.Read<Waiver>(Bytes("""{"v":2,"words":"放弃"}""")));

        refusal.Error.ShouldBe(StoredFormat.Newer);
        refusal.Detail.ShouldContain("第 2 版");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("放弃")]
    [InlineData("""{"v":1,"words":"放弃" """)]
    [InlineData("""{"v":1,"words":null,"ways":[],"by":{"name":"甲","certificate":"1"},"pages":3}""")]
    [InlineData("""{"v":1,"words":"甲","words":"乙","ways":[],"by":{"name":"甲","certificate":"1"},"pages":3}""")]
    [InlineData("""{"v":1,"words":"甲","ways":[0],"by":{"name":"甲","certificate":"1"},"pages":3}""")]
    public void Damaged_content_is_refused_by_name_and_says_nothing_of_what_it_holds(string stored)
    {
        var refusal = Should.Throw<DomainException>(() => StoredFormat.Read<Waiver>(Bytes(stored)));

        refusal.Error.ShouldBe(StoredFormat.Unreadable);
        refusal.Message.ShouldNotContain("甲");
    }

    [Fact]
    public void A_paper_of_version_0_numbered_its_kind_and_version_1_names_it()
    {
        const string rest =
            "\"templateVersion\":\"D32-2026.1\",\"organName\":\"汉沽街道\",\"title\":\"行政处罚决定书\",\"on\":\"2026-03-10\",\"sealed\":true,\"parts\":[],\"pageSigners\":[],\"copies\":[]}";
        var number = Array.IndexOf(Enum.GetNames<DocumentKind>(), nameof(DocumentKind.PenaltyDecision));

        var content = StoredFormat.Read<FormContent>(Bytes($$"""{"kind":{{number}},{{rest}}"""));

        content.Kind.ShouldBe(DocumentKind.PenaltyDecision);
        Encoding.UTF8.GetString(StoredFormat.Write(content)).ShouldBe($$"""{"v":1,"kind":"PenaltyDecision",{{rest}}""");
        new Action(() => StoredFormat.Read<FormContent>(Bytes($$"""{"kind":4711,{{rest}}"""))).ShouldRefuse(StoredFormat.Unreadable);
        new Action(() => StoredFormat.Read<FormContent>(Bytes($$"""{"v":1,"kind":{{number}},{{rest}}"""))).ShouldRefuse(
            StoredFormat.Unreadable
        );
    }

    [Fact]
    public void A_step_without_its_method_is_found_at_once() =>
        Should.Throw<InvalidOperationException>(() => StoredFormat.Of(typeof(StepAstray))).Message.ShouldContain("Nowhere");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private enum Way
    {
        Oral,
        Written,
    }

    private enum OtherWay
    {
        Oral,
        InWriting,
    }

    private sealed record Signer(string Name, string Certificate);

    private sealed record SignerOfUnit(string Name, string Certificate, int Unit);

    private sealed record Waiver
    {
        public required string Words { get; init; }
        public required IReadOnlyList<Way> Ways { get; init; }
        public required Signer By { get; init; }
        public int? Pages { get; init; }
    }

    private sealed record WaiverWithoutPages
    {
        public required string Words { get; init; }
        public required IReadOnlyList<Way> Ways { get; init; }
        public required Signer By { get; init; }
    }

    private sealed record WaiverWithNewRequired
    {
        public required string Words { get; init; }
        public required IReadOnlyList<Way> Ways { get; init; }
        public required Signer By { get; init; }
        public int? Pages { get; init; }
        public required string Place { get; init; }
    }

    private sealed record WaiverWithNewRequiredParameter
    {
        public required string Words { get; init; }
        public required IReadOnlyList<Way> Ways { get; init; }
        public required SignerOfUnit By { get; init; }
        public int? Pages { get; init; }
    }

    private sealed record WaiverWithNewOptional
    {
        public required string Words { get; init; }
        public required IReadOnlyList<Way> Ways { get; init; }
        public required Signer By { get; init; }
        public int? Pages { get; init; }
        public string? Remark { get; init; }
    }

    private sealed record WaiverWithOtherName
    {
        public required string Statement { get; init; }
        public required IReadOnlyList<Way> Ways { get; init; }
        public required Signer By { get; init; }
        public int? Pages { get; init; }
    }

    private sealed record WaiverWithOtherWay
    {
        public required string Words { get; init; }
        public required IReadOnlyList<OtherWay> Ways { get; init; }
        public required Signer By { get; init; }
        public int? Pages { get; init; }
    }

    private sealed record WaiverWithPagesAsText
    {
        public required string Words { get; init; }
        public required IReadOnlyList<Way> Ways { get; init; }
        public required Signer By { get; init; }
        public string? Pages { get; init; }
    }

    private sealed record Nothing;

    private sealed record Amount(int Fen);

    [Upcast(1, nameof(Group)), Upcast(2, nameof(NameCurrency))]
    private sealed record Fine(Amount Amount, string Currency)
    {
        private static JsonNode Group(JsonNode content) =>
            new JsonObject { ["fine"] = new JsonObject { ["fen"] = content["fen"]!.DeepClone() } };

        private static JsonNode NameCurrency(JsonNode content) =>
            new JsonObject { ["amount"] = content["fine"]!.DeepClone(), ["currency"] = "CNY" };
    }

    [Upcast(0, "Nowhere")]
    private sealed record StepAstray;
}
