using EnforcementCases.Domain.Parties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Identity;

public sealed class CitizenIdNumberTests
{
    private static readonly DateOnly Today = Date("2026-11-20");

    [Theory]
    [InlineData("11010519491231002X", "1949-12-31", Sex.Female)]
    [InlineData("440524188001010014", "1880-01-01", Sex.Male)]
    [InlineData("120102199001010013", "1990-01-01", Sex.Male)]
    [InlineData("120110199512312347", "1995-12-31", Sex.Female)]
    [InlineData("120102201006010012", "2010-06-01", Sex.Male)]
    public void A_number_tells_birth_date_and_sex(string number, string born, Sex sex)
    {
        var id = CitizenIdNumber.Parse(number, Today);

        id.Value.ShouldBe(number);
        id.BirthDate.ShouldBe(Date(born));
        id.Sex.ShouldBe(sex);
    }

    [Theory]
    [InlineData("11010519491231002x")]
    [InlineData("　１１０１０５１９４９１２３１００２Ｘ ")]
    [InlineData("110105 19491231 002X")]
    [InlineData("110105-19491231-002ｘ")]
    public void However_it_is_typed_one_person_keeps_one_number(string typed) =>
        CitizenIdNumber.Parse(typed, Today).Value.ShouldBe("11010519491231002X");

    [Theory]
    [InlineData("110105194912310021", "id-number.wrong-check-digit")]
    [InlineData("120102199002300019", "id-number.wrong-birth-date")]
    [InlineData("120102202612010012", "id-number.wrong-birth-date")] // the future
    [InlineData("110105491231002", "id-number.fifteen-digits")]
    [InlineData("1101051949123100", "id-number.malformed")]
    [InlineData("11010519491X310028", "id-number.malformed")] // a letter where only digits stand
    [InlineData("11010519491231002XX", "id-number.malformed")]
    [InlineData("1101051949123100AX", "id-number.malformed")]
    [InlineData("110105194912310०21", "id-number.malformed")] // a digit, but of another script
    [InlineData("11010519491231\u200B002X", "id-number.malformed")]
    [InlineData("", "id-number.malformed")]
    public void A_wrong_number_is_refused_and_not_repeated(string typed, string code)
    {
        var refusal = Should.Throw<DomainException>(() => CitizenIdNumber.Parse(typed, Today));

        refusal.Error.Code.ShouldBe(code);
        refusal.ShouldSayWhat();
        if (typed.Length > 0)
            refusal.Message.ShouldNotContain(typed);
    }

    [Theory]
    [InlineData("120107")] // 塘沽, gone
    [InlineData("120108")] // 汉沽
    [InlineData("120225")] // 蓟县
    [InlineData("810000")] // 港澳台居民居住证
    [InlineData("910000")] // 外国人永久居留身份证
    public void The_division_is_never_checked_against_today_s_table(string division)
    {
        var accepted = Enumerable
            .Range(0, 10)
            .Select(c => $"{division}19900101001{c}")
            .Append($"{division}19900101001X")
            .Count(n =>
            {
                try
                {
                    return CitizenIdNumber.Parse(n, Today).Value == n;
                }
                catch (DomainException)
                {
                    return false;
                }
            });

        accepted.ShouldBe(1, "exactly one check digit fits");
    }

    [Theory]
    [InlineData(" ｅ１２３－４５６ ", "E123456")]
    [InlineData("E12345678", "E12345678")]
    public void Other_documents_get_one_spelling_too(string typed, string number) => IdentityText.Compact(typed).ShouldBe(number);

    [Fact]
    public void Its_text_form_is_masked() => $"{CitizenIdNumber.Parse("11010519491231002X", Today)}".ShouldBe("110105********002X");
}
