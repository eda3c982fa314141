using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Documents;

public sealed class DocumentNumberTests
{
    private static readonly OrganisationProfile Hangu = new() { ShortName = "汉街" };

    [Theory, Rule("CN-1"), Rule("CN-2"), Rule("CN-4")]
    [InlineData(DocumentWord.OnTheSpotDecision, 2022, 1, "津汉街综执当罚决字〔2022〕第0001号")]
    [InlineData(DocumentWord.OnTheSpotDecision, 2026, 9999, "津汉街综执当罚决字〔2026〕第9999号")]
    [InlineData(DocumentWord.OnTheSpotDecision, 2026, 10000, "津汉街综执当罚决字〔2026〕第10000号")]
    [InlineData(DocumentWord.CorrectionOrder, 2026, 12, "津汉街综执责改字〔2026〕第0012号")]
    public void A_number_has_the_year_in_hexagonal_brackets_and_four_digits(string word, int year, int serial, string number) =>
        DocumentNumber.Format(Hangu, word, year, serial).ShouldBe(number);

    [Fact, Rule("CN-1"), Rule("CN-2")]
    public void The_pattern_and_the_padding_are_the_organ_s_own() =>
        DocumentNumber
            .Format(
                new()
                {
                    ShortName = "汉街",
                    NumberTemplate = "{short}{word}〔{year}〕{serial}号",
                    NumberDigits = 0,
                },
                "当罚",
                2026,
                7
            )
            .ShouldBe("汉街当罚〔2026〕7号");

    [Fact, Rule("CN-5")]
    public void A_number_fits_into_credit_reporting_or_is_refused()
    {
        var around = DocumentNumber.Format(new() { ShortName = "" }, "当罚决", 2026, 1).Length;

        DocumentNumber.Format(new() { ShortName = new('汉', 128 - around) }, "当罚决", 2026, 1).Length.ShouldBe(128);
        Should.Throw<ArgumentException>(() => DocumentNumber.Format(new() { ShortName = new('汉', 129 - around) }, "当罚决", 2026, 1));
    }

    [Fact, Rule("CN-3")]
    public void Each_word_and_each_year_counts_from_its_own_beginning()
    {
        var organ = Guid.Empty;

        new NumberCounter(organ, DocumentWord.OnTheSpotDecision, 2026).Last.ShouldBe(0);
        new NumberCounter(organ, DocumentWord.OnTheSpotDecision, 2027).Last.ShouldBe(0);
        DocumentNumber
            .Format(Hangu, DocumentWord.OnTheSpotDecision, 2027, 1)
            .ShouldNotBe(DocumentNumber.Format(Hangu, DocumentWord.OnTheSpotDecision, 2026, 1));
    }
}
