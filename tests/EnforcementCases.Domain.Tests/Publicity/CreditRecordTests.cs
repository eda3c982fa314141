using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Publicity;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Publicity;

/// <summary>发改办财金〔2018〕424号: fields, lengths, codes.</summary>
[Rule("APL-48-1")]
public sealed class CreditRecordTests
{
    private static readonly DateOnly Today = Date("2026-06-10");

    private static readonly CreditRecord Company = new()
    {
        PartyName = "天津某餐饮有限公司",
        PartyKind = PartyKind.LegalPerson,
        PartyCode = "91120102123456788U",
        Representative = "张建国",
        Number = "津汉街综执罚决字〔2026〕第0001号",
        Offence = "占用道路",
        Facts = "当事人占用人行道堆放物品。",
        Basis = "《城市道路管理条例》第四十二条",
        Penalties = [new(PenaltyKind.Fine, 500_00)],
        DecidedFineFen = 500_00,
        Content = "罚款 500.00 元",
        DecidedOn = Date("2026-06-01"),
        DisplayUntil = Date("2027-06-01"),
        Organ = "天津市滨海新区人民政府汉沽街道办事处",
        OrganCode = "11120000MB1660879L",
    };

    private static readonly CreditRecord Citizen = Company with
    {
        PartyName = "李明",
        PartyKind = PartyKind.Citizen,
        PartyCode = "",
        Representative = "",
        PersonDocument = "身份证",
        PersonNumber = "120102199001010013",
        Age = 36,
    };

    public static TheoryData<string, string> Faults =>
        new()
        {
            { "no-number", "CF_WSH" },
            { "number-too-long", "CF_WSH" },
            { "no-kind", "CF_CFLB" },
            { "fine-zero", "CF_NR_FK" },
            { "fine-differs", "CF_NR_FK" },
            { "fine-missing", "CF_CFLB" },
            { "decided-tomorrow", "CF_JDRQ" },
            { "display-before-decision", "CF_GSJZQ" },
            { "effect-before-decision", "CF_YXQ" },
            { "organ-code-missing", "CF_CFJGDM" },
            { "organ-code-wrong", "CF_SJLYDM" },
            { "code-missing", "CF_XDR_SHXYM" },
            { "code-wrong", "CF_XDR_SHXYM" },
            { "code-of-organ", "CF_XDR_SHXYM" },
            { "kind-against-code", "CF_XDR_LB" },
            { "no-representative", "CF_FRDB" },
            { "no-document", "CF_XDR_ZJLX" },
            { "no-person-number", "CF_XDR_ZJHM" },
            { "minor", "CF_XDR_MC" },
            { "id-in-facts", "CF_SY" },
            { "mobile-in-content", "CF_NR" },
            { "facts-empty", "CF_SY" },
            { "facts-too-long", "CF_SY" },
            { "basis-too-long", "CF_YJ" },
            { "licence-missing", "CF_NR_ZKDX" },
            { "gains-without-amount", "CF_NR_WFFF" },
            { "name-too-long", "CF_XDR_MC" },
            { "name-empty", "CF_XDR_MC" },
            { "offence-empty", "CF_WFXW" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_found_in_its_field(string fault, string field)
    {
        var faults = CreditChecks.Of(With(fault), Today);

        faults.Select(f => f.Field).ShouldContain(field);
        faults.ShouldAllBe(f => f.Problem.Length > 0 && f.Mend.Length > 0);
    }

    [Fact]
    public void A_clean_record_passes()
    {
        CreditChecks.Of(Company, Today).ShouldBeEmpty();
        CreditChecks.Of(Citizen, Today).ShouldBeEmpty();
        CreditChecks
            .Of(Company with { PartyKind = PartyKind.IndividualBusiness, PartyCode = "92120102MA05000X3" }, Today)
            .ShouldNotBeEmpty(); // its code is one character short
    }

    [Theory]
    [InlineData(50_00, "0.005000")]
    [InlineData(1, "0.000001")]
    [InlineData(123_456_789, "123.456789")]
    public void Amounts_are_exact_in_ten_thousands(long fen, string text) => CreditRecord.InTenThousands(fen).ShouldBe(text);

    /// <summary>Kinds with their terms in days; 0 is none.</summary>
    public static TheoryData<(PenaltyKind Kind, int Days)[], string> Effects =>
        new()
        {
            { [(PenaltyKind.Fine, 0)], "2099-12-31" },
            { [(PenaltyKind.Warning, 0)], "2099-12-31" },
            { [(PenaltyKind.SuspensionOfOperation, 30)], "2026-07-01" },
            { [(PenaltyKind.Fine, 0), (PenaltyKind.SuspensionOfOperation, 30), (PenaltyKind.LicenceSuspension, 60)], "2026-07-31" },
            { [(PenaltyKind.SuspensionOfOperation, 30), (PenaltyKind.LicenceRevocation, 0)], "2099-12-31" }, // what is revoked does not come back
            { [(PenaltyKind.OccupationBan, PenaltyItems.MostDays)], "2099-12-31" }, // the standard has no later day
        };

    [Theory]
    [MemberData(nameof(Effects))]
    public void The_effect_ends_with_the_longest_term((PenaltyKind Kind, int Days)[] penalties, string last) =>
        CreditRecord
            .EndOf(Company.DecidedOn, [.. penalties.Select(p => new PenaltyItem(p.Kind, 0, p.Days == 0 ? null : p.Days))])
            .ShouldBe(Date(last));

    [Fact]
    public void The_columns_are_those_of_the_standard()
    {
        CreditRecord.Columns.Count.ShouldBe(30);
        CreditRecord.Columns.Select(c => c.Code).ShouldBeUnique();
        Value("CF_XDR_LB").ShouldBe("法人及非法人组织");
        Value("CF_CFLB").ShouldBe("罚款");
        Value("CF_NR_FK").ShouldBe("0.050000");
        Value("CF_JDRQ").ShouldBe("2026/06/01");
        Value("CF_YXQ").ShouldBe("2099/12/31");
        Value("CF_GSJZQ").ShouldBe("2027/06/01");

        string Value(string code) => CreditRecord.Columns.Single(c => c.Code == code).Of(Company);
    }

    private static CreditRecord With(string fault) =>
        fault switch
        {
            "no-number" => Company with { Number = "" },
            "number-too-long" => Company with { Number = new('号', 129) },
            "no-kind" => Company with { Penalties = [] },
            "fine-zero" => Company with { Penalties = [new(PenaltyKind.Fine)], DecidedFineFen = 0 },
            "fine-differs" => Company with { DecidedFineFen = 500_01 },
            "fine-missing" => Company with { Penalties = [new(PenaltyKind.Warning)] },
            "decided-tomorrow" => Company with { DecidedOn = Date("2026-06-11") },
            "display-before-decision" => Company with { DisplayUntil = Date("2026-05-31") },
            "effect-before-decision" => Company with { EffectiveUntil = Date("2026-05-31") },
            "organ-code-missing" => Company with { OrganCode = "" },
            "organ-code-wrong" => Company with { OrganCode = "11120000MB1660879A" },
            "code-missing" => Company with { PartyCode = "" },
            "code-wrong" => Company with { PartyCode = "91120102123456788A" },
            "code-of-organ" => Company with { PartyCode = Company.OrganCode },
            "kind-against-code" => Company with { PartyKind = PartyKind.IndividualBusiness },
            "no-representative" => Company with { Representative = "" },
            "no-document" => Citizen with { PersonDocument = "" },
            "no-person-number" => Citizen with { PersonNumber = "" },
            "minor" => Citizen with { Age = 17 },
            "id-in-facts" => Company with { Facts = "身份证120102199001010013" },
            "mobile-in-content" => Company with { Content = "电话138 0013 8000" },
            "facts-empty" => Company with { Facts = " " },
            "facts-too-long" => Company with { Facts = new('事', 5001) },
            "basis-too-long" => Company with { Basis = new('条', 2049) },
            "licence-missing" => Company with { Penalties = [new(PenaltyKind.LicenceRevocation)], DecidedFineFen = 0 },
            "gains-without-amount" => Company with { Penalties = [new(PenaltyKind.ConfiscationOfGains)], DecidedFineFen = 0 },
            "name-too-long" => Company with { PartyName = new('名', 201) },
            "name-empty" => Company with { PartyName = "" },
            "offence-empty" => Company with { Offence = "" },
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
        };
}
