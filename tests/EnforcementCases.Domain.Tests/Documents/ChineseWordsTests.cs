using EnforcementCases.Domain.Documents;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Documents;

/// <summary>Days, moments and numbers as papers print them, and what a paper and its print keep.</summary>
public sealed class ChineseWordsTests
{
    [Theory]
    [InlineData(0, "零")]
    [InlineData(9, "九")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(19, "十九")]
    [InlineData(20, "二十")]
    [InlineData(21, "二十一")]
    [InlineData(99, "九十九")]
    [InlineData(100, "100")]
    [InlineData(-1, "-1")]
    public void Small_numbers_are_written_out(int number, string words) => ChineseNumber.Of(number).ShouldBe(words);

    [Fact]
    public void Days_and_moments_are_those_in_Beijing()
    {
        ChineseDate.Day(Date("2024-09-08")).ShouldBe("2024年9月8日");
        var nine = At("2024-09-08", 9).AddMinutes(5).ToUniversalTime();
        ChineseDate.Moment(nine).ShouldBe("2024年9月8日09时05分");
        ChineseDate.Span(nine, At("2024-09-08", 23).ToUniversalTime()).ShouldBe("2024年9月8日09时05分至23时00分");
        ChineseDate.Span(nine, At("2024-09-09", 0)).ShouldBe("2024年9月8日09时05分至2024年9月9日00时00分");
    }

    [Fact]
    public void A_print_belongs_to_its_paper_and_is_recorded_with_the_hash_of_the_file()
    {
        var paper = new CaseDocument(
            Guid.NewGuid(),
            Guid.NewGuid(),
            "/hg/",
            DocumentKind.PenaltyDecision,
            "第0001号",
            "CODE",
            "v1",
            [1, 2],
            "c",
            At("2024-09-18")
        )
        {
            DatedOn = Date("2024-09-18"),
            ActPosition = 4,
        };
        paper.ShouldHave(
            new
            {
                OrganisationPath = "/hg/",
                Kind = DocumentKind.PenaltyDecision,
                Number = "第0001号",
                VerificationCode = "CODE",
                TemplateVersion = "v1",
                ContentSealed = new byte[] { 1, 2 },
                ContentHash = "c",
                IssuedAt = At("2024-09-18"),
            }
        );

        var print = new DocumentPrint(Guid.NewGuid(), paper, PrintFormat.Receipt80, 2, "f", "㛃", At("2024-09-19"));

        print.ShouldHave(
            new
            {
                DocumentId = paper.Id,
                paper.CaseId,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = paper.CaseId,
                Format = PrintFormat.Receipt80,
                Count = 2,
                FileSha256 = "f",
                MissingGlyphs = "㛃",
                PrintedAt = At("2024-09-19"),
            }
        );
        print.ShouldRecord(
            "document-printed",
            At("2024-09-19"),
            new
            {
                number = "第0001号",
                format = "Receipt80",
                count = 2,
                fileSha256 = "f",
                writtenByHand = "㛃",
            }
        );
    }

    [Fact, Rule("CN-3")]
    public void A_number_belongs_to_its_organ_and_its_case()
    {
        var organ = Tests.Cases.AnOnTheSpotCase.Facts.Organ;
        var caseId = Guid.NewGuid();

        new DocumentNumber(Guid.NewGuid(), organ, "当罚决", 2024, 7, caseId, At("2024-09-18")).ShouldHave(
            new
            {
                OrganId = organ.Id,
                OrganisationPath = "/hg/",
                Word = "当罚决",
                Year = 2024,
                Serial = 7,
                Text = "津综执当罚决字〔2024〕第0007号",
                State = NumberState.Issued,
                CaseId = (Guid?)caseId,
                IssuedAt = At("2024-09-18"),
            }
        );
        new NumberCounter(organ.Id, "当罚决", 2024, 7).ShouldHave(
            new
            {
                OrganId = organ.Id,
                Word = "当罚决",
                Year = 2024,
                Last = 7,
            }
        );
    }
}
