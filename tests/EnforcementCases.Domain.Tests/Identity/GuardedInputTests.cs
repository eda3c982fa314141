using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Text;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Identity;

/// <summary>Edges of what clients enter: names, numbers, ages, officers, the end of the calendar.</summary>
public sealed class GuardedInputTests
{
    [Theory]
    [InlineData("津汉沽罚〔2026〕1号")]
    [InlineData("津汉沽罚[2026]1号")]
    [InlineData("津汉沽罚（2026）1号")]
    [InlineData("津汉沽罚 ( ２０２６ ) １ 号")]
    [InlineData("津汉沽罚【2026】1号")]
    public void A_document_number_is_found_in_any_width_bracket_and_spacing(string typed) =>
        DocumentNumber.AsPrinted(typed).ShouldBe("津汉沽罚〔2026〕1号");

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("１１０１０５１９４９１２３１００２x")]
    public void A_citizens_number_is_no_credit_code_whatever_the_reason(string number) =>
        new Action(() => CreditCode.Parse(number, "营业执照原件已核对")).ShouldRefuse(CreditCode.IsCitizenId, "录入的是公民身份号码");

    [Fact]
    public void Who_is_born_on_the_day_of_the_offence_is_of_no_age_and_who_is_born_after_it_is_an_error()
    {
        var day = new DateOnly(2026, 3, 2);

        PartyAge.OnTheDay(day, day).ShouldBe(0);
        new Action(() => PartyAge.OnTheDay(day.AddDays(1), day)).ShouldRefuse(PartyAge.BornAfterOffence, "违法行为发生之日为 2026-03-02");
    }

    [Theory]
    [InlineData("2026-10-31", null)]
    [InlineData("2026-11-01", 2027)]
    [InlineData("2026-12-31", 2027)]
    [InlineData("2027-01-01", 2027)]
    [InlineData("2025-11-01", null)]
    public void The_end_of_the_calendar_is_announced_from_the_first_of_November_on(string today, int? missing) =>
        Until2026.MissingYear(DateOnly.ParseExact(today, "yyyy-MM-dd", null)).ShouldBe(missing);

    [Fact]
    public void A_deadline_that_has_to_be_there_at_once_is_provisional_in_a_year_that_is_not_loaded_and_counted_again_later()
    {
        var rule = Domain.Cases.OnTheSpot.SimpleProcedure.ReportBack();
        var decided = new DateOnly(2026, 12, 31); // a Thursday

        new Action(() => Deadline.From(rule, decided, Until2026)).ShouldRefuse(
            WorkingCalendar.YearNotLoaded,
            "2027 年的节假日安排尚未载入（2027-01-01）"
        );
        var forNow = Deadline.ForNow(rule, decided, Until2026);

        forNow.LastDay.ShouldBe(new DateOnly(2027, 1, 5)); // New Year's Day, a weekend, then Monday and Tuesday
        forNow.IsProvisional.ShouldBeTrue();
        forNow.Recompute(Until2026).LastDay.ShouldBe(forNow.LastDay); // another calendar without the year refuses nothing
        var loaded = new WorkingCalendar("b", [2026, 2027], [new(new(2027, 1, 1), "元旦"), new(new(2027, 1, 4), "元旦")], [], []);
        forNow.Recompute(loaded).LastDay.ShouldBe(new DateOnly(2027, 1, 6));
        forNow.Recompute(loaded).IsProvisional.ShouldBeFalse();
    }

    [Theory]
    [InlineData(106, true)] // with ten of the word, four of the year and eight of the serial: 128
    [InlineData(107, false)]
    public void A_template_is_refused_whose_longest_number_would_not_be_stored(int letters, bool fits) =>
        DocumentNumber.Fits(new() { NumberTemplate = new string('津', letters) + "{word}{year}{serial}", ShortName = "" }).ShouldBe(fits);

    [Theory]
    [InlineData("Name", TextKind.Line, 200)]
    [InlineData("PartyAddress", TextKind.Line, 200)]
    [InlineData("PhoneNumber", TextKind.Line, 200)]
    [InlineData("Facts", TextKind.Paragraphs, 4000)]
    [InlineData("MediaSha256", TextKind.Hash, 64)]
    [InlineData("NewPassword", TextKind.Opaque, 4000)]
    public void A_text_has_the_form_of_its_name(string member, TextKind kind, int longest)
    {
        TextForm.Of(member).ShouldBe(new TextForm(kind, longest));
        TextForm.Of(member).FaultOf(new string('a', longest)).ShouldBeNull();
        TextForm.Of(member).FaultOf(new string('a', longest + 1)).ShouldNotBeNull();
        TextForm.Of(member).FaultOf(" ").ShouldBe("不得为空");
    }

    private static WorkingCalendar Until2026 { get; } = new("a", [2025, 2026], [], [], []);
}
